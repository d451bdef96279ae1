import { z } from 'zod';
import { sayNumber } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';
import { InstantSchema, TimeZoneSchema } from '#contract/model/instant.ts';
import { JsonObjectSchema } from '#contract/model/json.ts';

/** The longest sentence that is taken, in characters: a job posting that is pasted into it has room. */
export const MAX_INTENT = 12_000;

const hasControlCharacters = /[\p{Cc}--[\n\r\t]]/v;
const hasLetterOrDigit = /[\p{L}\p{N}]/u;

/** What the person said. It must hold at least one letter or digit and no control characters. */
export const IntentSchema = z
  .string({ error: t`Say what you want done, in a sentence.` })
  .trim()
  .min(1, t`Say what you want done, in a sentence.`)
  .max(MAX_INTENT, t`That is too long. Keep it under ${sayNumber(MAX_INTENT)} characters.`)
  .refine((text) => !hasControlCharacters.test(text), t`That holds characters that cannot be read. Type it again.`)
  .refine((text) => hasLetterOrDigit.test(text), t`There are no words in that. Say what you want done.`);

export const PrioritySchema = z.enum(['low', 'normal', 'high']);
export type Priority = z.infer<typeof PrioritySchema>;

export const NewTaskSchema = z.strictObject({
  intent: IntentSchema,
  priority: PrioritySchema.default('normal'),
  constraints: JsonObjectSchema.default({}),
  /** Everything but the effects: what would have come of it is reported. */
  shadow: z.boolean().default(false),
  /** The person's time zone; the computer's own when absent. */
  timeZone: TimeZoneSchema.optional(),
  /** Chosen by the caller: the same id twice is the same task, never a second one. */
  requestId: z.string().min(1).max(100).optional(),
});
export type NewTask = z.infer<typeof NewTaskSchema>;

export const TaskSchema = z.object({
  id: z.string(),
  runId: z.string(),
  intent: z.string(),
  priority: PrioritySchema,
  createdAt: InstantSchema,
});
