import { z } from 'zod';
import { ActionNameSchema } from '#contract/model/action-name.ts';
import { CardValueSchema, DifferenceSchema } from '#contract/model/card.ts';
import { DecisionSchema } from '#contract/model/decision.ts';
import { FailureSchema } from '#contract/model/failure.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { LeftOutSchema, QuestionSchema, StepIdSchema } from '#contract/model/plan.ts';
import { RiskTierSchema } from '#contract/model/risk-tier.ts';
import { PrioritySchema } from '#contract/model/task.ts';
import { StepUndoSchema } from '#contract/model/undo.ts';

export const RunStateSchema = z.enum([
  'queued',
  'planning',
  'waiting_approval',
  'executing',
  'completed',
  'failed',
  'canceled',
]);
export type RunState = z.infer<typeof RunStateSchema>;

export const StepStateSchema = z.enum(['pending', 'ready', 'running', 'blocked', 'succeeded', 'failed', 'skipped']);
export type StepState = z.infer<typeof StepStateSchema>;

/**
 * Why a step that is ready is not tried yet. `retry`: it failed in a way that passes. `service`: its
 * service is out of order. `hold`: it can still be called off before it leaves. `room`: a limit is
 * reached until then.
 */
export const WaitsForSchema = z.enum(['retry', 'service', 'hold', 'room']);
export type WaitsFor = z.infer<typeof WaitsForSchema>;

/** What a step found or did, as the person reads it. */
export const ReportSchema = z.object({
  says: z.string(),
  /** Items found, one line each; empty where the sentence says it all. */
  lines: z.array(z.string()),
});
export type Report = z.infer<typeof ReportSchema>;

export const StepSchema = z.object({
  id: StepIdSchema,
  runId: z.string(),
  name: z.string(),
  action: ActionNameSchema,
  dependsOn: z.array(StepIdSchema),
  state: StepStateSchema,
  risk: RiskTierSchema,
  attempt: z.number().int().nonnegative(),
  /** Set while the step is ready but not tried before `until`. */
  waits: z.object({ for: WaitsForSchema, until: InstantSchema }).nullable(),
  /** Set when it was tried as often as makes sense and the person is asked what to do. */
  deadLetterId: z.string().nullable(),
  /** The gate's last word on this step; null before it was asked. */
  decision: DecisionSchema.nullable(),
  approvalId: z.string().nullable(),
  report: ReportSchema.nullable(),
  /** The values that others had a part in, where it was done without a card that showed them: a draft, say. */
  fromOthers: z.array(CardValueSchema),
  /** What a draft or a note says that was made without a card; empty before it is done. */
  drafted: z.array(DifferenceSchema),
  failure: FailureSchema.nullable(),
  undo: StepUndoSchema,
});
export type Step = z.infer<typeof StepSchema>;

/** An honest sentence in place of a plan. */
export const AnswerSchema = z.object({
  reason: z.enum(['planned', 'refused', 'not-understood', 'conversation']),
  says: z.string(),
  examples: z.array(z.string()),
});

export type Answer = z.infer<typeof AnswerSchema>;

export const RunSummarySchema = z.object({
  id: z.string(),
  taskId: z.string(),
  /** The person's own words. */
  intent: z.string(),
  /** What was understood, in one line; null before the plan stands. */
  goal: z.string().nullable(),
  state: RunStateSchema,
  priority: PrioritySchema,
  risk: RiskTierSchema,
  paused: z.boolean(),
  /** Everything but the effects is done; the reports say what would have come of it. */
  shadow: z.boolean(),
  question: QuestionSchema.nullable(),
  answer: AnswerSchema.nullable(),
  /** What began it by itself; null when the person asked just then. */
  automationId: z.string().nullable(),
  leftOut: z.array(LeftOutSchema),
  createdAt: InstantSchema,
  updatedAt: InstantSchema,
});
export type RunSummary = z.infer<typeof RunSummarySchema>;
