import type { Token } from '#main/planner/text/tokenise.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import { endOfCorrection } from '#main/planner/time/correction.ts';
import { readTimeWord } from '#main/planner/time/read-time-word.ts';
import { corrected, merged, type WhenParts } from '#main/planner/time/when-parts.ts';

/** A stretch of words that says when. */
export type TimePhrase = { readonly from: number; readonly to: number; readonly said: WhenParts };

/** All stretches that say when, in order. */
export function findTimePhrases(tokens: readonly Token[], clock: Clock): readonly TimePhrase[] {
  const found: TimePhrase[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = readTimePhrase(tokens, at, clock);
    if (phrase !== null) found.push(phrase);
    at = phrase?.to ?? at + 1;
  }
  return found;
}

/** Time words in a row, joined by commas and little words, as far as they say one thing. */
function readTimePhrase(tokens: readonly Token[], from: number, clock: Clock): TimePhrase | null {
  const first = readTimeWord(tokens, from, clock, {});
  if (first === null) return null;
  let said = first.value;
  let to = first.next;
  for (;;) {
    const correction = endOfCorrection(tokens, to);
    const comma = tokens[to]?.text === ',' ? 1 : 0;
    const next = readTimeWord(tokens, correction ?? to + comma, clock, said);
    if (next === null) return { from, to, said };
    const both =
      correction === null
        ? (either(tokens, to, said, next, clock) ?? merged(said, next.value))
        : corrected(said, next.value);
    if (both === null) return { from, to, said };
    said = both;
    to = next.next;
  }
}

/** “Thursday or Friday”: the words of both, to be asked about. */
function either(
  tokens: readonly Token[],
  to: number,
  said: WhenParts,
  next: { value: WhenParts; next: number },
  clock: Clock,
): WhenParts | null {
  if (tokens[to]?.lower !== 'or' || said.days === undefined || next.value.days === undefined) return null;
  if (said.time !== undefined && readTimeWord(tokens, next.next, clock, {})?.value.time !== undefined) return null;
  const before = tokens[to - 1]?.text ?? '';
  const after = tokens[next.next - 1]?.text ?? '';
  return { ...said, ...next.value, days: said.days, eitherDay: [...(said.eitherDay ?? [before]), after] };
}
