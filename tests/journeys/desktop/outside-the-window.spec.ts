import { commandOf } from '#tests/peers/mcp-servers.ts';
import { goTo, MAIN_SENTENCE, plan, say } from '../open-life.ts';
import { type Desktop, expect, test } from './open-desktop.ts';

/** Where nobody knows what a tool does, it always needs the person. */
const UNKNOWN = 'Use the tool toggle-simulated-logging of Everything';

async function addEverything({ page }: Desktop): Promise<void> {
  await goTo(page, 'Integrations');
  await page.getByRole('button', { name: 'Add a program' }).click();
  const form = page.getByRole('form', { name: 'Add a program' });
  await form.getByRole('textbox', { name: 'What you call it' }).fill('Everything');
  await form.getByRole('textbox', { name: 'Command' }).fill(commandOf('server-everything', 'stdio'));
  await form.getByRole('button', { name: 'Try it and add it' }).click();
  await expect(page.getByRole('article', { name: 'Everything' })).toBeVisible({ timeout: 30_000 });
  await goTo(page, 'Home');
}

const badge = async ({ calls }: Desktop) => (await calls('app.setBadgeCount')).at(-1)?.args[0];
const isShown = async (desktop: Desktop) => (await desktop.windows())[0]?.isVisible;

test('what waits is told, counted and answered outside the window, but for what is to be looked at first', async ({
  desktop,
}) => {
  const { page, electron } = desktop;
  await addEverything(desktop);

  await test.step('closing the window leaves the app in the tray', async () => {
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(() => isShown(desktop)).toBe(false);
    expect(await desktop.tray()).toMatchObject({ picture: 'tray.png', tip: 'Life OS' });
    expect((await desktop.tray()).lines[0]).toMatchObject({ label: 'Nothing waits for you' });
  });

  await test.step('a card is told with its two answers, and Approve there does it', async () => {
    await say(page, 'Add milk to my shopping list');
    await expect.poll(() => desktop.notices()).toHaveLength(1);
    const [notice] = await desktop.notices();
    expect(notice).toMatchObject({ title: 'Needs your OK', actions: ['Approve', 'Not now'] });
    expect(notice?.body).toContain('milk');
    await expect
      .poll(() => desktop.tray())
      .toMatchObject({ picture: 'tray-waiting.png', tip: 'Life OS · 1 thing needs your OK' });
    expect(await badge(desktop)).toBe(1);
    await desktop.pressNotice('Needs your OK', 'Approve');
    await expect(page.getByText('Done.', { exact: true })).toBeVisible();
    await expect.poll(() => badge(desktop)).toBe(0);
    // What has been answered does not stay on the screen.
    expect(await desktop.calls('notification.close')).toHaveLength(1);
    expect(await isShown(desktop)).toBe(false);
  });

  await test.step('what always needs the person opens its full card first, from the notice and from the tray', async () => {
    await goTo(page, 'Home');
    await say(page, UNKNOWN);
    await expect.poll(() => desktop.notices()).toHaveLength(2);
    expect((await desktop.notices())[1]).toMatchObject({ title: 'Needs your OK', actions: [] });
    await desktop.pressNotice('Needs your OK');
    await expect.poll(() => isShown(desktop)).toBe(true);
    await expect(page).toHaveURL(/#\/approvals\/[\w-]+$/);
    await expect(page.getByRole('article').filter({ hasText: 'toggle-simulated-logging' })).toBeInViewport();
    await expect
      .poll(async () => (await desktop.tray()).lines[1]?.below.map(({ label }) => label))
      .toEqual(['Look at it first…', 'Not now']);
    await goTo(page, 'Home');
    const { label = '' } = (await desktop.tray()).lines[1] ?? {};
    await desktop.pressInTray(label, 'Look at it first…');
    await expect(page.getByRole('article').filter({ hasText: 'toggle-simulated-logging' })).toBeInViewport();
    await desktop.pressInTray(label, 'Not now');
    await expect(page.getByText('Nothing waits for you')).toBeVisible();
  });

  await test.step('the lines of one plan are one notice; each is answered in the tray', async () => {
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await goTo(page, 'Home');
    await say(page, MAIN_SENTENCE);
    await expect
      .poll(async () => (await desktop.notices()).at(-1))
      .toMatchObject({
        title: '2 things need your OK',
        actions: [],
      });
    await expect.poll(async () => (await desktop.tray()).tip).toBe('Life OS · 2 things need your OK');
    const cards = (await desktop.tray()).lines.filter(({ below }) => below.length > 0);
    expect(cards).toHaveLength(2);
    const dentist = cards.find(({ label }) => label.includes('Dentist'));
    const rent = cards.find((card) => card !== dentist);
    await desktop.pressInTray(rent?.label ?? '', 'Not now');
    await expect(plan(page).getByText('Left out')).toBeVisible();
    await desktop.pressInTray(dentist?.label ?? '', 'Approve');
    await expect(page.getByText('2 done and 1 left out.')).toBeVisible();
    await expect.poll(async () => (await desktop.tray()).picture).toBe('tray.png');
  });

  await test.step('answers that come faster than anybody reads are not taken: the card is opened', async () => {
    await goTo(page, 'Home');
    await say(page, 'Add eggs to my shopping list');
    await expect.poll(async () => (await desktop.tray()).tip).toBe('Life OS · 1 thing needs your OK');
    const card = (await desktop.tray()).lines.find(({ below }) => below.length > 0);
    await desktop.pressInTray(card?.label ?? '', 'Approve');
    await expect(page).toHaveURL(/#\/approvals\/[\w-]+$/);
    await expect(page.getByRole('article').filter({ hasText: 'eggs' })).toBeVisible();
  });

  await test.step('Pause everything and Resume are in the tray, and its picture says which', async () => {
    await desktop.pressInTray('Pause everything');
    await expect(page.getByText(/^Everything is paused/)).toBeVisible();
    await expect.poll(() => desktop.tray()).toMatchObject({ picture: 'tray-paused.png' });
    await desktop.pressInTray('Resume');
    await expect(page.getByText(/^Everything is paused/)).toHaveCount(0);
    await expect.poll(async () => (await desktop.tray()).picture).toBe('tray-waiting.png');
  });
});
