import { _electron, test, expect } from '@playwright/test';
import { join } from 'node:path';
import { makeDataFolder, TIME_ZONE } from '../../peers/built-app.ts';
test('try', async () => {
  const folder = makeDataFolder();
  const t0 = Date.now();
  const app = await _electron.launch({
    executablePath: 'tests/electron-host/electron',
    args: ['.', '--data-dir', folder.path, `--user-data-dir=${folder.path}/window`],
    env: { ...process.env, LIFE_OS_NODE: process.execPath, TZ: TIME_ZONE, LANG: 'en_GB.UTF-8' } as any,
  });
  app.process().stderr?.on('data', (d) => console.log(String(d)));
  console.log('launched', Date.now() - t0);
  const page = await app.firstWindow();
  page.on('console', (m) => console.log('console', m.text()));
  console.log('window', Date.now() - t0);
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  console.log('visible', Date.now() - t0, page.url());
  console.log(await app.evaluate(({ app }) => app.getName()));
  console.log(await app.evaluate(() => JSON.stringify((globalThis as any).shellRecord.calls)));
  await app.close();
});
