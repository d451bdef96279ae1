import { z } from 'zod';
import { t } from '#contract/language/t.ts';
import { AccountHealthSchema } from '#contract/model/account.ts';
import { ActionNameSchema } from '#contract/model/action-name.ts';
import { RiskTierSchema } from '#contract/model/risk-tier.ts';

/** What kind of thing a tool does, as the person answers it. */
export const ToolDoesSchema = z.enum(['looks', 'drafts', 'changes', 'sends', 'publishes', 'pays', 'hands-in']);
export type ToolDoes = z.infer<typeof ToolDoesSchema>;

/** What a tool of another program does to the world: said by the person, or shipped for a program that is well known. */
export const ToolMapSchema = z.strictObject({
  does: ToolDoesSchema,
  /** `others`: whom, its argument `recipients` says; where none does, it may be anybody. */
  reaches: z.enum(['self', 'others', 'public']),
  recipients: z.string().max(100).nullable().default(null),
  /** The person can take it back there themselves. Life OS can't, so it makes nothing less serious. */
  backByHand: z.boolean().default(false),
  /** Twice is the same as once, so that it may be asked for again when no answer came. */
  repeatable: z.boolean().default(false),
});
export type ToolMap = z.infer<typeof ToolMapSchema>;

/** What a program says of its own tool. It may make it more serious, never less; null where it says nothing. */
export const ToolHintsSchema = z.object({
  readOnly: z.boolean().nullable(),
  destructive: z.boolean().nullable(),
});
export type ToolHints = z.infer<typeof ToolHintsSchema>;

/** One argument of a tool. `words`: a list of texts; `list` and `other`: of a shape of their own. */
export const ToolFieldSchema = z.object({
  name: z.string(),
  kind: z.enum(['text', 'number', 'yes-no', 'words', 'list', 'other']),
  required: z.boolean(),
  /** The values that it takes; empty where it takes any. */
  choices: z.array(z.string()),
});
export type ToolField = z.infer<typeof ToolFieldSchema>;

/**
 * What may be told of a tool before a plan stands: names that can hold no sentence, and none of its own words. `isKnown`:
 * somebody has said what it does.
 */
export type ToolInPlan = {
  readonly program: string;
  readonly name: string;
  readonly fields: readonly ToolField[];
  readonly isKnown: boolean;
};

export const ToolSchema = z.object({
  name: z.string(),
  action: ActionNameSchema,
  /** In the program’s own words, cleaned: anybody may have written them. */
  says: z.string(),
  fields: z.array(ToolFieldSchema),
  hints: ToolHintsSchema,
  map: ToolMapSchema.nullable(),
  mappedBy: z.enum(['person', 'shipped']).nullable(),
  /** It has changed after it was described, so nothing is known of it any more. */
  changed: z.boolean(),
  risk: RiskTierSchema,
  /** Of its description and shape; a map is given to exactly this. */
  version: z.string(),
});
export type Tool = z.infer<typeof ToolSchema>;

/** How a program that has tools is reached: started on this computer, or at an address. */
export const ToolServerWaySchema = z.enum(['command', 'address']);

export const ToolServerSchema = z.object({
  provider: z.string(),
  /** As the person calls it. */
  name: z.string(),
  way: ToolServerWaySchema,
  /** The command line or the address; empty for whoever is not the owner. */
  at: z.string(),
  hasSecret: z.boolean(),
  connected: z.boolean(),
  health: AccountHealthSchema,
  tools: z.array(ToolSchema),
});
export type ToolServer = z.infer<typeof ToolServerSchema>;

export const NewToolServerSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, t`Give it a name.`)
    .max(40, t`Keep the name under 40 characters.`)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, t`Take letters, digits and spaces for the name.`),
  way: ToolServerWaySchema,
  at: z.string().trim().min(1, t`Say how it is reached.`).max(2_000, t`That is too long.`),
  /** For a command: NAME=value, one on each line. For an address: its key. Goes to the keychain and nowhere else. */
  secret: z.string().max(2_000, t`That is too long.`).default(''),
});
export type NewToolServer = z.infer<typeof NewToolServerSchema>;
