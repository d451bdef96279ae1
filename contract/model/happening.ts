import { z } from 'zod';
import { t } from '#contract/language/t.ts';
import { InstantSchema } from '#contract/model/instant.ts';

/** A name as connectors give them to what happens there and to its fields: `email-arrived`, `from`. */
export const HappeningNameSchema = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

/** Something that happened at a connector. Its fields are what somebody may have written, never an instruction. */
export const HappeningSchema = z.object({
  connector: HappeningNameSchema,
  kind: HappeningNameSchema,
  /** The connector's own name for what it happened to: reported twice under the same one, it is one happening. */
  itemId: z
    .string()
    .max(300)
    .regex(/^\P{Cc}+$/u),
  fields: z.record(HappeningNameSchema, z.string().max(10_000)),
  at: InstantSchema,
});
export type Happening = z.infer<typeof HappeningSchema>;

/** A typed comparison with one declared field, blind to capitals and spaces around. */
export const FieldConditionSchema = z.strictObject({
  field: HappeningNameSchema,
  is: z.enum(['equal', 'contains']),
  text: z.string().trim().min(1, t`Say what it should hold.`).max(500),
});
export type FieldCondition = z.infer<typeof FieldConditionSchema>;

/** What can set an automation off, as the person chooses it. */
export const HappeningKindSchema = z.object({
  connector: HappeningNameSchema,
  connectorTitle: z.string(),
  kind: HappeningNameSchema,
  /** After “when”: `a reminder goes off`. */
  says: z.string(),
  fields: z.array(z.object({ name: HappeningNameSchema, label: z.string() })),
});
export type HappeningKind = z.infer<typeof HappeningKindSchema>;
