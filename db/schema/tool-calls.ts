import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CardValue } from '#contract/model/card.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { Json } from '#contract/model/json.ts';
import type { Provenance } from '#contract/model/provenance.ts';
import type { Report } from '#contract/model/run.ts';
import type { ToolCallStatus } from '#contract/model/tool-call.ts';
import type { UndoQuestion, UndoState } from '#contract/model/undo.ts';
import { workflowRuns } from '#db/schema/workflow-runs.ts';

/** The row that says "about to do this", committed before the request leaves, and what came of it. */
export const toolCalls = sqliteTable(
  'tool_calls',
  {
    id: text('id').primaryKey(),
    runId: text('run_id')
      .notNull()
      .references(() => workflowRuns.id),
    stepId: text('step_id').notNull(),
    connector: text('connector').notNull(),
    action: text('action').notNull(),
    /** The idempotency key: one effect, over every attempt and restart. */
    key: text('key').notNull(),
    args: text('args_json', { mode: 'json' }).$type<Json>().notNull(),
    provenance: text('provenance_json', { mode: 'json' }).$type<Provenance>().notNull(),
    effect: text('effect_json', { mode: 'json' }).$type<Effect>().notNull(),
    /** What others had a part in and no card showed before it was done: a draft's values, say. */
    fromOthers: text('from_others_json', { mode: 'json' }).$type<readonly CardValue[]>(),
    /** What the consent was bound to; a redo of anything else is asked. Null for what was done before it was kept. */
    digest: text('digest'),
    /** What stood there before, for the difference and for undo. */
    before: text('before_json', { mode: 'json' }).$type<Json>(),
    result: text('result_json', { mode: 'json' }).$type<Json>(),
    report: text('report_json', { mode: 'json' }).$type<Report>(),
    failure: text('failure_json', { mode: 'json' }).$type<Failure>(),
    status: text('status').$type<ToolCallStatus>().notNull(),
    undoable: integer('undoable', { mode: 'boolean' }).notNull(),
    undoUntil: text('undo_until'),
    undoState: text('undo_state').$type<UndoState>().notNull(),
    undoFailure: text('undo_failure_json', { mode: 'json' }).$type<Failure>(),
    /** With `asks`; and while it is carried out once the person said to do it all the same. */
    undoQuestion: text('undo_question_json', { mode: 'json' }).$type<UndoQuestion>(),
    /** The pause epoch that it was claimed under. */
    epoch: integer('epoch').notNull().default(0),
    createdAt: text('created_at').notNull(),
    settledAt: text('settled_at'),
  },
  (table) => [
    index('tool_calls_by_step').on(table.runId, table.stepId),
    // Partial, as nearly every call is in neither: they cost nothing on the way of an effect.
    index('tool_calls_out').on(table.status).where(sql`status IN ('intended', 'unknown')`),
    index('tool_calls_taken_back').on(table.undoState).where(sql`undo_state <> 'none'`),
    index('tool_calls_by_settling').on(table.settledAt).where(sql`settled_at IS NOT NULL`),
  ],
);
