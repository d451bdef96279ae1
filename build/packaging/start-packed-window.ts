import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findChromium } from '#tests/peers/install-chromium.mjs';
import { projectFolder } from '../project-folder.ts';

/**
 * Starts the packed files by the entry that Electron starts, with the stand-in for it, and waits for the first screen in
 * its window. False where there is no Chromium for the window to stand in.
 */
export async function startPackedWindow(extracted: string, dataFolder: string): Promise<boolean> {
  if (findChromium() === null) return false;
  const electron = await _electron.launch({
    executablePath: join(projectFolder, 'tests/electron-host/electron'),
    args: [extracted, '--data-dir', dataFolder],
    cwd: dataFolder,
    env: { ...process.env, LIFE_OS_NODE: process.execPath, XDG_CONFIG_HOME: dataFolder },
  });
  try {
    const page = await windowOf(electron);
    await page.getByRole('button', { name: 'Begin' }).waitFor();
  } finally {
    await electron.close();
  }
  return true;
}

const TRIES = 300;
const BETWEEN_MS = 100;

/** The app's own window: the command bar is another, and which of them comes first is open. */
async function windowOf(electron: ElectronApplication): Promise<Page> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const found = electron.windows().find((page) => /life-os.*#\/(?!command-bar)/.test(page.url()));
    if (found) return found;
    await setTimeout(BETWEEN_MS);
  }
  throw new Error('the window did not open');
}
