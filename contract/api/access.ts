import { z } from 'zod';
import { owning } from '#contract/api/errors.ts';
import { ById } from '#contract/api/paging.ts';
import { AccessTokenSchema, NewAccessTokenSchema } from '#contract/model/access-token.ts';

const tags = ['Access'];

export const access = {
  list: owning
    .route({ method: 'GET', path: '/access-tokens', summary: 'Who and what has a key, newest first', tags })
    .output(z.object({ items: z.array(AccessTokenSchema) })),
  /** `key` is the bearer token. It is told this once. */
  create: owning
    .route({ method: 'POST', path: '/access-tokens', successStatus: 201, summary: 'Make a key', tags })
    .input(NewAccessTokenSchema)
    .output(AccessTokenSchema.extend({ key: z.string() })),
  revoke: owning
    .route({ method: 'DELETE', path: '/access-tokens/{id}', summary: 'Make a key useless', tags })
    .input(ById)
    .output(AccessTokenSchema),
};
