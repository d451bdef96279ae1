import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, openChromium } from './chromium.ts';

let appFolder: string | null = null;
let browser: Browser | null = null;

/** Where the app that is run stands: the folder of its package.json. */
export function theAppFolder(): string {
  if (appFolder === null) throw new Error('The stand-in for Electron has not been started.');
  return appFolder;
}

/** The Chromium that the windows stand in. */
export function theBrowser(): Browser {
  if (browser === null) throw new Error('The stand-in for Electron has no Chromium before the app is ready.');
  return browser;
}

/** Starts Chromium beside the app's own code, which opens no window before it is ready. Resolves once it listens. */
export async function startHost(folder: string, switches: readonly string[]): Promise<Browser> {
  appFolder = folder;
  const profile = mkdtempSync(join(tmpdir(), 'life-os-window-'));
  const chromium = openChromium(profile, switches);
  process.once('exit', () => {
    chromium.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  browser = await chromium.ready;
  return browser;
}
