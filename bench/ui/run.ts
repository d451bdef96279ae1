// `npm run bench:ui`: how the page paints, answers, hears of what happens and scrolls, beside a bare page of the same run.
import { chromium } from '@playwright/test';
import { chromiumFlags } from '#tests/peers/chromium-flags.mjs';
import { findOrInstallChromium } from '#tests/peers/install-chromium.mjs';
import { printTable } from '../print-table.ts';
import { measureArrival } from './measure-arrival.ts';
import { measureInteraction } from './measure-interaction.ts';
import { measurePaint } from './measure-paint.ts';
import { measureScroll } from './measure-scroll.ts';

const executablePath = findOrInstallChromium(console.log);
if (executablePath === null) {
  console.error('There is no Chromium here and none could be installed, so the page can’t be measured.');
  process.exit(1);
}
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
const rows = [
  ...(await measurePaint(browser)),
  ...(await measureInteraction(browser)),
  ...(await measureArrival(browser)),
  ...(await measureScroll(browser)),
];
const chromiumVersion = browser.version();
await browser.close();
printTable(rows, `Chromium ${chromiumVersion}`);
process.exitCode = rows.every(({ kept }) => kept !== false) ? 0 : 1;
