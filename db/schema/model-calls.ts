import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Failure } from '#contract/model/failure.ts';
import type { ModelOutcome, ModelPurpose, SentText } from '#contract/model/model-call.ts';
import type { ModelProfile } from '#contract/model/model-settings.ts';

/** The row that says "about to ask a model", committed with its budget before anything leaves, and what came of it. */
export const modelCalls = sqliteTable(
  'model_calls',
  {
    id: text('id').primaryKey(),
    runId: text('run_id'),
    automationId: text('automation_id'),
    purpose: text('purpose').$type<ModelPurpose>().notNull(),
    profile: text('profile').$type<ModelProfile>().notNull(),
    provider: text('provider').notNull(),
    model: text('model').notNull(),
    left: integer('left_computer', { mode: 'boolean' }).notNull(),
    prompt: text('prompt').notNull(),
    attempt: integer('attempt').notNull(),
    /** Null while it is out. */
    outcome: text('outcome').$type<ModelOutcome>(),
    failure: text('failure_json', { mode: 'json' }).$type<Failure>(),
    inputTokens: integer('input_tokens'),
    cachedTokens: integer('cached_tokens'),
    outputTokens: integer('output_tokens'),
    /** The person's, when it was asked. */
    currency: text('currency').notNull(),
    /** In millionths of the currency's minor unit: what is reserved, and once it is known what it was. */
    cost: integer('cost').notNull(),
    milliseconds: integer('milliseconds'),
    /** Word for word; null once it is no longer kept. */
    sent: text('sent_json', { mode: 'json' }).$type<SentText>(),
    answer: text('answer'),
    /** The person's local day, which its budget is of. */
    day: text('day').notNull(),
    createdAt: text('created_at').notNull(),
    keptUntil: text('kept_until').notNull(),
  },
  (table) => [
    index('model_calls_by_day').on(table.day, table.automationId),
    index('model_calls_by_time').on(table.createdAt),
    index('model_calls_by_run').on(table.runId),
    index('model_calls_by_model').on(table.provider, table.model, table.createdAt),
  ],
);
