import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import topics from '#resources/understanding/topics.json' with { type: 'json' };
import { ownPhrases } from './own-phrases.ts';
import { seededRandom, shuffled } from './random.ts';
import slurpTopics from './slurp-topics.json' with { type: 'json' };
import type { Example } from './train-linear.ts';

const RowsSchema = z.array(z.object({ text: z.string(), intent: z.string() }));
type Row = z.infer<typeof RowsSchema>[number];

const SLURP_TOPICS: Readonly<Record<string, string>> = slurpTopics.topics;
const OUT_OF_SCOPE = 'oos';
/** Topics that speak of calendars, lists and the like in other words than SLURP's intents, so they are no counterexamples. */
const NEAR = /calendar|reminder|todo|shopping|alarm|meeting|text|oos/;
const ENOUGH_OF_ELSEWHERE = 1000;

/** The examples that others collected, on which the model is judged as well, and those that only teach. */
export type Lesson = { readonly judged: readonly Example[]; readonly taught: readonly Example[] };
export type Examples = {
  /** What it is about: a topic of CLINC150, or `<domain>/<intent>` of the own phrases. */
  readonly topic: Lesson;
  /** What is wanted with a calendar, alarm, list, mail or contact; all else is `other:…`. */
  readonly intent: Lesson;
};

/**
 * What the model is trained on: the train part of CLINC150, SLURP's only labelled part that comes without its test
 * part, and the phrases written here.
 */
export function readExamples(folder: string): Examples {
  const clinc = read(join(folder, 'clinc150/train.json'));
  const slurp = read(join(folder, 'slurp/devel.json'));
  const names = z
    .object({ intents: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(folder, 'slurp/life-os-intents.json'), 'utf8'))).intents;
  const own = ownPhrases();
  const known = new Set(Object.values(names));
  const elsewhere = shuffled(
    clinc.filter(({ intent }) => !NEAR.test(intent)),
    seededRandom(1),
  ).slice(0, ENOUGH_OF_ELSEWHERE);
  return {
    topic: {
      judged: clinc.map(({ text, intent }) => ({ text, label: intent })),
      taught: [
        ...slurp.flatMap(({ text, intent }) => {
          const label = SLURP_TOPICS[intent];
          return label === undefined ? [] : [{ text, label: ofShopping(text, label) }];
        }),
        ...own.map(({ text, domain, intent }) => ({
          text,
          label: domain === 'out-of-scope' ? OUT_OF_SCOPE : ofShopping(text, `${domain}/${intent}`),
        })),
      ],
    },
    intent: {
      judged: slurp.map(({ text, intent }) => ({ text, label: names[intent] ?? `other:${intent.split('_')[0]}` })),
      taught: [
        ...own.filter(({ intent }) => known.has(intent)).map(({ text, intent }) => ({ text, label: intent })),
        ...elsewhere.map(({ text }) => ({ text, label: 'other:elsewhere' })),
      ],
    },
  };
}

/** A shopping list is about shopping, any other list about every day. */
const ofShopping = (text: string, label: string): string =>
  /grocer|shopping/.test(text) ? label.replace('everyday/list.', 'shopping-food/list.') : label;

const read = (path: string): readonly Row[] => RowsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

const TOPICS: Readonly<Record<string, { readonly domain: string; readonly intent: string }>> = topics;

/** The domain of a topic's label. */
export const domainOfTopic = (label: string): string => TOPICS[label]?.domain ?? label.split('/')[0] ?? label;
