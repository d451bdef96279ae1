import { z } from 'zod';
import { owning, viewing } from '#contract/api/errors.ts';
import { ById } from '#contract/api/paging.ts';
import { MemoryItemSchema, NewMemoryItemSchema } from '#contract/model/memory-item.ts';

const tags = ['Memory'];

export const memory = {
  list: viewing
    .route({ method: 'GET', path: '/memory', summary: 'Everything it remembers of you', tags })
    .output(z.object({ items: z.array(MemoryItemSchema) })),
  add: owning
    .route({ method: 'POST', path: '/memory', successStatus: 201, summary: 'Remember something', tags })
    .input(z.object({ item: NewMemoryItemSchema }))
    .output(MemoryItemSchema),
  edit: owning
    .route({ method: 'PUT', path: '/memory/{id}', summary: 'Correct something', tags })
    .input(ById.extend({ item: NewMemoryItemSchema }))
    .output(MemoryItemSchema),
  remove: owning
    .route({ method: 'DELETE', path: '/memory/{id}', summary: 'Forget something', tags })
    .input(ById)
    .output(z.object({ id: z.string() })),
};
