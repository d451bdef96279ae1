import { z } from 'zod';
import { ActionCardSchema } from '#contract/model/card.ts';
import { FailureSchema } from '#contract/model/failure.ts';
import { InstantSchema, TimeZoneSchema } from '#contract/model/instant.ts';
import { StepIdSchema } from '#contract/model/plan.ts';

/**
 * How it stands with taking back what a step did. `none`: it stands. `asks`: it was changed since, and the person is
 * asked. The three with `redo` are about putting it back again.
 */
export const UndoStateSchema = z.enum([
  'none',
  'running',
  'asks',
  'failed',
  'undone',
  'redoing',
  'redo-asks',
  'redo-failed',
]);
export type UndoState = z.infer<typeof UndoStateSchema>;

/** What the person is asked when something is not as it was left. */
export const UndoQuestionSchema = z.discriminatedUnion('about', [
  /** `what` was changed since it was done: keep that, or take it back all the same. */
  z.object({ about: z.literal('undo'), what: z.string() }),
  /** Putting it back would now be something else: this card. The yes holds for its digest alone. */
  z.object({ about: z.literal('redo'), card: ActionCardSchema, digest: z.string() }),
]);
export type UndoQuestion = z.infer<typeof UndoQuestionSchema>;

/** `keep`: leave it as it is now. `overwrite`: do it all the same. */
export const UndoChoiceSchema = z.enum(['keep', 'overwrite']);
export type UndoChoice = z.infer<typeof UndoChoiceSchema>;

/** What is possible on the row of a step. */
export const StepUndoSchema = z.object({
  state: UndoStateSchema,
  /** Whether pressing Undo now would be tried. */
  available: z.boolean(),
  /** Whether pressing Put it back now would be tried. */
  redo: z.boolean(),
  until: InstantSchema.nullable(),
  /** Why it can't be taken back, where something was done and it can't. */
  whyNot: z.enum(['not-undoable', 'too-late']).nullable(),
  /** How many other steps build on this one and stand: they are taken back first, or named. */
  builtOn: z.number().int().nonnegative(),
  question: UndoQuestionSchema.nullable(),
  failure: FailureSchema.nullable(),
});
export type StepUndo = z.infer<typeof StepUndoSchema>;

/** What is to be taken back: a step with all that builds on it, a run, or a day over all runs. */
export const UndoTargetSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('step'), runId: z.string().min(1).max(200), stepId: StepIdSchema }),
  z.strictObject({ of: z.literal('run'), runId: z.string().min(1).max(200) }),
  z.strictObject({ of: z.literal('day'), day: z.iso.date(), timeZone: TimeZoneSchema.optional() }),
]);
export type UndoTarget = z.infer<typeof UndoTargetSchema>;

const about = { callId: z.string(), runId: z.string(), stepId: StepIdSchema, says: z.string(), doneAt: InstantSchema };

/** One thing that was done. `will`: it is taken back. `asks`: it was changed since. `cannot`: it stays, and why. */
export const UndoForecastSchema = z.object({
  ...about,
  verdict: z.enum(['will', 'asks', 'cannot']),
  /** With `asks`: what was changed since. */
  changed: z.string().nullable(),
  /** With `cannot`. */
  whyNot: z.enum(['not-undoable', 'too-late', 'out-of-reach']).nullable(),
});
export type UndoForecast = z.infer<typeof UndoForecastSchema>;

/** `left`: something that builds on it could not be taken back, or its time had passed. */
export const UndoItemStateSchema = z.enum(['waiting', 'running', 'undone', 'asks', 'kept', 'failed', 'left']);
export type UndoItemState = z.infer<typeof UndoItemStateSchema>;

/** `open`: under way. `asks`: all that is left waits for an answer of the person. */
export const UndoRequestStateSchema = z.enum(['open', 'asks', 'done']);
export type UndoRequestState = z.infer<typeof UndoRequestStateSchema>;

/** `asked`: the person wanted it. `compensation`: a run failed whose plan says that half of it is nothing. */
export const UndoReasonSchema = z.enum(['asked', 'compensation']);
export type UndoReason = z.infer<typeof UndoReasonSchema>;

/** A request to take something back, as it was written down before the first of it began. */
export const UndoRequestSchema = z.object({
  id: z.string(),
  target: UndoTargetSchema,
  reason: UndoReasonSchema,
  state: UndoRequestStateSchema,
  /** In the order in which they are taken back. */
  items: z.array(z.object({ ...about, state: UndoItemStateSchema })),
  createdAt: InstantSchema,
  endedAt: InstantSchema.nullable(),
});
export type UndoRequest = z.infer<typeof UndoRequestSchema>;
