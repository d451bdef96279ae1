import { existsSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDailyBackup } from '#db/backups.ts';
import { dataPaths } from '#db/data-paths.ts';
import { openDatabase } from '#db/open-database.ts';
import { bundleLife, removeBundledLife } from './bundle-life.ts';
import { drawFor, oneOf } from './draw-from.ts';
import { seeThrough } from './see-through.ts';

const SEEDS = Math.ceil(Number(process.env.LIFE_OS_CHAOS_SEEDS ?? 20) / 10);
const FIRST = Number(process.env.LIFE_OS_CHAOS_SEED ?? 1);
const SECONDS_EACH = 60;

beforeAll(bundleLife);
afterAll(removeBundledLife);

const damages = [
  (path: string) => truncateSync(path, 0),
  (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2)),
  (path: string) => writeFileSync(path, 'no database'),
] as const;

async function makeBackupIn(folder: string): Promise<void> {
  const database = await openDatabase(folder, join(import.meta.dirname, '../../db/migrations'));
  await makeDailyBackup({
    folder: dataPaths(folder).backups,
    now: '2026-07-01T10:00:00.000Z',
    copyTo: database.copyTo,
  });
  database.close();
}

it(`does no effect twice over ${SEEDS} lives whose database is damaged and restored in the middle`, {
  timeout: SEEDS * SECONDS_EACH * 1000,
}, async () => {
  let restored = 0;
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
    await seeThrough({
      seed,
      requests: 5,
      atOnce: 3,
      kills: 4,
      async afterKill(folder, killed) {
        const { database } = dataPaths(folder);
        if (!existsSync(database)) return;
        if (killed === 1) await makeBackupIn(folder);
        if (killed !== 2) return;
        oneOf(drawFor(seed, 'damage'), ...damages)(database);
        restored += 1;
      },
    });
  }
  console.log(`${SEEDS} lives, ${restored} of them with a restored database: no effect twice.`);
  expect(restored).toBeGreaterThan(0);
});
