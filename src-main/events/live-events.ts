import type { LoggedEvent } from '#contract/model/event.ts';
import { findLastEvent, listEventsAfter } from '#db/repositories/events.ts';
import { readEventRow } from '#main/events/chain-event.ts';
import type { Journal } from '#main/events/journal.ts';

const PAGE = 500;

/**
 * The log as it grows, from the entry after `afterSeq`, without gap or repeat: what is on disk first,
 * then what is announced. From now when there is no such place, or it lies beyond the end of this log
 * (as after a restored backup). Ends when `signal` aborts.
 */
export async function* liveEvents(
  journal: Journal,
  afterSeq: number | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<LoggedEvent> {
  const last = findLastEvent(journal.orm)?.seq ?? 0;
  let seq = Math.min(afterSeq ?? last, last);
  let wake = () => {};
  const unsubscribe = journal.subscribe(() => wake());
  signal?.addEventListener('abort', () => wake());
  try {
    while (!signal?.aborted) {
      const announced = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const rows = listEventsAfter(journal.orm, seq, PAGE);
      for (const row of rows) {
        seq = row.seq;
        yield readEventRow(row);
      }
      if (rows.length < PAGE && !signal?.aborted) await announced;
    }
  } finally {
    unsubscribe();
  }
}
