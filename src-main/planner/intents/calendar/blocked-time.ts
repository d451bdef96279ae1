import type { Goal } from '#main/planner/goals/goal.ts';
import type { WhenSaid } from '#main/planner/goals/when-said.ts';
import type { Span } from '#main/planner/text/phrase.ts';
import { HOURS_OF } from '#main/planner/time/day-part.ts';
import { readDuration } from '#main/planner/time/read-duration.ts';

/**
 * “block two hours on Friday” says how long without a “for”, and “block Friday afternoon” means all of it.
 */
export function blockedTime(goal: Goal, [from, to]: Span, when: WhenSaid): WhenSaid {
  const { said } = when;
  for (let at = from; at < Math.min(to, from + FARTHEST) && said.minutes === undefined; at += 1) {
    const length = readDuration(goal.tokens, at);
    if (length === null || length.value.minutes === 0) continue;
    return { ...when, said: { ...said, minutes: length.value.minutes }, cuts: [...when.cuts, [at, length.next]] };
  }
  if (said.part === undefined || said.part === 'night' || said.time !== undefined) return when;
  const hours = HOURS_OF[said.part];
  const { part: _part, ...rest } = said;
  const [time, endTime] = [hours.from, hours.to].map((hour) => ({ hour, minute: 0, sure: true }));
  return time === undefined || endTime === undefined ? when : { ...when, said: { ...rest, time, endTime } };
}

const FARTHEST = 4;
