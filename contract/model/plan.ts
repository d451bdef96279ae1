import { z } from 'zod';
import { ActionNameSchema } from '#contract/model/action-name.ts';
import { DomainSchema } from '#contract/model/domain.ts';
import { type Json, JsonSchema } from '#contract/model/json.ts';
import { ProvenanceSchema } from '#contract/model/provenance.ts';
import { RiskTierSchema } from '#contract/model/risk-tier.ts';

export const StepIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
export type StepId = z.infer<typeof StepIdSchema>;

/** A value that an earlier step will have found: `path` is a JSON pointer into its output. */
export const ReferenceSchema = z.strictObject({ from: StepIdSchema, path: z.string() });
export type Reference = z.infer<typeof ReferenceSchema>;

/**
 * A value that only shows once earlier steps have found theirs, and no path points at: `open` says in words what is to
 * stand there. Only a model's plan leaves something open.
 */
export const OpenValueSchema = z.strictObject({ open: z.string().trim().min(1).max(300) });
export type OpenValue = z.infer<typeof OpenValueSchema>;

/** Arguments whose leaves are literals, references to what an earlier step found, or left open until then. */
export type ArgTemplate =
  | Json
  | Reference
  | OpenValue
  | readonly ArgTemplate[]
  | { readonly [key: string]: ArgTemplate };
export const ArgTemplateSchema = JsonSchema as z.ZodType<ArgTemplate>;

export function isReference(template: ArgTemplate): template is Reference {
  return ReferenceSchema.safeParse(template).success;
}

export function isOpenValue(template: ArgTemplate): template is OpenValue {
  return OpenValueSchema.safeParse(template).success;
}

/** A typed comparison of a reference and a literal; a step whose condition is false is skipped. */
export const ConditionSchema = z.object({
  value: ReferenceSchema,
  is: z.enum(['equal', 'not-equal', 'less', 'greater', 'empty', 'not-empty']),
  than: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
});
export type Condition = z.infer<typeof ConditionSchema>;

export const PlannedStepSchema = z.object({
  id: StepIdSchema,
  /** What this step will do, in plain words. */
  says: z.string().min(1).max(500),
  action: ActionNameSchema,
  args: ArgTemplateSchema,
  dependsOn: z.array(StepIdSchema).readonly(),
  risk: RiskTierSchema,
  when: ConditionSchema.optional(),
  /** The part of life that it belongs to; `everyday` where it says none. */
  domain: DomainSchema.optional(),
  /** How sure it is that this is meant, from 0 to 1; absent: sure. */
  confidence: z.number().min(0).max(1).optional(),
  /** Origin of literal arguments by JSON pointer, where it is not the person's own words. */
  origins: z.record(z.string(), ProvenanceSchema).optional(),
});
export type PlannedStep = z.infer<typeof PlannedStepSchema>;

/** A part of the sentence that the plan does not cover, with the honest reason. */
export const LeftOutSchema = z.object({
  text: z.string(),
  reason: z.enum(['planned', 'refused', 'not-understood']),
  says: z.string(),
});
export type LeftOut = z.infer<typeof LeftOutSchema>;

export const MAX_STEPS = 500;

/**
 * What becomes of the steps that were done when another one fails. `leave`: they stand, each is good by itself.
 * `undo`: half of it makes no sense, so they are taken back, the last first.
 */
export const IfFailsSchema = z.enum(['leave', 'undo']);
export type IfFails = z.infer<typeof IfFailsSchema>;

/** An immutable proposal. */
export const PlanSchema = z.object({
  goal: z.string().min(1).max(1000),
  madeBy: z.enum(['built-in', 'model']),
  steps: z.array(PlannedStepSchema).min(1).max(MAX_STEPS).readonly(),
  leftOut: z.array(LeftOutSchema).readonly(),
  /** Absent: `leave`. */
  ifFails: IfFailsSchema.optional(),
});
export type Plan = z.infer<typeof PlanSchema>;

/** One question, asked instead of guessing. Its answer is read together with the first sentence. */
export const QuestionSchema = z.object({
  id: z.string(),
  says: z.string(),
  /** What the question is about, in the person's words: the part of their sentence. */
  about: z.string(),
  /** Ready answers to press, where there are few. */
  choices: z.array(z.string()).readonly(),
  /** An answer may have several lines, as a letter has. */
  long: z.literal(true).optional(),
});
export type Question = z.infer<typeof QuestionSchema>;

/** What planning a sentence comes to: a plan, one question, or an honest sentence. */
export const PlanningOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan'), plan: PlanSchema }),
  z.object({ kind: z.literal('question'), question: QuestionSchema }),
  z.object({
    kind: z.literal('answer'),
    reason: z.enum(['planned', 'refused', 'not-understood', 'conversation']),
    says: z.string(),
    /** Sentences that would work, offered when this one did not. */
    examples: z.array(z.string()).readonly(),
  }),
]);
export type PlanningOutcome = z.infer<typeof PlanningOutcomeSchema>;
