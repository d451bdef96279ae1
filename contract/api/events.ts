import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { viewing } from '#contract/api/errors.ts';
import { LoggedEventSchema } from '#contract/model/event.ts';
import { InstantSchema } from '#contract/model/instant.ts';

const tags = ['Events'];

export const events = {
  /** Server-sent events. Give `Last-Event-ID` (a `seq`) to go on where a broken stream ended; without it, it begins now. */
  live: viewing
    .route({ method: 'GET', path: '/events', summary: 'The log as it grows', tags })
    .output(eventIterator(LoggedEventSchema)),
  history: viewing
    .route({ method: 'GET', path: '/timeline', summary: 'The log backwards from `before`, newest first', tags })
    .input(
      z.object({
        before: z.coerce.number().int().positive().optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
        runId: z.string().max(200).optional(),
        /** Nothing later than this. */
        upTo: InstantSchema.optional(),
        /** Only entries that say this, without regard to case and accents. */
        search: z.string().trim().max(200).optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(LoggedEventSchema),
        /** Where to go on; null at the beginning. A search looks through so much at once and can come back with nothing yet. */
        nextBefore: z.number().int().nullable(),
      }),
    ),
  /** Recomputes the hash chain from the first entry to the last. */
  verify: viewing
    .route({ method: 'GET', path: '/timeline/verification', summary: 'Whether the log is whole and unaltered', tags })
    .output(
      z.object({
        whole: z.boolean(),
        /** How many entries are whole, from the first on. */
        entries: z.number().int(),
        firstBrokenSeq: z.number().int().nullable(),
        says: z.string(),
      }),
    ),
};
