import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, openChromium } from './chromium.ts';
import { readSwitches } from './read-switches.ts';

/** What every part of the stand-in is built on. */
type Host = { readonly appFolder: string; readonly browser: Browser };

let host: Host | null = null;

/** Opens the Chromium that the windows stand in, before the app's own code runs. */
export async function startHost(appFolder: string): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'life-os-window-'));
  const { chromium } = readSwitches(process.argv.slice(1));
  const browser = await openChromium(profile, chromium);
  host = { appFolder, browser };
  process.once('exit', () => {
    browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
}

export function theHost(): Host {
  if (host === null) throw new Error('The stand-in for Electron has not been started.');
  return host;
}
