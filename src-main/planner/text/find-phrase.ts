import { matchAny, type Phrase, type Span } from '#main/planner/text/phrase.ts';
import type { Token } from '#main/planner/text/tokenise.ts';

/** The first place where one of the phrases stands, in a stretch of tokens. */
export function findPhrase(
  wanted: readonly Phrase[],
  tokens: readonly Token[],
  from = 0,
  to = tokens.length,
): Span | null {
  for (let at = from; at < to; at += 1) {
    const match = matchAny(wanted, tokens, at, to);
    if (match !== null && match.end > at) return [at, match.end];
  }
  return null;
}
