import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Alarms } from '#connectors/sdk/action.ts';
import type { EventBody } from '#contract/model/event.ts';
import type { Instant } from '#contract/model/instant.ts';
import { type Database, openDatabase } from '#db/open-database.ts';
import { listEventsAfter } from '#db/repositories/events.ts';
import { createJournal, type Journal } from '#main/events/journal.ts';
import { createAlarms } from '#main/schedules/alarms.ts';

const migrations = join(import.meta.dirname, '../../db/migrations');

/** Alarms over a real database in a folder of its own, and a clock that is set by hand. */
export type HandClock = {
  now: Instant;
  readonly database: Database;
  readonly journal: Journal;
  readonly alarms: Alarms;
  /** What the log tells, in order: `fired daily 2026-11-26T09:00:00.000Z`. */
  told(): string[];
  /** Opens the same database again, as after a restart. */
  restart(): Promise<void>;
  close(): void;
};

export async function openHandClock(changed: () => void = () => {}): Promise<HandClock> {
  const folder = mkdtempSync(join(tmpdir(), 'life-os-schedules-'));

  async function open() {
    const database = await openDatabase(folder, migrations);
    const journal = createJournal({ database, clock: { now: () => hand.now }, ids: { next: () => 'id' } });
    return { database, journal, alarms: createAlarms(journal, changed) };
  }

  const hand = {
    now: '2026-11-25T12:00:00.000Z',
    ...(await open()),
    told: () => listEventsAfter(hand.database.orm, 0, 1000).map(({ body }) => sayEvent(JSON.parse(body))),
    async restart() {
      hand.database.close();
      Object.assign(hand, await open());
    },
    close() {
      hand.database.close();
      rmSync(folder, { recursive: true });
    },
  };
  return hand;
}

function sayEvent(event: EventBody): string {
  if (event.kind !== 'reminder.fired' && event.kind !== 'reminder.missed') return event.kind;
  return `${event.kind.slice('reminder.'.length)} ${event.scheduleId} ${event.dueAt}`;
}
