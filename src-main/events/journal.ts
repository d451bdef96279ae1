import type { LoggedEvent, NewEvent } from '#contract/model/event.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { Database, Orm, Tx } from '#db/open-database.ts';
import { findLastEvent, insertEvent } from '#db/repositories/events.ts';
import { canonicalJson } from '#main/events/canonical-json.ts';
import { GENESIS, hashEvent } from '#main/events/chain-event.ts';
import type { Clock, IdSource } from '#main/seams.ts';

/** A write transaction that can also tell the story of what it changes. */
export type JournalTx = Tx & {
  readonly now: Instant;
  newId(): string;
  /** Adds an entry to the log, in this transaction; listeners hear of it once it is on disk. */
  append(event: NewEvent): void;
};

/** The database and its event log as one thing: a state change and its event are one transaction. */
export type Journal = {
  readonly orm: Orm;
  now(): Instant;
  newId(): string;
  write<T>(work: (tx: JournalTx) => T): Promise<T>;
  /** Announces every entry after it is on disk, in order. Answers with how to stop listening. */
  subscribe(listener: (event: LoggedEvent) => void): () => void;
};

export function createJournal(parts: { database: Database; clock: Clock; ids: IdSource }): Journal {
  const { database, clock, ids } = parts;
  const listeners = new Set<(event: LoggedEvent) => void>();

  function append(tx: Tx, now: Instant, event: NewEvent): void {
    const last = findLastEvent(tx.orm);
    const row = {
      seq: (last?.seq ?? 0) + 1,
      at: now,
      actor: event.actor,
      runId: event.runId ?? null,
      stepId: event.stepId ?? null,
      kind: event.body.kind,
      body: canonicalJson(event.body),
      previousHash: last?.hash ?? GENESIS,
    };
    const hash = hashEvent(row);
    insertEvent(tx, { ...row, hash });
    const { kind: _kind, ...logged } = row;
    tx.afterCommit(() => {
      for (const listener of listeners) listener({ ...logged, body: event.body, hash });
    });
  }

  return {
    orm: database.orm,
    now: () => clock.now(),
    newId: () => ids.next(),
    write: (work) =>
      database.write((tx) => {
        const now = clock.now();
        return work({ ...tx, now, newId: () => ids.next(), append: (event) => append(tx, now, event) });
      }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
