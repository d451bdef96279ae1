import { z } from 'zod';
import { InstantSchema } from '#contract/model/instant.ts';
import { OutsideItemSchema } from '#contract/model/source.ts';

const PersonFields = { name: z.string().trim().min(1).max(200), email: z.email().max(320) };
const TextFields = { text: z.string().trim().min(1).max(1000) };

/** Something to remember: somebody, a fact of the person's life, or how they like things. */
export const NewMemoryItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), ...PersonFields }),
  z.strictObject({ kind: z.literal('fact'), ...TextFields }),
  z.strictObject({ kind: z.literal('preference'), ...TextFields }),
]);
export type NewMemoryItem = z.infer<typeof NewMemoryItemSchema>;
export type MemoryKind = NewMemoryItem['kind'];

/**
 * `known` is used. `waiting` is not, until the person says yes to it: what was only gathered, or came from a text of
 * somebody else's. `superseded` was corrected since, and is kept for a while to be seen as such.
 */
export const MemoryStatusSchema = z.enum(['known', 'waiting', 'superseded']);
export type MemoryStatus = z.infer<typeof MemoryStatusSchema>;

/** How it came to be known. `said`: by the person, `inferred`: gathered from what they did, `outside`: by somebody else's words. */
export const LearntSchema = z.object({
  by: z.enum(['said', 'inferred', 'outside']),
  at: InstantSchema,
  /** The very words that it was learnt from; null where it was typed into the form. */
  quote: z.string().nullable(),
  /** The request in which it was learnt. */
  runId: z.string().nullable(),
  /** Whose words they were, for `outside`. */
  from: OutsideItemSchema.nullable(),
});
export type Learnt = z.infer<typeof LearntSchema>;

const StoredFields = {
  id: z.string(),
  source: z.string(),
  createdAt: InstantSchema,
  updatedAt: InstantSchema,
  status: MemoryStatusSchema,
  learnt: LearntSchema,
  /** What this corrects: superseded since, or as soon as the person says yes to this one. */
  corrects: z.string().nullable(),
  supersededAt: InstantSchema.nullable(),
  /** When it goes by itself; null where it stays. */
  keptUntil: InstantSchema.nullable(),
};

export const MemoryItemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), ...PersonFields, ...StoredFields }),
  z.object({ kind: z.literal('fact'), text: z.string(), ...StoredFields }),
  z.object({ kind: z.literal('preference'), text: z.string(), ...StoredFields }),
]);
export type MemoryItem = z.infer<typeof MemoryItemSchema>;

/** In days, by kind; null: for good. */
export const MemoryRetentionSchema = z.strictObject({
  /** What was corrected. */
  superseded: z.number().int().min(0).max(3650),
  /** What nobody said yes to. */
  waiting: z.number().int().min(1).max(3650),
  /** What came from somebody else's words. */
  outside: z.number().int().min(1).max(3650).nullable(),
  /** How far back requests are found again. */
  history: z.number().int().min(1).max(3650),
});
export type MemoryRetention = z.infer<typeof MemoryRetentionSchema>;

/** What it says, in one line. */
export const memoryWordsOf = (item: NewMemoryItem | MemoryItem): string =>
  item.kind === 'person' ? `${item.name}, ${item.email}` : item.text;
