import { defineConfig } from '@playwright/test';
import { chromiumFlags } from './tests/peers/chromium-flags.mjs';
import { findHeadlessChromium } from './tests/peers/install-chromium.mjs';

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findHeadlessChromium() ?? undefined, args: chromiumFlags },
  },
});
