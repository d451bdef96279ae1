import { z } from 'zod';

/** The kind of document that says of a CV where each of its lines comes from. */
export const CV_TRACE_TYPE = 'application/vnd.life-os.cv-trace+json';

const PlaceSchema = z.object({
  /** JSON pointer into the person's own CV. */
  pointer: z.string(),
  /** The same for people: `Experience, TechCorp Inc, line 2`. */
  where: z.string(),
  /** What stands there, letter for letter. */
  words: z.string(),
});

/** What became of the person's CV for one job. `matched` and `missing` are somebody else's wish; nothing else of it is here. */
export const CvTraceSchema = z.object({
  matched: z.array(z.string()),
  missing: z.array(z.string()),
  putFirst: z.array(PlaceSchema),
  leftOut: z.array(PlaceSchema),
  lines: z.array(
    z.object({
      text: z.string(),
      /** Empty for the headings of parts. */
      from: z.array(PlaceSchema),
      /** It says less, or in another order, than its source; every other line says it letter for letter. */
      isReworded: z.boolean(),
    }),
  ),
});
export type CvTrace = z.infer<typeof CvTraceSchema>;
