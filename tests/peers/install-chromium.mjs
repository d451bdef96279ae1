// Finds a Chromium for the browser journeys, or installs one where that is allowed. Plain JavaScript, for build/test.mjs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const HEADLESS = '/usr/bin/chromium-headless-shell';
const INSTALL_MINUTES = 5;

/** The path of a Chromium: the one that was named, Playwright's own, or the system's. Null: there is none. */
export function findChromium() {
  const named = process.env.LIFE_OS_CHROMIUM;
  const places = [...(named ? [named] : []), chromium.executablePath(), ...systemPlaces];
  return places.find((place) => existsSync(place)) ?? null;
}

/** The same engine without what draws windows, at about half the work; the whole Chromium where there is none. */
export function findHeadlessChromium() {
  if (process.env.LIFE_OS_CHROMIUM) return findChromium();
  return existsSync(HEADLESS) ? HEADLESS : findChromium();
}

/** As above, and where there is none: from Debian's packages as root, else Playwright's own download. */
export function findOrInstallChromium(say) {
  const found = findChromium();
  if (found !== null && (existsSync(HEADLESS) || !mayInstall())) return found;
  if (mayInstall()) {
    say('Installing the packages chromium and chromium-headless-shell with apt-get …');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'chromium-headless-shell']);
    if (findChromium() === null) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  } else {
    say('There is no Chromium here; asking Playwright to download its own …');
    run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  }
  return findChromium();
}

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function run(command, args) {
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: INSTALL_MINUTES * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
