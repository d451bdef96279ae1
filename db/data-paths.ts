import { join } from 'node:path';

/** Where the database and what keeps it safe stand in the person's folder. */
export const dataPaths = (folder: string) => ({
  database: join(folder, 'life-os.db'),
  backups: join(folder, 'backups'),
  damaged: join(folder, 'damaged'),
  /** The number of the last entry that was answered for. */
  lastEntry: join(folder, 'last-entry'),
  /** What was restored, until the log tells of it. */
  restored: join(folder, 'restored.json'),
  /** The database is to be checked wholly before it is used again. */
  suspicion: join(folder, 'check-at-start'),
});

/** A moment as it stands in the names of files and folders. */
export const stampOf = (instant: string): string => instant.replaceAll(':', '-');

/** The moment in a name that ends with a stamp; null when there is none. */
export function instantIn(name: string): string | null {
  const [, date, hours, minutes, seconds] = /(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3})Z(?:\.db)?$/.exec(name) ?? [];
  return date === undefined ? null : `${date}T${hours}:${minutes}:${seconds}Z`;
}
