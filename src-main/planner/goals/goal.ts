import type { Span } from '#main/planner/text/phrase.ts';
import type { Token } from '#main/planner/text/tokenise.ts';
import { textWithout } from '#main/planner/text/wording.ts';
import type { TimePhrase } from '#main/planner/time/find-time-phrases.ts';

/** One thing that the person wants: a part of their sentence, without polite words around it. */
export type Goal = {
  /** Its place in the sentence, from 1. Questions and steps are named after it. */
  readonly number: number;
  readonly source: string;
  /** In a part without a verb of its own (“and lunch on Friday”), the words of the part before stand in front. */
  readonly tokens: readonly Token[];
  /** The first token after a time that stands in front, as in “tomorrow at nine, remind me”. */
  readonly head: number;
  readonly times: readonly TimePhrase[];
  /** The part as the person wrote it. */
  readonly about: string;
};

/** The words of a stretch, without what was understood as something else. */
export function wordsOf(goal: Goal, [from, to]: Span, cuts: readonly Span[] = []): string {
  const inside = cuts
    .map(([start, end]): Span => [Math.max(start, from) - from, Math.min(end, to) - from])
    .filter(([start, end]) => end > start);
  return textWithout(goal.source, goal.tokens.slice(from, to), inside);
}

/** The stretch from a token to the end of the goal. */
export const restOf = (goal: Goal, from: number): Span => [from, goal.tokens.length];

/** The lower-case form of a token; empty where there is none. */
export const wordAt = (goal: Goal, at: number): string => goal.tokens[at]?.lower ?? '';
