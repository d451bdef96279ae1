import { z } from 'zod';
import { StepIdSchema } from '#contract/model/plan.ts';

/**
 * What a model is writing. `message`: the text of an email. `text`: that of a letter, a post or a speech. `checklist`:
 * what is on a list. `cv-lines`: lines of a CV, put shorter.
 */
export const WritingKindSchema = z.enum(['message', 'text', 'checklist', 'cv-lines']);
export type WritingKind = z.infer<typeof WritingKindSchema>;

/**
 * What is being written for a run, as it grows. It is a model's text that nobody has checked yet: it is shown and used
 * for nothing, and kept nowhere. `text`: of what was told of it before, the first `keep` characters stand, and `add`
 * follows; a text that is new begins with 0. `ended`: it is done, thrown away or stopped, and no longer to be shown.
 */
export const WritingNewsSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    id: z.string(),
    what: WritingKindSchema,
    /** The step that it is written for; null while the plan is still being made. */
    stepId: StepIdSchema.nullable(),
    /** The part of the person's words that it is written for; empty where the step says it. */
    about: z.string(),
    keep: z.number().int().nonnegative(),
    add: z.string(),
  }),
  z.object({ kind: z.literal('ended'), id: z.string() }),
]);
export type WritingNews = z.infer<typeof WritingNewsSchema>;
