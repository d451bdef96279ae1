import { z } from 'zod';

/** What Life OS can speak. English is the one that the code is written in; each other has a folder of sentences. */
export const LanguageSchema = z.enum(['en', 'es']);
export type Language = z.infer<typeof LanguageSchema>;

/** `auto` is the language of the system, where it is spoken here, else English. */
export const LanguageChoiceSchema = z.enum(['auto', ...LanguageSchema.options]);
export type LanguageChoice = z.infer<typeof LanguageChoiceSchema>;

/** The language that a choice comes to on a system that wants these locales, the most wanted first. */
export function languageOf(choice: LanguageChoice, wanted: readonly string[]): Language {
  if (choice !== 'auto') return choice;
  for (const locale of wanted) {
    const found = LanguageSchema.safeParse(locale.toLowerCase().split(/[-_.@]/)[0]);
    if (found.success) return found.data;
  }
  return 'en';
}
