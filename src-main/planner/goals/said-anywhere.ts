import type { Goal } from '#main/planner/goals/goal.ts';
import { type WhenSaid, whenSaid } from '#main/planner/goals/when-said.ts';
import { merged } from '#main/planner/time/when-parts.ts';

/** The times of a question, where “tomorrow's” in front of a word is a time like any other. */
export function saidAnywhere(goal: Goal): WhenSaid {
  const plain = whenSaid(goal, [0, goal.tokens.length], false);
  const cuts = [...plain.cuts];
  let { said } = plain;
  for (const phrase of goal.times) {
    const both = cuts.some(([from]) => from === phrase.from) ? null : merged(said, phrase.said);
    if (both === null) continue;
    said = both;
    cuts.push([phrase.from, phrase.to]);
  }
  return { ...plain, said, cuts };
}
