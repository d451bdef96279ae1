import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { askBox, say } from '../open-life.ts';
import { type Desktop, expect, isReal, test } from './open-desktop.ts';

const HOUR_MS = 3_600_000;

const openLink = ({ electron }: Desktop, link: string) =>
  electron.evaluate(({ app }, url) => void app.emit('open-url', { preventDefault: () => {} }, url), link);

test('a link only leads somewhere, and a second start brings the first window', async ({ desktop }) => {
  const { page, electron } = desktop;
  await say(page, 'Add milk to my shopping list');
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();

  await test.step('a link to a screen opens it, and one that is no link of ours does nothing', async () => {
    await openLink(desktop, 'lifeos://open/timeline');
    await expect(page).toHaveURL(/#\/timeline$/);
    for (const link of [
      'lifeos://approve/all',
      'lifeos://open/approvals?decision=approve',
      'lifeos://open/../../x',
      'lifeos://open/memory#/approvals',
      'https://example.com/',
    ])
      await openLink(desktop, link);
    await expect(page).toHaveURL(/#\/timeline$/);
    await page.getByRole('navigation').getByRole('link', { name: 'Approvals' }).click();
    await expect(page.getByRole('article').filter({ hasText: 'milk' })).toBeVisible();
  });

  await test.step('a second start ends by itself and brings the first window, where its link says', async () => {
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await desktop.startAgain()).toBe(0);
    await expect.poll(async () => (await desktop.windows())[0]).toMatchObject({ isVisible: true, isFocused: true });
    expect(await desktop.startAgain('--', 'lifeos://open/memory')).toBe(0);
    await expect(page).toHaveURL(/#\/memory$/);
    expect(existsSync(join(desktop.dataFolder, 'lists'))).toBe(false);
  });
});

test('what came due while the computer slept is told on waking; the window comes back where it was', async ({
  desktop,
}) => {
  await test.step('a reminder that fell into the sleep', async () => {
    await say(desktop.page, 'Remind me in 2 hours to call the bank');
    await desktop.page.getByRole('button', { name: 'Approve' }).click();
    await expect(desktop.page.getByText('Done.', { exact: true })).toBeVisible();
    await desktop.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    await desktop.sleep(3 * HOUR_MS);
    await expect
      .poll(async () => (await desktop.notices()).map(({ body }) => body), { timeout: 5_000 })
      .toContainEqual(expect.stringMatching(/call the bank/i));
  });

  await test.step('it starts with the computer when that is wanted', async () => {
    const line = async () => (await desktop.tray()).lines.find(({ label }) => label === 'Start when I sign in');
    expect(await line()).toMatchObject({ checked: false });
    await desktop.pressInTray('Start when I sign in');
    await expect.poll(line).toMatchObject({ checked: true });
  });

  const moved = { x: 220, y: 140, width: 980, height: 720 };
  await test.step('started quietly, it has its tray and no window in sight, which stands where it was', async () => {
    await desktop.electron.evaluate(({ BrowserWindow }, bounds) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds(bounds);
      window?.hide();
    }, moved);
    await desktop.restart('--quiet');
    await expect(askBox(desktop.page)).toBeVisible();
    const [window] = await desktop.windows();
    expect(window).toMatchObject({ isVisible: false, ...(isReal ? {} : { bounds: moved }) });
    expect((await desktop.tray()).lines.find(({ label }) => label === 'Start when I sign in')).toMatchObject({
      checked: true,
    });
    await desktop.pressInTray('Open Life OS');
    await expect.poll(async () => (await desktop.windows())[0]?.isVisible).toBe(true);
  });
});
