// `npm run screenshots`: takes the pictures in docs/screenshots/ from the built app, so that they show what there is.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { buildApp, makeDataFolder, putOffFirstStart, startBuiltApp, TIME_ZONE } from '../tests/peers/built-app.ts';
import { chromiumFlags } from '../tests/peers/chromium-flags.mjs';
import { findOrInstallChromium } from '../tests/peers/install-chromium.mjs';
import { projectFolder } from './project-folder.ts';

const SENTENCE =
  'Put dentist on Thursday at 3pm, remind me to pay the rent on the 1st of every month, and draft an email to ana@example.com that I’ll be 10 minutes late';

const executablePath = findOrInstallChromium(console.log);
if (executablePath === null) {
  console.error('There is no Chromium here and none could be installed. The pictures stay as they were.');
  process.exit(1);
}
buildApp();
const folder = makeDataFolder();
const app = await startBuiltApp(folder.path);
// Also where a picture could not be taken: nothing of it is left running.
process.once('exit', () => void app.kill());
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
const page = await browser.newPage({
  viewport: { width: 1200, height: 880 },
  deviceScaleFactor: 1.5,
  locale: 'en-GB',
  timezoneId: TIME_ZONE,
  reducedMotion: 'reduce',
});
mkdirSync(join(projectFolder, 'docs/screenshots'), { recursive: true });

await page.goto(app.url);
await page.getByRole('button', { name: 'Begin' }).waitFor();
await take(page, 'welcome');
await page.getByRole('button', { name: 'Begin' }).click();
for (const name of ['Health', 'Money']) await page.getByRole('button', { name }).click();
await take(page, 'priorities');
await page.getByRole('button', { name: 'Continue' }).click();
await page.getByRole('article', { name: 'Mail' }).waitFor();
await take(page, 'connect');
await page.getByRole('button', { name: 'Continue without an account' }).click();
await page.getByRole('radio', { name: 'Ask me for important actions' }).waitFor();
await take(page, 'autonomy');
await page.getByRole('button', { name: 'Continue' }).click();
await page.getByText('Nothing was done in the last 30 days').waitFor();
await take(page, 'guardrails');
await putOffFirstStart(app);

await page.goto(app.origin);
const askBox = page.getByRole('textbox', { name: 'What do you want done?' });
await askBox.waitFor();
await take(page, 'home');
await askBox.fill(SENTENCE);
await askBox.press('Enter');
await page.getByRole('button', { name: 'Approve' }).waitFor();
await take(page, 'plan');
await goTo(page, 'Approvals');
await page.getByRole('article').first().waitFor();
await take(page, 'approvals');
await page.goBack();
await page.getByRole('button', { name: 'Approve' }).click();
await page.getByText('All 3 done.').waitFor();
await take(page, 'done');
await goTo(page, 'Timeline');
await page.getByRole('button', { name: 'Undo' }).first().waitFor();
await take(page, 'timeline');
await page.getByRole('button', { name: 'Show the plan' }).click();
await page.getByRole('list', { name: 'The plan, step by step' }).getByRole('button').first().click();
await page.getByText('Where it comes from').waitFor();
await take(page, 'way');
await goTo(page, 'Insights');
await page.locator('.recharts-bar-rectangle path').first().waitFor();
await take(page, 'insights');
for (const told of [
  'Remember that I am allergic to peanuts',
  'Remember that I prefer window seats',
  'Remember that the spare key is with Bea',
]) {
  await goTo(page, 'Home');
  await askBox.fill(told);
  await askBox.press('Enter');
  await page.getByRole('list', { name: 'What will happen' }).getByText('Done', { exact: true }).waitFor();
}
await goTo(page, 'Memory');
await page.getByText('I prefer window seats').first().waitFor();
await take(page, 'memory');
await goTo(page, 'Automations');
for (const sentence of [
  'every weekday at 7am, add milk to my shopping list',
  'every Monday at 8, show me my events today',
]) {
  await page.getByRole('button', { name: 'Set something up' }).click();
  await askBox.fill(sentence);
  await page.getByRole('button', { name: 'See what it will do' }).click();
  await page.getByRole('list', { name: 'What it will do each time' }).waitFor();
  await page.getByRole('button', { name: 'Set it up' }).click();
  await page
    .getByRole('list', { name: 'What is done by itself' })
    .getByText(/milk|events/)
    .first()
    .waitFor();
}
await take(page, 'automations');
await goTo(page, 'Integrations');
await page.getByRole('article').first().waitFor();
await take(page, 'integrations');
await goTo(page, 'Policies');
await page.getByRole('radio', { name: 'Ask me for important actions' }).waitFor();
await take(page, 'policies');
await page.getByRole('button', { name: 'Pause everything' }).click();
await page.getByRole('button', { name: 'Resume' }).first().waitFor();
await goTo(page, 'Home');
await take(page, 'paused');
await page.getByRole('button', { name: 'Resume' }).click();
await page.getByRole('button', { name: 'Resume all' }).click();
await page.getByRole('button', { name: 'Pause everything' }).waitFor();
await goTo(page, 'Practice life');
await page.getByRole('list', { name: 'Three things to try' }).waitFor();
await take(page, 'practice');
await askBox.fill('Pay the electricity bill');
await askBox.press('Enter');
await page.getByRole('button', { name: 'Approve' }).waitFor();
await take(page, 'practice-plan');

await browser.close();
await app.stop();
folder.remove();

async function goTo(open: Page, place: string): Promise<void> {
  await open.getByRole('navigation').getByRole('link', { name: place }).click();
}

/** One picture in light and one in dark. */
async function take(open: Page, name: string): Promise<void> {
  await open.mouse.move(0, 0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await open.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open.screenshot({ path: join(projectFolder, `docs/screenshots/${name}-${colorScheme}.png`) });
  }
  await open.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}
