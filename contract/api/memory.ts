import { z } from 'zod';
import { owning, viewing } from '#contract/api/errors.ts';
import { ById } from '#contract/api/paging.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { MemoryItemSchema, MemoryRetentionSchema, NewMemoryItemSchema } from '#contract/model/memory-item.ts';
import { RunStateSchema } from '#contract/model/run.ts';

const tags = ['Memory'];

/** An item with how many requests used it. */
const ListedSchema = z.object({ item: MemoryItemSchema, uses: z.number().int() });

/** `what` says where it was found; `itemId` and `runId` where there is something to open. */
export const MemoryHitSchema = z.object({
  what: z.enum(['memory', 'note', 'list', 'draft', 'event', 'request']),
  title: z.string(),
  words: z.string(),
  at: InstantSchema.nullable(),
  itemId: z.string().nullable(),
  runId: z.string().nullable(),
});
export type MemoryHit = z.infer<typeof MemoryHitSchema>;

const UseSchema = z.object({ runId: z.string(), intent: z.string(), state: RunStateSchema, at: InstantSchema });

export const memory = {
  list: viewing
    .route({ method: 'GET', path: '/memory', summary: 'Everything it remembers of you', tags })
    .output(z.object({ items: z.array(MemoryItemSchema), uses: z.record(z.string(), z.number().int()) })),
  search: viewing
    .route({ method: 'GET', path: '/memory/search', summary: 'Find what is remembered, written or was done', tags })
    .input(
      z.object({ text: z.string().trim().min(1).max(500), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    )
    .output(z.object({ hits: z.array(MemoryHitSchema), madeBy: z.string() })),
  export: viewing
    .route({ method: 'GET', path: '/memory/export', summary: 'All of it, to take along', tags })
    .output(
      z.object({ exportedAt: InstantSchema, items: z.array(ListedSchema.extend({ usedIn: z.array(UseSchema) })) }),
    ),
  uses: viewing
    .route({ method: 'GET', path: '/memory/{id}/uses', summary: 'The requests that used it', tags })
    .input(ById)
    .output(z.object({ uses: z.array(UseSchema) })),
  add: owning
    .route({ method: 'POST', path: '/memory', successStatus: 201, summary: 'Remember something', tags })
    .input(z.object({ item: NewMemoryItemSchema }))
    .output(MemoryItemSchema),
  correct: owning
    .route({
      method: 'PUT',
      path: '/memory/{id}',
      summary: 'Correct something; what it was stays visible for a while',
      tags,
    })
    .input(ById.extend({ item: NewMemoryItemSchema }))
    .output(MemoryItemSchema),
  confirm: owning
    .route({ method: 'POST', path: '/memory/{id}/confirmation', summary: 'Say yes or no to what was gathered', tags })
    .input(ById.extend({ yes: z.boolean() }))
    .output(z.object({ id: z.string(), status: z.enum(['known', 'gone']) })),
  remove: owning
    .route({ method: 'DELETE', path: '/memory/{id}', summary: 'Forget something for good', tags })
    .input(ById)
    .output(z.object({ id: z.string() })),
  retention: viewing
    .route({ method: 'GET', path: '/memory/retention', summary: 'How long things are kept', tags })
    .output(MemoryRetentionSchema),
  setRetention: owning
    .route({ method: 'PUT', path: '/memory/retention', summary: 'Say how long things are kept', tags })
    .input(MemoryRetentionSchema.partial())
    .output(MemoryRetentionSchema),
};
