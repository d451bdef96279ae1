import { z } from 'zod';
import { ActionNameSchema } from '#contract/model/action-name.ts';
import { DomainSchema } from '#contract/model/domain.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { MoneySchema } from '#contract/model/money.ts';

/** The sentences that a rule can be made from. The first four let something be done without asking. */
export const RuleTemplateIdSchema = z.enum([
  'always-for-yourself',
  'always-to-people',
  'write-to-people',
  'write-to-domain',
  'quiet-hours',
  'ask-about-a-part-of-life',
  'ask-before-reaching',
  'ask-above',
  'never-reach',
  'never-do',
  'spend-at-most',
]);
export type RuleTemplateId = z.infer<typeof RuleTemplateIdSchema>;

const MOST_PEOPLE = 50;
const MOST_A_DAY = 1_000;

/** What each kind of blank takes. */
export const blankSchemas = {
  /** By the person's own clock: `22:00`. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  count: z.number().int().min(1).max(MOST_A_DAY),
  money: MoneySchema.extend({ minor: z.number().int().min(0).max(1e12) }),
  /** Addresses or handles. */
  people: z
    .array(
      z
        .string()
        .trim()
        .min(1)
        .max(320)
        .transform((each) => each.toLowerCase()),
    )
    .min(1)
    .max(MOST_PEOPLE),
  /** What stands behind the @ of an address. */
  'mail-domain': z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[^@\s]{1,253}\.[^@\s.]{2,63}$/),
  tool: ActionNameSchema,
  'part-of-life': DomainSchema,
} as const;
export const BlankKindSchema = z.enum(Object.keys(blankSchemas) as [BlankKind, ...BlankKind[]]);
export type BlankKind = keyof typeof blankSchemas;

export const BlankValueSchema = z.union([z.string(), z.number(), z.array(z.string()), MoneySchema]);
export type BlankValue = z.infer<typeof BlankValueSchema>;
export const BlanksSchema = z.record(z.string().max(40), BlankValueSchema);
export type Blanks = z.infer<typeof BlanksSchema>;

/** `allows`: it lifts what a level asks, and no guardrail. `restricts`: it asks, or refuses, more. */
export const RuleTemplateSchema = z.object({
  id: RuleTemplateIdSchema,
  does: z.enum(['allows', 'restricts']),
  /** With each blank's name in braces. */
  says: z.string(),
  blanks: z.record(z.string(), BlankKindSchema),
});
export type RuleTemplate = z.infer<typeof RuleTemplateSchema>;

const DAYS = 90;
const MOST_DAYS = 366;

/** A rule as it is asked for: a sentence with its blanks filled in, or a rule written out. */
export const FilledTemplateSchema = z.strictObject({
  template: RuleTemplateIdSchema,
  blanks: BlanksSchema,
  /** It holds for what this automation does, and for nothing else. */
  automationId: z.string().max(100).optional(),
  /** What allows something always ends; what restricts holds until it is taken away. */
  days: z.number().int().min(1).max(MOST_DAYS).default(DAYS),
});
export type FilledTemplate = z.infer<typeof FilledTemplateSchema>;

export const NewRuleSchema = z.union([
  FilledTemplateSchema,
  z.strictObject({
    /** One rule in Cedar, with its `@id` and its `@says`. */
    cedar: z.string().min(1).max(10_000),
    days: z.number().int().min(1).max(MOST_DAYS).default(DAYS),
  }),
]);
export type NewRule = z.infer<typeof NewRuleSchema>;

export const OwnRuleSchema = z.object({
  id: z.string(),
  /** Null for one that was written out. */
  template: RuleTemplateIdSchema.nullable(),
  blanks: BlanksSchema,
  does: z.enum(['allows', 'restricts']),
  /** The whole sentence, its blanks filled in. */
  says: z.string(),
  /** The rule as it is read by the engine. */
  cedar: z.string(),
  automationId: z.string().nullable(),
  createdAt: InstantSchema,
  /** It holds until then; null for one that restricts, which holds until it is taken away. */
  expiresAt: InstantSchema.nullable(),
  /** Why it can't be read, if so: then every change is asked about. */
  problem: z.string().nullable(),
  /** It is set aside until then. */
  setAsideUntil: InstantSchema.nullable(),
});
export type OwnRule = z.infer<typeof OwnRuleSchema>;

const HOURS = 1;
const MOST_HOURS = 24;

/** A rule is set aside only by who types out its sentence, and never for longer than a day. */
export const SetAsideSchema = z.strictObject({
  ruleId: z.string().min(1).max(100),
  typed: z.string().max(1_000),
  hours: z.number().int().min(1).max(MOST_HOURS).default(HOURS),
});

/** A rule that would have let a card through. */
export const RuleOfferSchema = z.object({
  rule: FilledTemplateSchema.pick({ template: true, blanks: true, automationId: true }),
  says: z.string(),
});
export type RuleOffer = z.infer<typeof RuleOfferSchema>;

/** A rule that the app proposes, with what speaks for it. */
export const RuleSuggestionSchema = z.object({
  /** The same for the same proposal, so that a no to it can be kept. */
  key: z.string(),
  rule: z.object({ template: RuleTemplateIdSchema, blanks: BlanksSchema }),
  says: z.string(),
  evidence: z.object({ approved: z.number().int(), asked: z.number().int(), since: InstantSchema }),
});
export type RuleSuggestion = z.infer<typeof RuleSuggestionSchema>;
