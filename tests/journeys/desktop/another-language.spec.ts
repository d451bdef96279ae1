import { expect, test } from './open-desktop.ts';

test('another language is spoken by window and shell alike, as the app starts itself again for it', async ({
  desktop,
}) => {
  const { page, electron } = desktop;
  await page.getByRole('navigation').getByRole('link', { name: 'Policies' }).click();
  const ended = electron.waitForEvent('close');
  await page.getByRole('group', { name: 'Language' }).getByRole('button', { name: 'Español' }).click();
  await ended;

  await desktop.restart();
  await expect(desktop.page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(desktop.page.getByRole('textbox', { name: '¿Qué quieres hacer?' })).toBeVisible();
  await expect(desktop.page.getByRole('button', { name: 'Pausar todo' })).toBeVisible();
});
