import { DamagedCopyError, isBackupDue, makeDailyBackup } from '#db/backups.ts';
import { checkFile } from '#db/check-file.ts';
import { dataPaths } from '#db/data-paths.ts';
import type { Database } from '#db/open-database.ts';
import { whyNotStored } from '#db/why-not-stored.ts';
import type { Clock, Log } from '#main/seams.ts';

/** After the page stands and was used for the first time; a whole check reads the disk for seconds. */
const FIRST_LOOK_MS = 5000;
const LOOK_AGAIN_MS = 15 * 60_000;

export type Backups = {
  /** Makes one now if the last is older than a day. Answers with its name. */
  makeIfDue(): Promise<string | null>;
  /** What is done by itself now and then: a backup if one is due, else the whole check once after each start. */
  look(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Makes a backup soon after a start and then each day, and sees to it that every start and every day has the whole
 * database checked in the background: by checking the copy, or the database itself when no backup is due.
 */
export function keepBackups(parts: {
  database: Database;
  folder: string;
  clock: Clock;
  log: Log;
  onDamage(because: string): void;
  /** Called once a backup was made: what was deleted since is taken out of the older ones. */
  afterBackup?(): Promise<void>;
}): Backups {
  const { database, folder, clock, log, onDamage } = parts;
  const paths = dataPaths(folder);
  let stopped = false;
  let checked = false;
  let working: Promise<unknown> = Promise.resolve();
  let making: Promise<unknown> = Promise.resolve();
  let timer = setTimeout(lookAndGoOn, FIRST_LOOK_MS);

  /** One after the other: whether one is due is only known once the last stands. */
  function makeIfDue(): Promise<string | null> {
    const made = making.then(makeOne);
    making = made.catch(() => {});
    return made;
  }

  async function makeOne(): Promise<string | null> {
    const now = clock.now();
    if (!isBackupDue(paths.backups, now)) return null;
    const copyTo = (path: string) => database.copyTo(path);
    const name = await makeDailyBackup({ folder: paths.backups, now, copyTo });
    checked = true;
    log.info({ name }, 'a backup was made and checked');
    await parts.afterBackup?.();
    return name;
  }

  async function checkOnce(): Promise<void> {
    if (checked) return;
    const damage = await checkFile({ path: paths.database, inUse: true });
    checked = true;
    if (damage !== null) onDamage(damage);
  }

  async function look(): Promise<void> {
    try {
      await makeIfDue();
      await checkOnce();
    } catch (error) {
      log.error({ error }, 'no backup could be made; it is tried again');
      if (error instanceof DamagedCopyError || whyNotStored(error) === 'damaged') onDamage(String(error));
    }
  }

  function lookAndGoOn(): void {
    working = look().finally(() => {
      if (!stopped) timer = setTimeout(lookAndGoOn, LOOK_AGAIN_MS);
    });
  }

  return {
    makeIfDue,
    look,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await working;
    },
  };
}
