import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { seededRandom, shuffled } from './random.ts';

export type OwnPhrase = { readonly text: string; readonly domain: string; readonly intent: string };

const folder = new URL('../../resources/understanding/phrases/', import.meta.url);
const FileSchema = z.array(z.strictObject({ intent: z.string(), says: z.array(z.string()) }));
/** More wordings of one pattern than this teach nothing new and would drown the others. */
const MOST_OF_ONE = 14;

/** The phrases written here, every pattern spelt out: `(a|b)` is a choice, an empty one leaves it out. */
export function ownPhrases(): readonly OwnPhrase[] {
  const random = seededRandom(3);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) =>
      FileSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))).flatMap(({ intent, says }) =>
        says.flatMap((pattern) =>
          shuffled(spelledOut(pattern), random)
            .slice(0, MOST_OF_ONE)
            .map((text) => ({ text, domain: file.replace('.json', ''), intent })),
        ),
      ),
    );
}

function spelledOut(pattern: string): readonly string[] {
  const found = /\(([^()]*)\)/.exec(pattern);
  if (found === null) return [pattern.replace(/\s+/g, ' ').trim()];
  const [whole, choices = ''] = found;
  return choices.split('|').flatMap((choice) => spelledOut(pattern.replace(whole, () => choice)));
}
