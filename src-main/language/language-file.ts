import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type LanguageChoice, LanguageChoiceSchema } from '#contract/language/language.ts';
import type { Log } from '#main/seams.ts';

const FileSchema = z.object({ language: LanguageChoiceSchema });

/** Beside the database, not in it: it is read before anything that says a sentence is loaded. */
export const languageFile = (dataFolder: string): string => join(dataFolder, 'language.json');

/** What the person chose; `auto` where they did not, or where the file can't be read. */
export function readChoice(file: string, log: Log): LanguageChoice {
  try {
    if (existsSync(file)) return FileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).language;
  } catch (error) {
    log.error({ error }, 'the chosen language could not be read, so it is that of the system');
  }
  return 'auto';
}

/** Throws when it can't be written; what was chosen before stands then. */
export function writeChoice(file: string, language: LanguageChoice): void {
  writeFileSync(`${file}.new`, `${JSON.stringify({ language })}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
