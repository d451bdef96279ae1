import { z } from 'zod';
import { viewing } from '#contract/api/errors.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { StorageNoticeSchema } from '#contract/model/storage-notice.ts';

/** What the frame around every screen shows. */
export const StatusSchema = z.object({
  version: z.string(),
  /** Whether everything here is made up, to rehearse with. */
  isPractice: z.boolean(),
  now: InstantSchema,
  timeZone: z.string(),
  paused: z.boolean(),
  pausedSince: InstantSchema.nullable(),
  waitingApprovals: z.number().int(),
  running: z.number().int(),
  /** The last entry of the log: pass it on to the live stream so that nothing falls in between. */
  lastSeq: z.number().int(),
  dataFolder: z.string(),
  storage: StorageNoticeSchema.nullable(),
});

export const status = {
  get: viewing
    .route({ method: 'GET', path: '/status', summary: 'How things stand', tags: ['Status'] })
    .output(StatusSchema),
};
