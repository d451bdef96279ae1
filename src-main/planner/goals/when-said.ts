import { type Goal, wordAt, wordsOf } from '#main/planner/goals/goal.ts';
import type { Span } from '#main/planner/text/phrase.ts';
import { capitalised } from '#main/planner/text/wording.ts';
import type { TimePhrase } from '#main/planner/time/find-time-phrases.ts';
import { corrected, merged, type WhenParts } from '#main/planner/time/when-parts.ts';
import vocabulary from '#resources/packs/everyday/vocabulary.json' with { type: 'json' };

/** What a goal says about when, and the words that say it. */
export type WhenSaid = {
  readonly said: WhenParts;
  readonly cuts: readonly Span[];
  /** The words of two times side by side, of which only one can be meant. */
  readonly twoTimes: readonly string[];
  /** What each of them says, where they are joined by “and” and so may both be meant. */
  readonly separately: readonly WhenParts[];
};

/**
 * Puts together the times of a goal that may mean one: the one in front counts most, then the last. `wholeText`
 * says that the rest is the person's own text (a reminder, a note), where “the 5pm train” names a train.
 */
export function whenSaid(goal: Goal, [from, to]: Span, wholeText: boolean): WhenSaid {
  const inFront = goal.times.filter((phrase) => phrase.to <= goal.head);
  const inside = goal.times.filter((phrase) => phrase.from >= from && phrase.to <= to);
  const usable = inside.filter((phrase) => !(wholeText && isPartOfName(goal, phrase)) && !isNameOfDay(goal, phrase));
  const startsInside = usable.filter((phrase) => phrase.from === from);
  const ordered = [...inFront, ...startsInside, ...usable.filter((phrase) => phrase.from !== from).reverse()];
  let said: WhenParts = {};
  const used: TimePhrase[] = [];
  for (const phrase of ordered) {
    const both = merged(said, phrase.said);
    if (both === null) continue;
    said = both;
    used.push(phrase);
  }
  const rival = usable.find((phrase) => !used.includes(phrase) && used.some((one) => areSideBySide(goal, phrase, one)));
  const cuts = used.map((phrase): Span => [phrase.from, phrase.to]);
  if (rival === undefined) return { said, cuts, twoTimes: [], separately: [] };
  const both = sideBySide(goal, rival, used);
  const separately = both.some(({ from }) => wordAt(goal, from - 1) === 'or' || wordAt(goal, from) === 'or')
    ? []
    : eachOf(both);
  return { said, cuts: [...cuts, [rival.from, rival.to]], twoTimes: textsOf(goal, both), separately };
}

/** “the 5pm train”, “my Friday class”: a time between a little word and what it belongs to. */
function isPartOfName(goal: Goal, phrase: TimePhrase): boolean {
  const before = goal.tokens[phrase.from - 1]?.lower ?? '';
  const after = goal.tokens[phrase.to];
  return isNameOfDay(goal, phrase) || (BEFORE_A_NAME.has(before) && after?.kind === 'word' && !JOINS.has(after.lower));
}

/** “Monday's meeting”. */
function isNameOfDay(goal: Goal, phrase: TimePhrase): boolean {
  if (CALENDARS.has(goal.tokens[phrase.to]?.lower ?? '')) return false;
  const last = goal.tokens[phrase.to - 1]?.lower ?? '';
  return (
    last.endsWith("'s") && last !== "o'clock" && goal.tokens[phrase.to]?.kind === 'word' && phrase.to - phrase.from <= 2
  );
}

const BEFORE_A_NAME = new Set(vocabulary.beforeAName);
const CALENDARS = new Set(vocabulary.calendars);
const JOINS = new Set(vocabulary.joins);

function areSideBySide(goal: Goal, one: TimePhrase, other: TimePhrase): boolean {
  const [first, second] = one.from < other.from ? [one, other] : [other, one];
  const between = goal.tokens.slice(first.to, second.from);
  return between.length <= 2 && between.every(({ lower }) => [',', 'and', 'or', '&', '/'].includes(lower));
}

function sideBySide(goal: Goal, rival: TimePhrase, used: readonly TimePhrase[]): readonly TimePhrase[] {
  const beside = used.filter((one) => areSideBySide(goal, rival, one));
  return [rival, ...beside].sort((a, b) => a.from - b.from);
}

const textsOf = (goal: Goal, both: readonly TimePhrase[]): readonly string[] =>
  both
    .map(({ from, to }) => wordsOf(goal, [from, to]))
    .map((text) => capitalised(text.replace(/^(?:or|and|on|at) /i, '')));

/** “every day at 8am and 8pm”: the second takes over what it doesn't say itself. */
function eachOf(both: readonly TimePhrase[]): readonly WhenParts[] {
  const [first, ...others] = both.map(({ said }) => said);
  return first === undefined ? [] : [first, ...others.map((said) => corrected(first, said))];
}
