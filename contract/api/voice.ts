import { z } from 'zod';
import { acting, viewing } from '#contract/api/errors.ts';
import { ById } from '#contract/api/paging.ts';
import { FailureSchema } from '#contract/model/failure.ts';

const tags = ['Voice'];

/** A quarter of a second of sound in each request is usual; more is only what piled up. */
const MOST_SOUND = 800_000;

/** What is understood so far. With a failure nothing more comes of it, and what is there can be used all the same. */
const HeardSchema = z.object({ text: z.string(), failure: FailureSchema.nullable() });

export const voice = {
  status: viewing
    .route({ method: 'GET', path: '/voice', summary: 'Whether what the person says can be written down now', tags })
    .output(z.object({ offered: z.boolean(), longestSeconds: z.number().int() })),
  begin: acting
    .route({ method: 'POST', path: '/voice', summary: 'Begin to listen; what was said before is dropped', tags })
    .output(z.object({ id: z.string().nullable(), failure: FailureSchema.nullable() })),
  /** Words only: nothing is done with them before the person sends them. The sound is passed on and never kept. */
  hear: acting
    .route({
      method: 'POST',
      path: '/voice/{id}/sound',
      summary: 'Hand over sound (PCM, 16 bits, little-endian, mono, 24 kHz, as base64); answers with the words so far',
      tags,
    })
    .input(ById.extend({ sound: z.base64().max(MOST_SOUND) }))
    .output(HeardSchema),
  end: acting
    .route({
      method: 'POST',
      path: '/voice/{id}/end',
      summary: 'No more sound comes; answers with all the words',
      tags,
    })
    .input(ById)
    .output(HeardSchema),
  drop: acting
    .route({ method: 'POST', path: '/voice/{id}/drop', summary: 'Throw away what was said', tags })
    .input(ById),
};
