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

type End = { readonly seq: number; readonly hash: string };

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
  /** The end of the log as this transaction sees it; null when it has to be read. */
  let end: End | null = null;

  function append(tx: Tx, now: Instant, event: NewEvent): void {
    const last = end ?? findLastEvent(tx.orm) ?? { seq: 0, hash: GENESIS };
    const row = {
      seq: last.seq + 1,
      at: now,
      actor: event.actor,
      runId: event.runId ?? null,
      stepId: event.stepId ?? null,
      kind: event.body.kind,
      body: canonicalJson(event.body),
      previousHash: last.hash,
    };
    const hash = hashEvent(row);
    insertEvent(tx, { ...row, hash });
    end = { seq: row.seq, hash };
    const { kind: _kind, ...logged } = row;
    tx.afterCommit(() => {
      for (const listener of listeners) listener({ ...logged, body: event.body, hash });
    });
  }

  /** What is taken back takes its entries with it, so the end is again where it was. */
  function keepingTheEnd<T>(work: () => T): T {
    const before = end;
    try {
      return work();
    } catch (error) {
      end = before;
      throw error;
    }
  }

  return {
    orm: database.orm,
    now: () => clock.now(),
    newId: () => ids.next(),
    write(work) {
      const written = database.write((tx) => {
        const now = clock.now();
        const journalTx = { ...tx, now, newId: () => ids.next(), append: (event: NewEvent) => append(tx, now, event) };
        return keepingTheEnd(() => work(journalTx));
      });
      written.catch(() => {
        // The whole group may have been taken back.
        end = null;
      });
      return written;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
