import words from '#connectors/cv/posting-words.json' with { type: 'json' };
import { stemOf, tokensOf } from '#connectors/cv/tokens.ts';
import { cleanHtml } from '#connectors/sdk/outside-text/clean-html.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import type { Finding } from '#connectors/sdk/outside-text/finding.ts';
import { foldText } from '#connectors/sdk/plain-text.ts';

/** A job posting, cleaned. Each of its lines counts by what stands over it: what is wanted more than what is offered. */
export type Posting = {
  readonly lines: readonly { readonly text: string; readonly weight: number }[];
  /** Its words by their stems, each with what it counts for. */
  readonly terms: ReadonlyMap<string, number>;
  readonly found: readonly Finding[];
};

const LONGEST_HEADING = 60;
const MOST_TERM_WEIGHT = 6;
const EMPTY = new Set(words.emptyWords.map(stemOf));
const OFFERS = new RegExp(`^[^\\p{L}]*(?:${words.offers.join('|')})(?![\\p{L}])`, 'iu');
const WEIGHTS = { title: 4, wanted: 3, tasks: 2, welcome: 1.5, open: 1, beside: 0.2 };

/** What a posting is about. It is somebody else’s text: only which of its words also stand in a CV is asked of it. */
export function readPosting(raw: string): Posting {
  const { text, found } = cleaned(raw);
  const lines: { text: string; weight: number }[] = [];
  let weight = WEIGHTS.open;
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const heading = headingWeight(line);
    weight = heading ?? weight;
    const isTitle = lines.length === 0 && line.length <= 2 * LONGEST_HEADING;
    lines.push({ text: line, weight: isTitle ? WEIGHTS.title : offers(line) ? WEIGHTS.beside : weight });
  }
  return { lines, terms: termsOf(lines), found };
}

/** Also what a job board answers: JSON whose texts may be HTML, once or twice escaped. */
function cleaned(raw: string): { text: string; found: readonly Finding[] } {
  const texts = textsOf(raw) ?? [raw];
  const parts = texts.map((each) => {
    const unescaped = /&lt;\/?[a-z]/i.test(each) ? each.replaceAll('&lt;', '<').replaceAll('&gt;', '>') : each;
    return /<\/?(?:p|div|ul|li|br|h\d|span|strong|b|em)\b/i.test(unescaped)
      ? cleanHtml(unescaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
      : cleanText(unescaped);
  });
  return { text: parts.map(({ text }) => text).join('\n'), found: parts.flatMap(({ found }) => found) };
}

function textsOf(raw: string): readonly string[] | null {
  if (!/^\s*[[{]/.test(raw)) return null;
  try {
    return [...leavesOf(JSON.parse(raw))];
  } catch {
    return null;
  }
}

function* leavesOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (value === null || typeof value !== 'object') return;
  for (const child of Object.values(value)) yield* leavesOf(child);
}

const holds = (line: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => ` ${line} `.includes(` ${phrase} `));

/** “We offer …” in the middle of what is wanted. */
const offers = (line: string): boolean => OFFERS.test(line);

/** What the lines under it count for; null where it is no heading. */
function headingWeight(line: string): number | null {
  if (line.length > LONGEST_HEADING || /[.!]$/.test(line)) return null;
  const isMarked = /:$|^#|^\*\*/.test(line) || !/^[-•*·–]/.test(line);
  if (!isMarked) return null;
  const folded = foldText(line.replaceAll('’', "'"))
    .replaceAll(/[^\p{L}\p{N}' -]+/gu, ' ')
    .trim();
  if (holds(folded, words.welcome)) return WEIGHTS.welcome;
  if (holds(folded, words.beside)) return WEIGHTS.beside;
  if (holds(folded, words.wanted)) return WEIGHTS.wanted;
  if (holds(folded, words.tasks)) return WEIGHTS.tasks;
  return null;
}

function termsOf(lines: Posting['lines']): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  for (const { text, weight } of lines) {
    for (const { folded } of tokensOf(text)) {
      const stem = stemOf(folded);
      if (stem.length < 3 || EMPTY.has(stem) || /^\p{N}/u.test(stem)) continue;
      terms.set(stem, Math.min((terms.get(stem) ?? 0) + weight, MOST_TERM_WEIGHT));
    }
  }
  return terms;
}
