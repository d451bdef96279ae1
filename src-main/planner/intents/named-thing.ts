import { type Goal, wordsOf } from '#main/planner/goals/goal.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { answersTo } from '#main/planner/questions/ask.ts';
import type { Span } from '#main/planner/text/phrase.ts';
import { bare, shortened } from '#main/planner/text/wording.ts';

const LITTLE = /^(?:the|my|our|a|an|that|this|to|about|for|of|on|with)\s+/i;
const POINTS = /^(?:it|this|that|one|them|those|these|something|the|my|a)$/i;
const LONGEST = 120;

/**
 * What a thing is called, in the sentence or in the answer to “which one?”; null where neither says. `wholeText`
 * keeps little words in front, which belong to a title but not to a search.
 */
export function namedThing(
  goal: Goal,
  setting: Setting,
  span: Span | undefined,
  cuts: readonly Span[] = [],
): string | null {
  const said = span === undefined ? '' : withoutLittle(bare(wordsOf(goal, span, cuts)));
  const answered =
    answersTo(goal, setting, 'what')
      .map((answer) => withoutLittle(bare(answer)))
      .at(-1) ?? '';
  const name = isName(said) ? said : answered;
  return isName(name) ? shortened(name, LONGEST) : null;
}

const isName = (text: string): boolean => /[\p{L}\p{N}]/u.test(text) && !POINTS.test(text);

function withoutLittle(text: string): string {
  const shorter = text.replace(LITTLE, '');
  return shorter === text || shorter === '' ? text : withoutLittle(shorter);
}
