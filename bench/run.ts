// `npm run bench`: measures the built app and prints a table. Each figure stands beside a peer or a limit of the same run.
import { chromium } from '@playwright/test';
import { chromiumFlags } from '../tests/peers/chromium-flags.mjs';
import { findOrInstallChromium } from '../tests/peers/install-chromium.mjs';
import { measurePause } from './measure-pause.ts';
import { measurePlan } from './measure-plan.ts';
import { measurePolicy } from './measure-policy.ts';
import { measureRuns } from './measure-runs.ts';
import { measureStart } from './measure-start.ts';
import { printTable } from './print-table.ts';

const executablePath = findOrInstallChromium(console.log);
if (executablePath === null) {
  console.error('There is no Chromium here and none could be installed, so the page can’t be measured.');
  process.exit(1);
}
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
const rows = [
  ...(await measureStart(browser)),
  ...(await measurePlan(browser)),
  ...(await measureRuns()),
  ...(await measurePause()),
  ...(await measurePolicy()),
];
const chromiumVersion = browser.version();
await browser.close();

printTable(rows, `Chromium ${chromiumVersion}`);
process.exitCode = rows.every(({ kept }) => kept !== false) ? 0 : 1;
