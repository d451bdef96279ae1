import { matchAny, phrases, type Span } from '#main/planner/text/phrase.ts';
import type { Token } from '#main/planner/text/tokenise.ts';
import vocabulary from '#resources/packs/everyday/vocabulary.json' with { type: 'json' };

const BEFORE = phrases(vocabulary.politeBefore);
const AFTER = phrases(vocabulary.politeAfter.map((words) => `${words} $`));
const LONGEST_AFTER = 4;
const LEADING_MARKS = new Set([',', '.', ';', ':', '-', '–', '—', '•', '*', '·', '!', '?', '(', '…', '>']);
const TRAILING_MARKS = new Set([',', '.', ';', '!', '?', '…', ')', '-', '–', '—', ':']);

/** The first token that says something, after “hey, could you please”. */
export function skipPoliteWords(tokens: readonly Token[], from = 0, to = tokens.length): number {
  let at = from;
  for (;;) {
    while (at < to && isLeadingMark(tokens, at)) at += 1;
    const match = matchAny(BEFORE, tokens, at, to);
    if (match === null || match.end === at) return at;
    at = match.end;
  }
}

/** The stretch of tokens that says something, without polite words and punctuation around it. */
export function withoutPoliteWords(tokens: readonly Token[]): Span {
  const start = skipPoliteWords(tokens);
  let end = tokens.length;
  for (;;) {
    while (end > start && isTrailingMark(tokens[end - 1])) end -= 1;
    const shorter = withoutLastPoliteWords(tokens, start, end);
    if (shorter === end) break;
    end = shorter;
  }
  return [start, end];
}

function withoutLastPoliteWords(tokens: readonly Token[], start: number, end: number): number {
  for (let from = Math.max(start + 1, end - LONGEST_AFTER); from < end; from += 1) {
    if (matchAny(AFTER, tokens, from, end) !== null) return from;
  }
  return end;
}

const isTrailingMark = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'line' || (token.kind === 'mark' && TRAILING_MARKS.has(token.text)));

/** A bullet or a number before a line of a list counts as punctuation too. */
function isLeadingMark(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.kind === 'line' || (token.kind === 'mark' && LEADING_MARKS.has(token.text))) return true;
  const startsLine = at === 0 || tokens[at - 1]?.kind === 'line';
  const next = tokens[at + 1];
  return startsLine && /^\d{1,2}$/.test(token.text) && (next?.text === '.' || next?.text === ')');
}
