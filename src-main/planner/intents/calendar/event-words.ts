import type { Goal } from '#main/planner/goals/goal.ts';
import { wordsOf } from '#main/planner/goals/goal.ts';
import { findPhrase } from '#main/planner/text/find-phrase.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Phrase, type Span } from '#main/planner/text/phrase.ts';
import { bare, capitalised } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/calendar.json' with { type: 'json' };
import kinds from '#resources/packs/everyday/kinds.json' with { type: 'json' };

const CALENDAR_WORDS = loadPhrases(pack.calendarWords);
const NOT_TITLES = new Set(kinds.notTitles);

/** “in my calendar”, wherever it stands. */
export const findCalendarWords = (goal: Goal, [from, to]: Span): Span | null =>
  findPhrase(CALENDAR_WORDS, goal.tokens, from, to);

/** Passes over little words in front, such as “an event called”, as many as there are. */
export function skipFillers(goal: Goal, fillers: readonly Phrase[], [from, to]: Span): number {
  let at = from;
  for (;;) {
    const time = goal.times.find((phrase) => phrase.from === at && phrase.to < to);
    const next = time?.to ?? matchAny(fillers, goal.tokens, at, to)?.end ?? at;
    if (next === at) return at;
    at = next;
  }
}

export type EventWords = { readonly title: string; readonly location: string | null };

/** The title and the place that the words give, without times and the like; no title where they only say “an event”. */
export function eventWords(goal: Goal, span: Span, cuts: readonly Span[]): EventWords {
  const place = findPlace(goal, span, cuts);
  const title = bare(wordsOf(goal, span, place === null ? cuts : [...cuts, place]))
    .replace(/^(?:on|at|for|to|in|and|with|:)\s+(?=\S)/i, (little) => (/^(with|to)/i.test(little) ? little : ''))
    .replace(LOOSE_END, '');
  const isTitle = !NOT_TITLES.has(title.toLowerCase()) && /[\p{L}\p{N}]/u.test(title);
  const location = place === null ? '' : bare(wordsOf(goal, [place[0] + 1, place[1]], cuts));
  return { title: isTitle ? capitalised(title) : '', location: location === '' ? null : location };
}

const LOOSE_END = /\s+(?:on|at|for|to|in|and|from|by|then|the|also|starting|beginning|is|,)$/i;

/** “at Café Central”, “at the office”: from the last “at” on that is no time. */
function findPlace(goal: Goal, [from, to]: Span, cuts: readonly Span[]): Span | null {
  for (let at = to - 1; at > from; at -= 1) {
    const word = goal.tokens[at]?.lower;
    if (word !== 'at' && word !== '@') continue;
    if (cuts.some(([start, end]) => at >= start && at < end)) continue;
    const next = cuts.find(([start]) => start > at)?.[0] ?? to;
    const end = Math.min(next, ...cuts.filter(([start]) => start > at).map(([start]) => start), to);
    return end > at + 1 ? [at, end] : null;
  }
  return null;
}
