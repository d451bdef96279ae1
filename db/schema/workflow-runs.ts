import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Happening } from '#contract/model/happening.ts';
import type { IfFails, LeftOut, Question } from '#contract/model/plan.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import type { Role } from '#contract/model/role.ts';
import type { Answer, RunState } from '#contract/model/run.ts';
import type { Priority } from '#contract/model/task.ts';
import { tasks } from '#db/schema/tasks.ts';
import { users } from '#db/schema/users.ts';

/** What the person said when they were asked, in order. */
export type GivenAnswer = { readonly questionId: string; readonly text: string };

export const workflowRuns = sqliteTable(
  'workflow_runs',
  {
    id: text('id').primaryKey(),
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    intent: text('intent').notNull(),
    goal: text('goal'),
    state: text('state').$type<RunState>().notNull(),
    riskLevel: text('risk_level').$type<RiskTier>().notNull(),
    priority: text('priority').$type<Priority>().notNull(),
    timeZone: text('time_zone').notNull(),
    question: text('question_json', { mode: 'json' }).$type<Question>(),
    givenAnswers: text('given_answers_json', { mode: 'json' }).$type<readonly GivenAnswer[]>().notNull(),
    /** The automation that began it; null where the person did. */
    automationId: text('automation_id'),
    /** Of who asked for it; an automation acts for the owner. */
    role: text('role').$type<Role>().notNull().default('owner'),
    answer: text('answer_json', { mode: 'json' }).$type<Answer>(),
    leftOut: text('left_out_json', { mode: 'json' }).$type<LeftOut[]>().notNull(),
    /**
     * The entry of the log that tells of a restore: what its steps did after the backup isn't known here, so each is
     * looked up before it is done. Null for a run that is not in doubt.
     */
    inDoubtSince: integer('in_doubt_since'),
    /** What set the automation off; null where that was the clock or the person. */
    happening: text('happening_json', { mode: 'json' }).$type<Happening>(),
    /** An unattended run whose plan is not the one that the person saw: all of it is asked. */
    strayed: integer('strayed', { mode: 'boolean' }).notNull().default(false),
    /** Everything but the effects. */
    shadow: integer('shadow', { mode: 'boolean' }).notNull().default(false),
    /** What becomes of what was done when a step fails. */
    ifFails: text('if_fails').$type<IfFails>().notNull().default('leave'),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    index('workflow_runs_by_state').on(table.state),
    index('workflow_runs_by_time').on(table.createdAt),
    index('workflow_runs_by_automation').on(table.automationId, table.createdAt),
  ],
);
