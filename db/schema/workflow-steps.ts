import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Decision } from '#contract/model/decision.ts';
import type { Domain } from '#contract/model/domain.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { ArgTemplate, Condition, StepId } from '#contract/model/plan.ts';
import type { Provenance } from '#contract/model/provenance.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import type { StepState, WaitsFor } from '#contract/model/run.ts';
import { workflowRuns } from '#db/schema/workflow-runs.ts';

export const workflowSteps = sqliteTable(
  'workflow_steps',
  {
    runId: text('run_id')
      .notNull()
      .references(() => workflowRuns.id),
    /** Unique within its run. */
    id: text('id').$type<StepId>().notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    dependsOn: text('depends_on', { mode: 'json' }).$type<StepId[]>().notNull(),
    state: text('state').$type<StepState>().notNull(),
    attempt: integer('attempt').notNull(),
    tool: text('tool').notNull(),
    args: text('args_json', { mode: 'json' }).$type<ArgTemplate>().notNull(),
    origins: text('origins_json', { mode: 'json' }).$type<Record<string, Provenance>>().notNull(),
    condition: text('condition_json', { mode: 'json' }).$type<Condition>(),
    domain: text('domain').$type<Domain>(),
    /** How sure the plan was that it is meant, from 0 to 1. */
    confidence: real('confidence').notNull().default(1),
    riskLevel: text('risk_level').$type<RiskTier>().notNull(),
    decision: text('decision_json', { mode: 'json' }).$type<Decision>(),
    approvalId: text('approval_id'),
    /** The tool call whose result stands for this step. */
    resultRef: text('result_ref'),
    failure: text('failure_json', { mode: 'json' }).$type<Failure>(),
    /** A ready step is not tried before this, and why. */
    waitUntil: text('wait_until'),
    waitsFor: text('waits_for').$type<WaitsFor>(),
    /** How often in a row it failed in a way that passes. */
    failedTries: integer('failed_tries').notNull().default(0),
    /** Planned after something was read: whatever it is, the person sees it first. */
    replanned: integer('replanned', { mode: 'boolean' }).notNull().default(false),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    index('workflow_steps_waiting').on(table.waitsFor).where(sql`waits_for IS NOT NULL`),
    primaryKey({ columns: [table.runId, table.id] }),
  ],
);
