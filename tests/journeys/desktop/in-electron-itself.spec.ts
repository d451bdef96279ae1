import { expect, isReal, test } from './open-desktop.ts';

// Said as a skipped test, so that every run counts it.
test.skip(
  !isReal,
  'NOT RUN in Electron itself: LIFE_OS_ELECTRON=real says so where it is installed. The stand-in was used.',
);

test('these journeys run in Electron itself', async ({ desktop }) => {
  const versions = await desktop.electron.evaluate(() => process.versions);
  expect(versions.electron).toMatch(/^\d+\./);
});
