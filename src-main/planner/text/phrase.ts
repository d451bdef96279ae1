import type { Token } from '#main/planner/text/tokenise.ts';

/** A stretch of tokens: from the first to before the second index. */
export type Span = readonly [from: number, to: number];

export type PhraseMatch = {
  /** The token after the last one that the phrase asked for. */
  readonly end: number;
  readonly spans: Readonly<Record<string, Span>>;
};

type Element = { readonly choices: readonly (readonly string[])[]; readonly optional: boolean };
type Segment = {
  readonly gap: 'none' | 'any' | 'named';
  readonly name: string;
  readonly elements: readonly Element[];
  /** The words that it may begin with; null where that can't be told from a word alone. */
  readonly firsts: ReadonlySet<string> | null;
};

/** A small pattern over words; it never backtracks over a gap, so a long text costs no more than its length. */
export type Phrase = { readonly segments: readonly Segment[]; readonly toTheEnd: boolean };

/**
 * Compiles a pattern. `a|b` is a choice, `a_b` are words in a row, `a?` may be absent, `...` is any number of
 * words, `{name}` is at least one word and is kept, `$` is the end, `<email>` and `<number>` are kinds of word.
 * Of several choices that fit, the longest is taken.
 * A phrase starts where the text starts, unless it starts with a gap.
 */
export function phrase(pattern: string): Phrase {
  const words = pattern.trim().split(/\s+/);
  const toTheEnd = words.at(-1) === '$';
  if (toTheEnd) words.pop();
  const segments: { gap: Segment['gap']; name: string; elements: Element[] }[] = [];
  const opened = (gap: Segment['gap'], name = '') => {
    const segment = { gap, name, elements: [] as Element[] };
    segments.push(segment);
    return segment;
  };
  for (const word of words) {
    if (word === '...') opened('any');
    else if (word.startsWith('{')) opened('named', word.slice(1, -1));
    else (segments.at(-1) ?? opened('none')).elements.push(element(word));
  }
  return { segments: segments.map((segment) => ({ ...segment, firsts: firstWords(segment.elements) })), toTheEnd };
}

function firstWords(elements: readonly Element[]): ReadonlySet<string> | null {
  const words = new Set<string>();
  for (const { choices, optional } of elements) {
    for (const [first = ''] of choices) words.add(first);
    if (!optional) return words.has('<email>') || words.has('<number>') ? null : words;
  }
  return null;
}

export const phrases = (patterns: readonly string[]): readonly Phrase[] => patterns.map(phrase);

function element(word: string): Element {
  const optional = word.endsWith('?') && word.length > 1;
  const body = optional ? word.slice(0, -1) : word;
  const choices = body.split('|').map((choice) => choice.split('_'));
  return { choices: choices.sort((a, b) => b.length - a.length), optional };
}

/** Where a phrase stands in the tokens from an index on, or null. */
export function matchPhrase(
  wanted: Phrase,
  tokens: readonly Token[],
  from = 0,
  to = tokens.length,
): PhraseMatch | null {
  const spans: Record<string, Span> = {};
  let at = from;
  for (const [index, segment] of wanted.segments.entries()) {
    const isLast = index === wanted.segments.length - 1;
    const mustEnd = isLast && wanted.toTheEnd;
    const found = findSegment(segment, tokens, at, to, mustEnd);
    if (found === null) return null;
    if (segment.gap === 'named') spans[segment.name] = [at, found.start];
    at = found.end;
  }
  return { end: at, spans };
}

/** The first of several phrases that stands there. */
export function matchAny(
  wanted: readonly Phrase[],
  tokens: readonly Token[],
  from = 0,
  to = tokens.length,
): PhraseMatch | null {
  for (const one of wanted) {
    const match = matchPhrase(one, tokens, from, to);
    if (match !== null) return match;
  }
  return null;
}

function findSegment(segment: Segment, tokens: readonly Token[], at: number, to: number, mustEnd: boolean) {
  const isFixed = segment.gap === 'none';
  const first = segment.gap === 'named' ? at + 1 : at;
  if (segment.elements.length === 0) return first <= to ? { start: to, end: to } : null;
  for (let start = first; start <= to; start += 1) {
    const mayBegin = segment.firsts === null || (start < to && segment.firsts.has(tokens[start]?.lower ?? ''));
    if (!mayBegin && isFixed) return null;
    if (!mayBegin) continue;
    const end = matchElements(segment.elements, 0, tokens, start, to);
    if (end !== null && (!mustEnd || end === to)) return { start, end };
    if (isFixed) return null;
  }
  return null;
}

function matchElements(
  elements: readonly Element[],
  index: number,
  tokens: readonly Token[],
  at: number,
  to: number,
): number | null {
  const wanted = elements[index];
  if (wanted === undefined) return at;
  for (const words of wanted.choices) {
    if (at + words.length > to || !words.every((word, offset) => isWord(tokens[at + offset], word))) continue;
    const end = matchElements(elements, index + 1, tokens, at + words.length, to);
    if (end !== null) return end;
  }
  return wanted.optional ? matchElements(elements, index + 1, tokens, at, to) : null;
}

function isWord(token: Token | undefined, word: string): boolean {
  if (token === undefined) return false;
  if (word === '<email>') return token.kind === 'email';
  if (word === '<number>') return /^\d+$/.test(token.lower);
  return token.lower === word;
}
