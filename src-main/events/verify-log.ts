import { setImmediate as nextTurn } from 'node:timers/promises';
import { t } from '#contract/language/t.ts';
import type { Orm } from '#db/open-database.ts';
import { type EventRow, listEventsAfter } from '#db/repositories/events.ts';
import { GENESIS, hashEvent } from '#main/events/chain-event.ts';

const PAGE = 1000;

export type Verification = {
  readonly whole: boolean;
  /** How many entries were found to be whole, from the first on. */
  readonly entries: number;
  readonly firstBrokenSeq: number | null;
  /** What was found, as the person reads it. */
  readonly says: string;
};

/** Recomputes the whole chain. An entry that was altered, dropped or put in breaks it at its place. */
export function verifyLog(orm: Orm): Verification {
  const pages = walk(orm);
  for (;;) {
    const page = pages.next();
    if (page.done) return page.value;
  }
}

/** The same with everything else getting its turn in between: a long log takes seconds. */
export async function verifyLogInTurns(orm: Orm): Promise<Verification> {
  const pages = walk(orm);
  for (;;) {
    const page = pages.next();
    if (page.done) return page.value;
    await nextTurn();
  }
}

function* walk(orm: Orm): Generator<undefined, Verification, undefined> {
  let last = { seq: 0, hash: GENESIS };
  for (;;) {
    const rows = listEventsAfter(orm, last.seq, PAGE);
    for (const row of rows) {
      const problem = problemWith(row, last);
      if (problem !== null) return { whole: false, entries: last.seq, firstBrokenSeq: row.seq, says: problem };
      last = row;
    }
    if (rows.length < PAGE) {
      const says = t`All ${last.seq} entries are whole, and each follows on the one before it.`;
      return { whole: true, entries: last.seq, firstBrokenSeq: null, says };
    }
    yield;
  }
}

function problemWith(row: EventRow, last: { readonly seq: number; readonly hash: string }): string | null {
  const { hash, ...rest } = row;
  if (row.seq !== last.seq + 1) return t`Entry ${last.seq + 1} is not there: entry ${row.seq} follows on ${last.seq}.`;
  if (hashEvent(rest) !== hash) return t`Entry ${row.seq} was altered: what it says is not what was sealed.`;
  if (row.previousHash === last.hash) return null;
  return t`Entry ${row.seq} does not follow on the one before it: something was put in or exchanged.`;
}
