import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goTo, say, test } from './open-life.ts';

test('shots', async ({ page, life }) => {
  const home = mkdtempSync('/tmp/life-os-shots-');
  mkdirSync(join(home, 'Downloads', 'Pictures'), { recursive: true });
  for (const name of ['Invoice May.pdf', 'beach.jpg', 'song.mp3', 'notes.txt']) writeFileSync(join(home, 'Downloads', name), name);
  await goTo(page, 'Integrations');
  const card = page.getByRole('article', { name: 'Files on this computer' });
  await card.scrollIntoViewIfNeeded();
  await page.setViewportSize({ width: 1280, height: 800 });
  await card.screenshot({ path: '/tmp/shot-empty.png' });
  await life.call('POST', '/integrations/files/connect', { settings: { folder: join(home, 'Downloads') } });
  await page.reload();
  await card.getByRole('button', { name: 'Pick a folder' }).click();
  await card.screenshot({ path: '/tmp/shot-light.png' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 800 });
  await card.screenshot({ path: '/tmp/shot-dark-320.png' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await goTo(page, 'Home');
  await say(page, 'Sort my Downloads by kind');
  await page.getByRole('button', { name: 'Approve' }).first().waitFor();
  await page.screenshot({ path: '/tmp/shot-plan-dark.png', fullPage: true });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 800 });
  await page.screenshot({ path: '/tmp/shot-plan-320.png', fullPage: true });
});
