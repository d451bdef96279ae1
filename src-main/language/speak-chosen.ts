import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Language, languageOf } from '#contract/language/language.ts';
import { type Sentences, speak } from '#contract/language/t.ts';
import { languageFile, readChoice } from '#main/language/language-file.ts';
import { createLanguageSetting, type LanguageSetting } from '#main/language/language-setting.ts';
import type { Log } from '#main/seams.ts';

const SentencesSchema = z.record(z.string(), z.string());

/** What the core says; the window brings its own. */
const FILES = ['core.json', 'connectors.json'];

/**
 * Speaks the language that was chosen in this data folder. To be called before anything is imported that says a
 * sentence, as most sentences are put together while their file loads. English where the others can't be read.
 */
export function speakChosen(options: {
  readonly dataFolder: string;
  /** `resources/languages`, where each language has a folder. */
  readonly languagesFolder: string;
  /** The locales of the system, the most wanted first. */
  readonly wanted: readonly string[];
  readonly startAgain: (() => void) | null;
  readonly log: Log;
}): LanguageSetting {
  const { dataFolder, languagesFolder, wanted, startAgain, log } = options;
  const chosen = readChoice(languageFile(dataFolder), log);
  const speaks = speakIn(languageOf(chosen, wanted), languagesFolder, log);
  return createLanguageSetting({ dataFolder, chosen, speaks, wanted, startAgain });
}

function speakIn(language: Language, languagesFolder: string, log: Log): Language {
  try {
    speak(language === 'en' ? {} : readSentences(join(languagesFolder, language)), language);
    return language;
  } catch (error) {
    log.error({ error, language }, 'the sentences of this language could not be read, so it is English');
    speak({});
    return 'en';
  }
}

const readSentences = (folder: string): Sentences =>
  Object.assign(
    {},
    ...FILES.map((file) => SentencesSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))),
  );
