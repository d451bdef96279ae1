import { type Language, type LanguageChoice, languageOf } from '#contract/language/language.ts';
import { languageFile, writeChoice } from '#main/language/language-file.ts';

/** Which language is spoken, and which from the next start on. */
export type LanguageSetting = {
  /** What everything that runs was loaded in. */
  readonly speaks: Language;
  choice(): LanguageChoice;
  /** What the choice comes to, which is spoken once everything is loaded anew. */
  next(): Language;
  /** Throws when it can't be kept. */
  keep(choice: LanguageChoice): void;
  /** Ends the app in good order and starts it again; null where it can't start itself. */
  readonly startAgain: (() => void) | null;
};

/** Where nobody says which: English, for now. */
export const englishIn = (dataFolder: string): LanguageSetting =>
  createLanguageSetting({ dataFolder, chosen: 'auto', speaks: 'en', wanted: [], startAgain: null });

export function createLanguageSetting(options: {
  readonly dataFolder: string;
  readonly chosen: LanguageChoice;
  readonly speaks: Language;
  /** The locales of the system, the most wanted first. */
  readonly wanted: readonly string[];
  readonly startAgain: (() => void) | null;
}): LanguageSetting {
  let chosen = options.chosen;
  return {
    speaks: options.speaks,
    choice: () => chosen,
    next: () => languageOf(chosen, options.wanted),
    keep(choice) {
      writeChoice(languageFile(options.dataFolder), choice);
      chosen = choice;
    },
    startAgain: options.startAgain,
  };
}
