import { expect, goTo, type Life, say, test } from './open-life.ts';

const SECONDS_AHEAD = 4;

/** Sets a reminder for tomorrow, then moves it to a few seconds from now as a person could on its card. */
async function approveSoon(life: Life, wallClock: string): Promise<void> {
  const waiting = async () => (await (await life.call('GET', '/approvals?status=waiting')).json()).items;
  await expect.poll(async () => (await waiting()).length).toBe(1);
  const [old] = await waiting();
  await life.call('POST', `/approvals/${old.id}/decision`, { decision: 'change', changes: { '/startsAt': wallClock } });
  await expect.poll(async () => (await waiting()).filter(({ id }: { id: string }) => id !== old.id).length).toBe(1);
  const [fresh] = await waiting();
  const answer = await life.call('POST', `/approvals/${fresh.id}/decision`, {
    decision: 'approve',
    digest: fresh.digest,
  });
  expect(answer.status).toBe(200);
}

/** What the person's clock in Lisbon will show then, without a zone. */
function wallClockIn(seconds: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Lisbon',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return parts.format(Date.now() + seconds * 1000).replace(' ', 'T');
}

test('a reminder fires when its time has come, once, and says so wherever the person is', async ({ page, life }) => {
  await say(page, 'remind me to stretch tomorrow at 9am');
  await approveSoon(life, wallClockIn(SECONDS_AHEAD));
  await goTo(page, 'Memory');
  const notice = page.getByRole('region', { name: 'Notifications' }).getByText('Stretch');
  await expect(notice).toBeVisible({ timeout: 20_000 });
  await goTo(page, 'Timeline');
  await expect(page.getByText('Reminder: Stretch')).toHaveCount(1);
});

test('a reminder that came due while the app was away fires at the next start, once', async ({ page, life }) => {
  const firedOrMissed = async () => {
    const { items } = await (await life.call('GET', '/timeline?limit=100')).json();
    return items.filter(({ body }: { body: { kind: string } }) => body.kind.startsWith('reminder.')).length;
  };
  await say(page, 'remind me to stretch tomorrow at 9am');
  await approveSoon(life, wallClockIn(SECONDS_AHEAD));
  await expect.poll(async () => (await (await life.call('GET', '/schedules')).json()).items.length).toBe(1);
  expect(await firedOrMissed()).toBe(0);
  await life.app().kill();
  await page.waitForTimeout((SECONDS_AHEAD + 1) * 1000);
  await life.restart('kill');
  await expect.poll(firedOrMissed).toBe(1);
  await life.restart('kill');
  expect(await firedOrMissed()).toBe(1);
});
