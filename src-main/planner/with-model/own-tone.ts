import type { ProvenanceMark } from '#contract/model/provenance.ts';
import type { Orm } from '#db/open-database.ts';
import { listWrittenTexts } from '#db/repositories/tool-calls.ts';

const MOST_READ = 30;
/** Fewer show no habit. */
const FEWEST = 3;
const OWN: ReadonlySet<ProvenanceMark> = new Set(['person', 'contact', 'memory']);

/** How the person writes, from what they wrote themselves; nothing while there is too little of it. */
export function readOwnTone(orm: Orm): readonly string[] {
  const own = listWrittenTexts(orm, MOST_READ).filter(({ provenance }) => provenance.every((mark) => OWN.has(mark)));
  return toneOf(own.map(({ text }) => text));
}

/**
 * Habits of writing, one plain phrase each, and no word of what was written: a model is told how the person writes, and
 * not what they wrote to whom.
 */
export function toneOf(texts: readonly string[]): readonly string[] {
  if (texts.length < FEWEST) return [];
  const all = texts.join('\n');
  const sentences = all.split(/[.!?…]+\s|\n+/u).filter((sentence) => wordsIn(sentence) >= 3);
  const perSentence = sentences.reduce((sum, sentence) => sum + wordsIn(sentence), 0) / Math.max(1, sentences.length);
  const perText = texts.reduce((sum, text) => sum + wordsIn(text), 0) / texts.length;
  const share = (shape: RegExp): number => texts.filter((text) => shape.test(text)).length / texts.length;
  return [
    `sentences of about ${Math.round(perSentence)} words`,
    `texts of about ${Math.max(10, Math.round(perText / 10) * 10)} words`,
    ...habit(share(/\p{L}[’'](?:m|ll|re|ve|d|s|t)\b/iu), 'contractions such as I’m', 'no contractions'),
    ...habit(share(/!/u), 'exclamation marks', 'no exclamation marks'),
    ...habit(share(/\p{Extended_Pictographic}/u), 'emoji', 'no emoji'),
    ...habit(share(/\b(?:please|thank you|thanks)\b/iu), 'please and thank you', null),
  ];
}

/** What more than half of the texts do, and what none does. */
function habit(share: number, does: string, never: string | null): readonly string[] {
  if (share > 0.5) return [does];
  return share === 0 && never !== null ? [never] : [];
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}’']+/gu)?.length ?? 0;
