import { z } from 'zod';
import { InstantSchema } from '#contract/model/instant.ts';

const PersonFields = { name: z.string().trim().min(1).max(200), email: z.email().max(320) };

/** Something that the person told the app to remember. */
export const NewMemoryItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), ...PersonFields }),
  z.strictObject({ kind: z.literal('fact'), text: z.string().trim().min(1).max(1000) }),
]);
export type NewMemoryItem = z.infer<typeof NewMemoryItemSchema>;

const StoredFields = { id: z.string(), source: z.string(), createdAt: InstantSchema, updatedAt: InstantSchema };

export const MemoryItemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), ...PersonFields, ...StoredFields }),
  z.object({ kind: z.literal('fact'), text: z.string(), ...StoredFields }),
]);
export type MemoryItem = z.infer<typeof MemoryItemSchema>;
