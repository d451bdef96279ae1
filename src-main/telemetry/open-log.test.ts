import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '#main/compose-for-tests.ts';
import { openLog } from '#main/telemetry/open-log.ts';

it('has each line on disk before work goes on, with the reason of an error, for its owner alone', () => {
  const folder = makeFolder();
  const log = openLog(folder);
  const path = join(folder, 'logs/life-os.log');
  log.error({ error: new Error('a bug'), runId: 'r' }, 'it broke');
  const [line] = readFileSync(path, 'utf8').trim().split('\n');
  expect(JSON.parse(line ?? '')).toMatchObject({ level: 50, msg: 'it broke', runId: 'r', error: { message: 'a bug' } });
  expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
  expect((statSync(join(folder, 'logs')).mode & 0o777).toString(8)).toBe('700');
});

it('goes on in the same file the next time', () => {
  const folder = makeFolder();
  openLog(folder).info({}, 'once');
  openLog(folder).info({}, 'twice');
  expect(readFileSync(join(folder, 'logs/life-os.log'), 'utf8').trim().split('\n')).toHaveLength(2);
});
