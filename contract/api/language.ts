import { z } from 'zod';
import { owning, viewing } from '#contract/api/errors.ts';
import { LanguageChoiceSchema, LanguageSchema } from '#contract/language/language.ts';

const tags = ['Language'];

export const LanguageStateSchema = z.object({
  choice: LanguageChoiceSchema,
  /** What everything that runs now speaks. */
  speaks: LanguageSchema,
  /** What is spoken from the next start on. */
  next: LanguageSchema,
  /** Whether the app starts itself again for it; else it waits until somebody does. */
  startsAgain: z.boolean(),
});
export type LanguageState = z.infer<typeof LanguageStateSchema>;

export const language = {
  get: viewing
    .route({ method: 'GET', path: '/language', summary: 'The language that is spoken', tags })
    .output(LanguageStateSchema),
  /** Where it makes a difference and the app can start itself again, it does so right after the answer. */
  choose: owning
    .route({ method: 'PUT', path: '/language', summary: 'Choose the language', tags })
    .input(z.strictObject({ choice: LanguageChoiceSchema }))
    .output(LanguageStateSchema),
};
