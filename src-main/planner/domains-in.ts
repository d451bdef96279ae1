import { type Domain, DomainSchema } from '#contract/model/domain.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';
import pack from '#resources/packs/everyday/domains.json' with { type: 'json' };
import parts from '#resources/packs/everyday/parts-of-life.json' with { type: 'json' };

const AMOUNT = /[€$£¥]|\b(?:EUR|USD|GBP|CHF)\b/;
const wordsBy: readonly (readonly [string, readonly string[]])[] = [
  ...pack.words.map(({ domain, words }) => [domain, words] as const),
  ['health', parts.health],
  ['finance', parts.finance],
];
const mentions = wordsBy.map(([domain, words]) => ({
  domain: DomainSchema.parse(domain),
  mentioned: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu'),
}));

/**
 * The parts of life that a text speaks of, by its words; rather one too many, as it decides what may leave this
 * computer. A text without any such word speaks of none.
 */
export function domainsIn(text: string): readonly Domain[] {
  const found = new Set(mentions.filter(({ mentioned }) => mentioned.test(text)).map(({ domain }) => domain));
  if (AMOUNT.test(text)) found.add('finance');
  return [...found];
}

/** Of all that the person said for a plan: the sentence, and their answers. */
export const domainsOf = ({ text, answers }: Pick<PlanningRequest, 'text' | 'answers'>): readonly Domain[] =>
  domainsIn([text, ...answers.map((answer) => answer.text)].join('\n'));
