import { z } from 'zod';

/** What the person should know about where their things are kept; there is none while all is well. */
export const StorageNoticeSchema = z.object({
  kind: z.enum(['restored', 'damaged', 'disk-full', 'unwritable']),
  /** Plain sentences for a banner: what is so, what was kept, what to do. */
  says: z.string(),
});
export type StorageNotice = z.infer<typeof StorageNoticeSchema>;
