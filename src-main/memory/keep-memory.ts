import type { Learnt, MemoryItem, MemoryStatus, NewMemoryItem } from '#contract/model/memory-item.ts';
import type { ProvenanceMark } from '#contract/model/provenance.ts';
import {
  eraseMemoryItem,
  findMemoryRow,
  insertMemoryItem,
  type MemoryRow,
  toMemoryItem,
  updateMemoryItem,
} from '#db/repositories/memory-items.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { endOf } from '#main/memory/retention.ts';

/** How something came to be known, and whether it may be used before the person says yes. */
export type Learning = {
  readonly by: Learnt['by'];
  readonly quote: string | null;
  readonly runId: string | null;
  readonly from: Learnt['from'];
  readonly mark: ProvenanceMark | null;
  readonly status: Exclude<MemoryStatus, 'superseded'>;
};

export const typedIn: Learning = { by: 'said', quote: null, runId: null, from: null, mark: null, status: 'known' };

type Keep = {
  readonly id: string;
  readonly item: NewMemoryItem;
  readonly actor: string;
  readonly learning: Learning;
  /** What it corrects: superseded in the same transaction, or when the person says yes to it. */
  readonly corrects?: string | null;
};

/** Keeps an item. One that stands there already under this id is left as it is. */
export function keepItem(tx: JournalTx, { id, item, actor, learning, corrects = null }: Keep): MemoryItem {
  const standing = findMemoryRow(tx.orm, id);
  if (standing) return toMemoryItem(standing);
  const { by, quote, runId, from, mark, status } = learning;
  const row: MemoryRow = {
    id,
    item,
    source: actor,
    createdAt: tx.now,
    updatedAt: tx.now,
    status,
    learntBy: by,
    quote,
    runId,
    mark,
    from,
    corrects,
    supersededAt: null,
    keptUntil: endOf(tx.orm, { status, by }, tx.now),
  };
  insertMemoryItem(tx, row);
  if (corrects !== null && status === 'known') supersede(tx, corrects);
  const change = status === 'waiting' ? 'waits' : corrects === null ? 'added' : 'corrected';
  tx.append({ actor, body: { kind: 'memory.changed', memoryId: id, change } });
  return toMemoryItem(row);
}

/** It is used no more, and stays to be seen as what was corrected. */
function supersede(tx: JournalTx, id: string): void {
  const row = findMemoryRow(tx.orm, id);
  if (row?.status !== 'known') return;
  const keptUntil = endOf(tx.orm, { status: 'superseded', by: row.learntBy }, tx.now);
  updateMemoryItem(tx, id, { status: 'superseded', supersededAt: tx.now, keptUntil, updatedAt: tx.now });
  tx.append({ actor: 'memory', body: { kind: 'memory.changed', memoryId: id, change: 'superseded' } });
}

/** What was superseded is known again. */
export function reinstate(tx: JournalTx, id: string, actor: string): void {
  const row = findMemoryRow(tx.orm, id);
  if (row?.status !== 'superseded') return;
  const keptUntil = endOf(tx.orm, { status: 'known', by: row.learntBy }, row.createdAt);
  updateMemoryItem(tx, id, { status: 'known', supersededAt: null, keptUntil, updatedAt: tx.now });
  tx.append({ actor, body: { kind: 'memory.changed', memoryId: id, change: 'put-back' } });
}

/** The person's yes to what was gathered: from now on it is used, in place of what it corrects. */
export function confirmItem(tx: JournalTx, row: MemoryRow, actor: string): void {
  const keptUntil = endOf(tx.orm, { status: 'known', by: row.learntBy }, tx.now);
  updateMemoryItem(tx, row.id, { status: 'known', keptUntil, updatedAt: tx.now });
  if (row.corrects !== null) supersede(tx, row.corrects);
  tx.append({ actor, body: { kind: 'memory.changed', memoryId: row.id, change: 'confirmed' } });
}

/** Gone for good: from the table, its uses and the calls to models; from the index and the backups soon after. */
export function eraseItem(tx: JournalTx, id: string, actor: string, change: 'removed' | 'declined' | 'expired'): void {
  eraseMemoryItem(tx, id, tx.now);
  tx.append({ actor, body: { kind: 'memory.changed', memoryId: id, change } });
  // A page of it may stand in the journal of the database until it is written over.
  tx.afterCommit(() => setImmediate(emptyJournal, tx));
}

function emptyJournal({ orm }: JournalTx): void {
  try {
    if (orm.$client.open && !orm.$client.inTransaction) orm.$client.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // Somebody reads just now, or the disk is full: the journal is written over by what comes next.
  }
}

/** What the person put back after they had it forgotten, exactly as it stood. */
export function putBack(tx: JournalTx, row: MemoryRow, actor: string): void {
  if (findMemoryRow(tx.orm, row.id)) return;
  insertMemoryItem(tx, { ...row, updatedAt: tx.now });
  tx.append({ actor, body: { kind: 'memory.changed', memoryId: row.id, change: 'put-back' } });
}
