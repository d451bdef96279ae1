import type { Orm } from '#db/open-database.ts';
import { listEventsAfter } from '#db/repositories/events.ts';
import { GENESIS, isChained } from '#main/events/chain-event.ts';

const PAGE = 1000;

/** Recomputes the whole chain. An entry that was altered, dropped or put in breaks it at its place. */
export function verifyLog(orm: Orm): { whole: boolean; entries: number; firstBrokenSeq: number | null } {
  let previousHash = GENESIS;
  let seq = 0;
  for (;;) {
    const rows = listEventsAfter(orm, seq, PAGE);
    for (const row of rows) {
      if (row.seq !== seq + 1 || !isChained(row, previousHash)) {
        return { whole: false, entries: seq, firstBrokenSeq: row.seq };
      }
      previousHash = row.hash;
      seq = row.seq;
    }
    if (rows.length < PAGE) return { whole: true, entries: seq, firstBrokenSeq: null };
  }
}
