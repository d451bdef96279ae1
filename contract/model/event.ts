import { z } from 'zod';
import { LanguageChoiceSchema } from '#contract/language/language.ts';
import { ActionNameSchema } from '#contract/model/action-name.ts';
import { CatchUpSchema } from '#contract/model/automation.ts';
import { ChoiceSchema, ObstacleSchema } from '#contract/model/conflict.ts';
import { BecauseSchema, DecisionSchema } from '#contract/model/decision.ts';
import { FailureSchema } from '#contract/model/failure.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { QuestionSchema } from '#contract/model/plan.ts';
import { RoleSchema } from '#contract/model/role.ts';
import { AnswerSchema, ReportSchema, RunStateSchema, StepStateSchema, WaitsForSchema } from '#contract/model/run.ts';
import { EvidenceSchema, SuspicionKindSchema } from '#contract/model/suspicion.ts';
import { WritingKindSchema } from '#contract/model/text-under-way.ts';
import { ToolDoesSchema } from '#contract/model/tool-server.ts';
import { UndoChoiceSchema, UndoQuestionSchema, UndoReasonSchema, UndoTargetSchema } from '#contract/model/undo.ts';

const kind = <K extends string, Shape extends z.ZodRawShape>(name: K, shape: Shape) =>
  z.object({ kind: z.literal(name), ...shape });

/**
 * What an event tells beside when, about which run, and by whom. A step's state follows from its
 * entries: `step.changed` is written where no other entry of the same moment says it (`effect.intended`:
 * running; `effect.happened`, `effect.rehearsed`: succeeded; `effect.unknown`, `approval.asked`, `step.given-up`:
 * blocked; `step.delayed`, `effect.held`: ready). That a step has become ready is no news.
 */
