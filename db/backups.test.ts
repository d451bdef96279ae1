import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DamagedCopyError, isBackupDue, listBackups, makeBackup, makeDailyBackup, sweepBackups } from '#db/backups.ts';

let folder: string;
let source: BetterSqlite3.Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'life-os-backups-'));
  source = new BetterSqlite3(join(folder, 'source.db'));
  source.exec("CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('kept')");
});
afterEach(() => {
  source.close();
  rmSync(folder, { recursive: true });
});

const backups = () => join(folder, 'backups');
const copyTo = async (path: string) => void (await source.backup(path));
const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T10:00:00.000Z`;

describe('backups', () => {
  it('keep the newest seven of the daily ones, and all that were made before a migration', async () => {
    await makeBackup({ folder: backups(), now: day(1), kind: 'before-migration-2-', copyTo });
    for (let n = 2; n <= 11; n += 1) await makeDailyBackup({ folder: backups(), now: day(n), copyTo });
    const days = listBackups(backups()).map(({ of }) => of);
    expect(days).toEqual([11, 10, 9, 8, 7, 6, 5, 1].map(day));
    expect(readdirSync(backups())).toHaveLength(8);
  });

  it('are due a day after the last, and when the clock was set back behind it', async () => {
    expect(isBackupDue(backups(), day(10))).toBe(true);
    await makeDailyBackup({ folder: backups(), now: day(10), copyTo });
    expect([day(10), '2026-11-11T09:59:59.999Z', day(11), day(5)].map((now) => isBackupDue(backups(), now))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('hold what was there, in one file', async () => {
    const name = await makeDailyBackup({ folder: backups(), now: day(1), copyTo });
    const copy = new BetterSqlite3(join(backups(), name), { readonly: true });
    expect(copy.prepare('SELECT text FROM notes').all()).toEqual([{ text: 'kept' }]);
    copy.close();
  });

  it('are none when the copy is damaged: the earlier ones stay', async () => {
    await makeDailyBackup({ folder: backups(), now: day(1), copyTo });
    const spoilt = async (path: string) => writeFileSync(path, 'no database at all');
    await expect(makeDailyBackup({ folder: backups(), now: day(2), copyTo: spoilt })).rejects.toThrow(DamagedCopyError);
    expect(listBackups(backups()).map(({ of }) => of)).toEqual([day(1)]);
    expect(readdirSync(backups())).toHaveLength(1);
  });

  it('are not taken for one when a crash left them unfinished', async () => {
    await makeDailyBackup({ folder: backups(), now: day(1), copyTo });
    writeFileSync(join(backups(), '.unfinished-daily-2026-11-02T10-00-00.000Z.db'), 'half');
    expect(listBackups(backups())).toHaveLength(1);
    sweepBackups(backups());
    expect(readdirSync(backups())).toHaveLength(1);
  });
});
