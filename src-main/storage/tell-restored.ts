import { localeFor } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';
import type { StorageNotice } from '#contract/model/storage-notice.ts';
import { findLastEvent, findLastOfKind } from '#db/repositories/events.ts';
import { findPause } from '#db/repositories/pauses.ts';
import { doubtRunsIn } from '#db/repositories/runs.ts';
import type { Restored } from '#db/restored-note.ts';
import { readEventRow } from '#main/events/chain-event.ts';
import type { Journal } from '#main/events/journal.ts';
import { setPause } from '#main/gate/set-pause.ts';

const BECAUSE = t`What was done after the backup isn’t known here, so nothing goes on before you have had a look.`;

/**
 * The first thing after a restore, in one transaction: everything is paused until the person resumes, what
 * was open is in doubt, and the log says so. Told once, also when the app ends before the note is put away.
 */
export async function tellRestored(journal: Journal, restored: Restored): Promise<void> {
  const { from, backupOf, damagedKept } = restored;
  await journal.write((tx) => {
    const told = findLastOfKind(tx.orm, 'storage.restored');
    const body = { kind: 'storage.restored', from, backupOf, damagedKept } as const;
    if (told && damagedKept !== null && told.body.includes(JSON.stringify(damagedKept))) return;
    tx.append({ actor: 'life-os', body });
    const entry = findLastEvent(tx.orm)?.seq ?? 0;
    doubtRunsIn(tx, ['queued', 'planning', 'waiting_approval', 'executing'], entry);
    setPause(tx, { scope: 'everything', because: BECAUSE }, 'life-os');
  });
}

/** The banner after a restore; it stands until the person lets things go on. */
export function restoredNotice({ orm }: Journal, timeZone: string, locale: string): StorageNotice | null {
  if (findPause(orm, 'everything')?.by !== 'life-os') return null;
  const row = findLastOfKind(orm, 'storage.restored');
  const body = row && readEventRow(row).body;
  if (body?.kind !== 'storage.restored') return null;
  const says = `${restoredWords(body, timeZone, locale)} ${t`Everything is paused until you resume.`}`;
  return { kind: 'restored', says };
}

function restoredWords(
  { from, backupOf, damagedKept }: Pick<Restored, 'from' | 'backupOf' | 'damagedKept'>,
  timeZone: string,
  locale: string,
): string {
  const kept = damagedKept === null ? '' : t` The damaged files are kept in ${damagedKept}.`;
  if (from === 'nothing') {
    return `${t`What was kept here was damaged and there was no good backup, so Life OS starts empty.`}${kept}`;
  }
  const format = new Intl.DateTimeFormat(localeFor(locale), { dateStyle: 'full', timeStyle: 'short', timeZone });
  const as = backupOf === null ? t`at the very beginning` : t`on ${format.format(new Date(backupOf))}`;
  const what =
    from === 'backup'
      ? t`What was kept here was damaged, and a backup was put in place: things stand as ${as}.`
      : t`What was kept here was damaged, and the latest entries are missing: things stand as ${as}.`;
  return `${what} ${t`What was done after that is done, but isn’t listed.`}${kept}`;
}