export const EventBodySchema = z.discriminatedUnion('kind', [
  kind('task.submitted', { intent: z.string() }),
  /** `shadow`: of a run that was only tried out. */
  kind('run.changed', { from: RunStateSchema, to: RunStateSchema, shadow: z.literal(true).optional() }),
  /** `because`: it stands in place of one that did not fit what was read, and why. */
  kind('plan.made', {
    goal: z.string(),
    steps: z.array(z.object({ id: z.string(), says: z.string() })),
    because: z.string().optional(),
  }),
  kind('plan.answered', { answer: AnswerSchema }),
  kind('question.asked', { question: QuestionSchema }),
  kind('question.answered', { text: z.string() }),
  /** The person stopped a text that a model was writing; nothing of it is kept here. */
  kind('writing.stopped', { what: WritingKindSchema }),
  /** What the plan had left open in a step was filled in; the values stand in its call. */
  kind('arguments.settled', { action: ActionNameSchema, says: z.string(), places: z.array(z.string()) }),
  kind('step.changed', { from: StepStateSchema, to: StepStateSchema, says: z.string() }),
  kind('gate.decided', { action: ActionNameSchema, decision: DecisionSchema, says: z.string() }),
  kind('conflict.found', { with: ObstacleSchema, says: z.string(), choices: z.array(ChoiceSchema) }),
  kind('approval.asked', { approvalId: z.string(), says: z.string(), because: z.array(BecauseSchema) }),
  kind('approval.answered', {
    approvalId: z.string(),
    status: z.enum(['approved', 'declined', 'expired', 'overtaken']),
    says: z.string(),
    notes: z.string().nullable(),
  }),
  /** The step runs from here on. `decision` is null for entries from before it was kept here. */
  kind('effect.intended', {
    toolCallId: z.string(),
    action: ActionNameSchema,
    says: z.string(),
    decision: DecisionSchema.nullable().default(null),
  }),
  kind('effect.held', { action: ActionNameSchema, says: z.string(), until: InstantSchema }),
  kind('effect.called-off', { action: ActionNameSchema, says: z.string() }),
  /** In a shadow run: what would have come of it. */
  kind('effect.rehearsed', {
    toolCallId: z.string(),
    action: ActionNameSchema,
    report: ReportSchema,
    decision: DecisionSchema,
  }),
  kind('step.delayed', {
    says: z.string(),
    until: InstantSchema,
    waitsFor: WaitsForSchema,
    /** Null where nothing went wrong: there is no room yet, say. */
    failure: FailureSchema.nullable(),
  }),
  /** Its service is out of order: what it would make is kept with the run meanwhile. */
  kind('step.drafted', { says: z.string(), documents: z.number().int() }),
  kind('step.given-up', {
    deadLetterId: z.string(),
    says: z.string(),
    tries: z.number().int(),
    failure: FailureSchema,
  }),
  kind('dead-letter.answered', {
    deadLetterId: z.string(),
    status: z.enum(['replayed', 'discarded']),
    says: z.string(),
  }),
  kind('service.failing', { connector: z.string(), title: z.string(), until: InstantSchema, failure: FailureSchema }),
  kind('service.back', { connector: z.string(), title: z.string(), since: InstantSchema, delayed: z.number().int() }),
  kind('effect.happened', { toolCallId: z.string(), action: ActionNameSchema, report: ReportSchema }),
  kind('effect.failed', { toolCallId: z.string(), action: ActionNameSchema, failure: FailureSchema, says: z.string() }),
  kind('effect.unknown', { toolCallId: z.string(), action: ActionNameSchema, says: z.string() }),
  kind('effect.settled', { toolCallId: z.string(), happened: z.boolean(), says: z.string() }),
  kind('run.compensated', { undone: z.array(z.string()), kept: z.array(z.string()) }),
  kind('run.left', { stands: z.array(z.string()) }),
  kind('undo.requested', {
    undoId: z.string(),
    target: UndoTargetSchema,
    reason: UndoReasonSchema,
    says: z.array(z.string()),
  }),
  /** Nothing more of it can go on before the person has answered this many questions. */
  kind('undo.waits', { undoId: z.string(), questions: z.number().int() }),
  kind('undo.ended', { undoId: z.string(), undone: z.number().int(), kept: z.number().int() }),
  kind('undo.intended', { toolCallId: z.string(), action: ActionNameSchema, says: z.string() }),
  kind('undo.happened', { toolCallId: z.string(), action: ActionNameSchema, says: z.string() }),
  kind('undo.failed', { toolCallId: z.string(), action: ActionNameSchema, failure: FailureSchema, says: z.string() }),
  kind('undo.asked', {
    toolCallId: z.string(),
    action: ActionNameSchema,
    question: UndoQuestionSchema,
    says: z.string(),
  }),
  kind('undo.answered', { toolCallId: z.string(), choice: UndoChoiceSchema, says: z.string() }),
  kind('redo.intended', { toolCallId: z.string(), action: ActionNameSchema, says: z.string() }),
  kind('redo.happened', { toolCallId: z.string(), action: ActionNameSchema, says: z.string() }),
  kind('redo.failed', { toolCallId: z.string(), action: ActionNameSchema, failure: FailureSchema, says: z.string() }),
  kind('reminder.fired', { scheduleId: z.string(), message: z.string(), dueAt: InstantSchema }),
  kind('reminder.missed', { scheduleId: z.string(), message: z.string(), dueAt: InstantSchema }),
  kind('automation.created', { automationId: z.string(), says: z.string() }),
  kind('automation.changed', {
    automationId: z.string(),
    says: z.string(),
    change: z.enum([
      'paused',
      'resumed',
      'catch-up',
      'consent-revoked',
      'missed-answered',
      'went-off-too-often',
      'practises',
      'in-earnest',
    ]),
  }),
  /** `dueAt`: the time that it was due; for `happened` when it happened, for `by-hand` when it was pressed. */
  kind('automation.fired', {
    automationId: z.string(),
    says: z.string(),
    dueAt: InstantSchema,
    why: z.enum(['on-time', 'caught-up', 'happened', 'by-hand']),
    /** Only tried out, without effects. */
    shadow: z.literal(true).optional(),
  }),
  kind('automation.missed', {
    automationId: z.string(),
    says: z.string(),
    dueAt: InstantSchema,
    catchUp: CatchUpSchema,
  }),
  kind('automation.removed', { automationId: z.string(), says: z.string() }),
  kind('automation.restored', { automationId: z.string(), says: z.string() }),
  kind('pause.set', { scope: z.string(), epoch: z.number().int().optional(), because: z.string().optional() }),
  kind('pause.lifted', { scope: z.string(), epoch: z.number().int().optional() }),
  kind('suspicion.raised', {
    suspicionId: z.string(),
    suspicion: SuspicionKindSchema,
    scope: z.string(),
    says: z.string(),
    evidence: z.array(EvidenceSchema),
  }),
  kind('suspicion.confirmed', { suspicionId: z.string(), says: z.string() }),
  kind('access.given', { tokenId: z.string(), name: z.string(), role: RoleSchema }),
  kind('access.revoked', { tokenId: z.string(), name: z.string() }),
  kind('rule.added', { ruleId: z.string(), says: z.string(), cedar: z.string(), until: InstantSchema.nullable() }),
  kind('rule.ended', { ruleId: z.string(), says: z.string() }),
  /** An override: what the person typed to set a rule aside for a while. */
  kind('rule.set-aside', { ruleId: z.string(), says: z.string(), typed: z.string(), until: InstantSchema }),
  kind('rule.back', { ruleId: z.string(), says: z.string() }),
  kind('suggestion.refused', { key: z.string(), says: z.string() }),
  /** Too few of its last answers could be read: others are asked, and what any model planned waits for the person. */
  kind('model.doubted', { model: z.string(), says: z.string(), passed: z.number().int(), of: z.number().int() }),
  kind('model.relied-on', { model: z.string(), says: z.string() }),
  kind('models.changed', { says: z.string() }),
  kind('policy.changed', { policyId: z.string(), to: z.string() }),
  kind('integration.changed', { provider: z.string(), connected: z.boolean() }),
  kind('language.changed', { to: LanguageChoiceSchema }),
  kind('onboarding.changed', { change: z.enum(['begun', 'finished', 'put-off']) }),
  /** What a tool of another program does: `does` is null once nothing is known of it any more. */
  kind('tool.described', {
    provider: z.string(),
    tool: z.string(),
    title: z.string(),
    does: ToolDoesSchema.nullable(),
  }),
  /** After they were described, so that they count as unknown until somebody has looked at them again. */
  kind('tools.changed', { provider: z.string(), title: z.string(), tools: z.array(z.string()) }),
  kind('memory.changed', {
    memoryId: z.string(),
    change: z.enum([
      'added',
      'waits',
      'confirmed',
      'declined',
      'edited',
      'corrected',
      'superseded',
      'put-back',
      'removed',
      'expired',
    ]),
  }),
  /** From a backup, from the database's own older state, or from nothing; `damagedKept` is a folder in the person's. */
  kind('storage.restored', {
    from: z.enum(['backup', 'older-state', 'nothing']),
    backupOf: InstantSchema.nullable(),
    damagedKept: z.string().nullable(),
  }),
  /** Found while the app runs; the next start checks everything and restores. */
  kind('storage.damaged', {}),
  kind('app.started', { version: z.string(), recoveredRuns: z.number().int().nonnegative() }),
]);
export type EventBody = z.infer<typeof EventBodySchema>;
export type EventKind = EventBody['kind'];

/** One entry of the log. `hash` covers `previousHash` and everything else, so nothing can be rewritten unseen. */
export const LoggedEventSchema = z.object({
  /** Position in the log, from 1, without gaps. */
  seq: z.number().int().positive(),
  at: InstantSchema,
  actor: z.string(),
  runId: z.string().nullable(),
  stepId: z.string().nullable(),
  body: EventBodySchema,
  previousHash: z.string(),
  hash: z.string(),
});
export type LoggedEvent = z.infer<typeof LoggedEventSchema>;

export type NewEvent = {
  readonly actor: string;
  readonly runId?: string | null;
  readonly stepId?: string | null;
  readonly body: EventBody;
};
