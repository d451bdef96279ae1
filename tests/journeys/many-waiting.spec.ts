import type { Page } from '@playwright/test';
import { openWindowIn } from './desktop/open-desktop.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, goTo, type Life, test } from './open-life.ts';

// A thousand requests are planned before anything is looked at.
test.setTimeout(240_000);

const REQUESTS = 1000;
const AT_ONCE = 40;

/** Every third is an event, the others are reminders. */
const requestOf = (n: number): string =>
  n % 3 === 2
    ? `put choir practice ${n} on the calendar on ${1 + (n % 27)} March at ${1 + (n % 11)}pm`
    : `remind me to bring book ${n} to the library tomorrow at 9`;

async function askForAll(life: Life): Promise<void> {
  await life.call('POST', '/tasks', { intent: requestOf(1) });
  await expect.poll(() => total(life), { intervals: [50] }).toBe(1);
  for (let from = 2; from <= REQUESTS; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, REQUESTS - from + 1) }, (_, n) => requestOf(from + n));
    await Promise.all(some.map((intent) => life.call('POST', '/tasks', { intent })));
  }
  await expect.poll(() => total(life), { timeout: 180_000, intervals: [250] }).toBe(REQUESTS);
}

const total = async (life: Life): Promise<number> =>
  (await (await life.call('GET', '/approvals?status=waiting&limit=1')).json()).total;

const waits = (page: Page, shown: number, all: string) =>
  page.getByText(`These are the ${shown} that have waited longest, of ${all}.`);

test('a thousand things wait: the longest waiting stand first, none is hidden, and each can still be answered', async ({
  page,
  life,
}) => {
  await askForAll(life);
  await page.reload();
  await expect(page.getByRole('link', { name: /More wait for your OK/ })).toBeVisible();
  await expect(page.getByRole('navigation').getByText('1,000', { exact: true })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  await goTo(page, 'Approvals');
  await expect(page.getByRole('article').first()).toContainText('book 1 to the library');
  await expect(waits(page, 50, '1,000')).toBeVisible();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(waits(page, 100, '1,000')).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  const events = page.getByRole('article').filter({ hasText: /choir practice 2\b/i });
  const alike = Number.parseInt(await events.getByRole('heading', { level: 3 }).innerText(), 10);
  expect(alike).toBeGreaterThan(1);
  await events.getByRole('button', { name: 'Not now' }).click();
  await expect(events).toHaveCount(0);
  await expect(waits(page, 100, String(REQUESTS - alike))).toBeVisible();

  const [newest] = (await (await life.call('GET', '/approvals?status=waiting&limit=1')).json()).items;
  await page.goto(`${life.app().origin}/#/approvals/${newest.id}`);
  await expect(page.getByRole('article').first()).toContainText(newest.card.title);

  await test.step('in the app’s own window as well', async () => {
    await life.app().stop();
    const desktop = await openWindowIn(life.dataFolder);
    await expect(desktop.page.getByRole('link', { name: /More wait for your OK/ })).toBeVisible();
    await goTo(desktop.page, 'Approvals');
    await expect(waits(desktop.page, 50, String(REQUESTS - alike))).toBeVisible();
    const first = desktop.page.getByRole('article').first();
    await expect(first).toContainText('book 1 to the library');
    await first.getByRole('button', { name: 'Approve' }).first().click();
    await expect(waits(desktop.page, 50, String(REQUESTS - alike))).toHaveCount(0);
    expect(desktop.complaints).toEqual([]);
    await desktop.close();
  });
});
