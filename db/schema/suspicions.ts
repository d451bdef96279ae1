import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PauseScope } from '#contract/model/pause.ts';
import type { Evidence, SuspicionKind } from '#contract/model/suspicion.ts';

/** What made the app pause by itself. It is kept after the person has confirmed it. */
export const suspicions = sqliteTable('suspicions', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<SuspicionKind>().notNull(),
  scope: text('scope').$type<PauseScope>().notNull(),
  because: text('because').notNull(),
  evidence: text('evidence_json', { mode: 'json' }).$type<Evidence[]>().notNull(),
  raisedAt: text('raised_at').notNull(),
  confirmedAt: text('confirmed_at'),
});

/** What is counted towards a suspicion. A row is of use for a day. */
export const suspicionSigns = sqliteTable(
  'suspicion_signs',
  {
    id: integer('id').primaryKey(),
    kind: text('kind').$type<SuspicionKind>().notNull(),
    at: text('at').notNull(),
    runId: text('run_id').notNull(),
    stepId: text('step_id').notNull(),
    toolCallId: text('tool_call_id'),
    connector: text('connector').notNull(),
    says: text('says').notNull(),
  },
  (table) => [index('suspicion_signs_by_kind').on(table.kind, table.at), index('suspicion_signs_by_time').on(table.at)],
);

/** Everyone who was ever sent something, so that who is new can be told. */
export const knownRecipients = sqliteTable('known_recipients', {
  address: text('address').primaryKey(),
  firstAt: text('first_at').notNull(),
});
