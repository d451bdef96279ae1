import { z } from 'zod';
import { DomainSchema } from '#contract/model/domain.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { SuspicionSchema } from '#contract/model/suspicion.ts';

/** What a pause covers: everything, one part of life, one connector, one automation, or one run. */
export const PauseScopeSchema = z.union([
  z.literal('everything'),
  z.templateLiteral(['domain:', DomainSchema]),
  z.templateLiteral(['connector:', z.string()]),
  z.templateLiteral(['automation:', z.string()]),
  z.templateLiteral(['run:', z.string()]),
]);
export type PauseScope = z.infer<typeof PauseScopeSchema>;

/** A pause is a fact in the database, not a state of a run; the claim of each effect checks it. */
export const PauseSchema = z.object({
  scope: PauseScopeSchema,
  since: InstantSchema,
  by: z.string(),
  /** Why, where it was not simply asked for. */
  because: z.string().nullable(),
  /** Set where the app paused by itself: lifting it then needs `confirm` with this id. */
  suspicionId: z.string().nullable(),
  /** Runs that were let go on although this pause stays. */
  except: z.array(z.string()).readonly(),
});
export type Pause = z.infer<typeof PauseSchema>;

const PausedStepSchema = z.object({ runId: z.string(), stepId: z.string(), says: z.string() });

/** Something that stands still and can be let go on by name, and what it would do next. */
export const HeldItemSchema = z.object({
  item: PauseScopeSchema,
  /** What it is, as the person knows it. */
  says: z.string(),
  /** What happens first when it goes on, in plain words. */
  next: z.string(),
  needsConfirmation: z.boolean(),
});
export type HeldItem = z.infer<typeof HeldItemSchema>;

/** How a pause stands: what pressing it did, so that it can be believed, and what can go on. */
export const PauseReceiptSchema = z.object({
  /** Whether everything is paused. */
  paused: z.boolean(),
  since: InstantSchema.nullable(),
  /** Grows with every pause that is set or lifted; nothing decided under an earlier one is ever done. */
  epoch: z.number().int().nonnegative(),
  /** The four lists are about this pause, the last that was set; null before the first. */
  about: z.object({ scope: PauseScopeSchema, at: InstantSchema, liftedAt: InstantSchema.nullable() }).nullable(),
  /** What was to go on at that moment and did not: each run with the step that would have been next. */
  stopped: z.array(PausedStepSchema.extend({ stepId: z.string().nullable() })),
  /** Effects whose request was out at that moment and whose outcome is known since. */
  completed: z.array(PausedStepSchema.extend({ happened: z.boolean() })),
  /** Effects whose request was out and of which nobody can tell what became. */
  unknown: z.array(PausedStepSchema),
  /** Effects whose request is still out; their outcome is written down when it arrives. */
  stillOut: z.array(PausedStepSchema),
  /** Every pause that is on now. */
  pauses: z.array(PauseSchema.extend({ needsConfirmation: z.boolean() })),
  held: z.array(HeldItemSchema),
  /** What made the app pause by itself and is not confirmed yet. */
  suspicions: z.array(SuspicionSchema),
});
export type PauseReceipt = z.infer<typeof PauseReceiptSchema>;

/** What is to go on and what is to be stopped for good. Nothing that is not named goes on. */
export const ResumeSchema = z.strictObject({
  resume: z.array(PauseScopeSchema).max(10_000).default([]),
  /** Runs that are never to go on. */
  cancel: z.array(z.string()).max(10_000).default([]),
  /** Names everything that is held at this moment. */
  all: z.boolean().default(false),
  /** Only together: the person has looked at what happened, and it was them. */
  confirm: z.literal(true).optional(),
  suspicionIds: z.array(z.string()).max(1_000).default([]),
});
export type Resume = z.infer<typeof ResumeSchema>;
