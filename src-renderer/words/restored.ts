import { t } from '#contract/language/t.ts';
import type { EventBody } from '#contract/model/event.ts';
import { dayAndTime } from '#renderer/words/time.ts';

/** What was put in place of damaged files, and what that means. */
export function restoredWords(body: Extract<EventBody, { kind: 'storage.restored' }>): [string, ...string[]] {
  const kept = body.damagedKept === null ? [] : [t`The damaged files are kept in ${body.damagedKept}.`];
  if (body.from === 'nothing') return [t`What was kept here was damaged, and there was no good backup.`, ...kept];
  return [
    body.from === 'backup' ? backupWords(body.backupOf) : readableWords(body.backupOf),
    t`What was done after that is done, but isn’t listed here.`,
    ...kept,
  ];
}

const backupWords = (of: string | null): string =>
  of === null ? t`A backup was put in place.` : t`A backup was put in place: things stand as on ${dayAndTime(of)}.`;

const readableWords = (of: string | null): string =>
  of === null
    ? t`What could be read was put in place.`
    : t`What could be read was put in place: things stand as on ${dayAndTime(of)}.`;
