// `npm run screenshots`: takes the pictures in docs/screenshots from the built app, in light and dark.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { makeDataFolder, startBuiltApp, TIME_ZONE } from '../tests/peers/built-app.ts';
import { chromiumFlags } from '../tests/peers/chromium-flags.mjs';
import { findOrInstallChromium } from '../tests/peers/install-chromium.mjs';
import { bundleWhenStale } from './bundle-when-stale.mjs';
import { projectFolder } from './project-folder.ts';

const SENTENCE =
  'Put dentist on Thursday at 3pm, remind me to pay the rent on the 1st of every month, and draft an email to ana@example.com that I’ll be 10 minutes late';
const folder = join(projectFolder, 'docs/screenshots');

const executablePath = findOrInstallChromium(console.log);
if (!bundleWhenStale(projectFolder) || executablePath === null) process.exit(1);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
for (const colorScheme of ['light', 'dark'] as const) {
  const data = makeDataFolder();
  const app = await startBuiltApp(data.path);
  const page = await browser.newPage({
    colorScheme,
    locale: 'en-GB',
    timezoneId: TIME_ZONE,
    viewport: { width: 1120, height: 860 },
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
  });
  await page.goto(app.url);
  await takeAll(page, colorScheme);
  await page.close();
  await app.stop();
  data.remove();
}
await browser.close();

async function takeAll(page: Page, scheme: string): Promise<void> {
  const take = async (name: string) => {
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(folder, `${name}-${scheme}.png`) });
  };
  const ask = page.getByRole('textbox', { name: 'What do you want done?' });
  await ask.fill(SENTENCE);
  await ask.press('Enter');
  await page.getByRole('button', { name: 'Approve' }).waitFor();
  await take('plan');
  await page.getByRole('link', { name: /Approvals/ }).click();
  await page.getByRole('button', { name: 'Approve' }).first().waitFor();
  await take('approvals');
  await page.goBack();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('All 3 done.').waitFor();
  await page.getByRole('link', { name: 'Timeline' }).click();
  await page.getByRole('button', { name: 'Undo' }).first().waitFor();
  await take('timeline');
}
