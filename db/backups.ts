import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile } from '#db/check-file.ts';
import { instantIn, stampOf } from '#db/data-paths.ts';
import { flushFile, flushFolder } from '#db/make-durable.ts';

export type Backup = { readonly path: string; readonly name: string; readonly of: string };

/** How many daily ones are kept; those made before a migration stay. */
const KEPT = 7;
const DAY_MS = 86_400_000;
const DAILY = 'daily-';
const UNFINISHED = '.unfinished-';

/** Newest first, whatever they were made for. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const of = name.endsWith('.db') && !name.startsWith('.') ? instantIn(name) : null;
      return of === null ? [] : [{ name, of, path: join(folder, name) }];
    })
    .sort((a, b) => b.of.localeCompare(a.of));
}

/** A day since the last one; also when the clock was set back behind it. */
export function isBackupDue(folder: string, now: string): boolean {
  const last = listBackups(folder)[0];
  return last === undefined || Math.abs(Date.parse(now) - Date.parse(last.of)) >= DAY_MS;
}

/** What was copied can't be relied on, so neither can what it was copied from. The earlier backups stay. */
export class DamagedCopyError extends Error {}

/**
 * Copies the database while it is used. The copy is checked wholly and on the disk before it has a
 * backup's name, and before an older one is let go.
 */
export async function makeBackup(options: {
  folder: string;
  now: string;
  kind: string;
  copyTo(path: string): Promise<void>;
}): Promise<string> {
  const { folder, now, kind, copyTo } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `${kind}${stampOf(now)}.db`;
  const unfinished = join(folder, `${UNFINISHED}${name}`);
  try {
    await copyTo(unfinished);
    const damage = await checkFile({ path: unfinished, inUse: false });
    if (damage !== null) throw new DamagedCopyError(damage);
    flushFile(unfinished);
    renameSync(unfinished, join(folder, name));
    flushFolder(folder);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  return name;
}

export async function makeDailyBackup(options: Omit<Parameters<typeof makeBackup>[0], 'kind'>): Promise<string> {
  const name = await makeBackup({ ...options, kind: DAILY });
  const daily = listBackups(options.folder).filter((backup) => backup.name.startsWith(DAILY));
  // The one just made stays even when the clock was set back and it is not the newest by name.
  for (const backup of daily.slice(KEPT)) if (backup.name !== name) rmSync(backup.path);
  return name;
}

/** What a crash left of a backup in the making. */
export function sweepBackups(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (name.startsWith(UNFINISHED)) rmSync(join(folder, name));
}
