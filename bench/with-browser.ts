import { type Browser, chromium } from '@playwright/test';
import { chromiumFlags } from '../tests/peers/chromium-flags.mjs';
import { findOrInstallChromium } from '../tests/peers/install-chromium.mjs';
import type { Measurement } from './measurement.ts';
import { printTable } from './print-table.ts';

/** Measures in a browser, prints the table, and ends with 1 when a promise is broken or there is no browser. */
export async function measureInBrowser(measure: (browser: Browser) => Promise<readonly Measurement[]>): Promise<void> {
  const executablePath = findOrInstallChromium(console.log);
  if (executablePath === null) {
    console.error('There is no Chromium here and none could be installed, so the page can’t be measured.');
    process.exit(1);
  }
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const rows = await measure(browser);
  const chromiumVersion = browser.version();
  await browser.close();
  printTable(rows, `Chromium ${chromiumVersion}`);
  process.exitCode = rows.every(({ kept }) => kept !== false) ? 0 : 1;
}
