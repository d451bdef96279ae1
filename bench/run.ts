// `npm run bench`: measures the built app and prints a table. Each figure stands beside a peer or a limit of the same run.
import { cpus, totalmem } from 'node:os';
import { chromium } from '@playwright/test';
import { chromiumFlags } from '../tests/peers/chromium-flags.mjs';
import { findOrInstallChromium } from '../tests/peers/install-chromium.mjs';
import { measurePause } from './measure-pause.ts';
import { measurePlan } from './measure-plan.ts';
import { measurePolicy } from './measure-policy.ts';
import { measureRuns } from './measure-runs.ts';
import { measureStart } from './measure-start.ts';
import { type Measurement, megabytes } from './measurement.ts';

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

const [processor] = cpus();
console.log(
  `\n${cpus().length} × ${processor?.model ?? 'unknown processor'}, ${megabytes(totalmem())}, Node ${process.versions.node}, Chromium ${chromiumVersion}\n`,
);
printTable(rows);
process.exitCode = rows.every(({ kept }) => kept !== false) ? 0 : 1;

function printTable(measurements: readonly Measurement[]): void {
  console.log('| what | measured | promise | beside, in the same run | ratio |\n|---|---|---|---|---|');
  for (const { what, measured, promise, kept, beside, ratio } of measurements) {
    const held = kept === null ? '' : `${promise}: ${kept ? 'kept' : 'BROKEN'}`;
    console.log(`| ${what} | ${measured} | ${held} | ${beside} | ${ratio.toFixed(1)} |`);
  }
}
