import type { Temporal } from 'temporal-polyfill';
import type { Goal } from '#main/planner/goals/goal.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { askAboutTime, isReading, saidWithAnswers, timeOrQuestion } from '#main/planner/questions/ask-when.ts';
import type { Habit } from '#main/planner/time/choose-half.ts';
import { resolveDays } from '#main/planner/time/resolve-days.ts';
import { timeOf } from '#main/planner/time/time-of-day.ts';
import type { WhenParts } from '#main/planner/time/when-parts.ts';
import { isProblem } from '#main/planner/time/when-problem.ts';

/** A new day, a new time, or both; what was not said stays as it is. */
export type NewTime = {
  readonly kind: 'new-time';
  readonly date: Temporal.PlainDate | null;
  readonly time: Temporal.PlainTime | null;
};

/** The day and the time that something is moved to, or the question that is due. */
export function newTimeOrQuestion(
  goal: Goal,
  setting: Setting,
  target: WhenParts,
  habit: Habit,
  what: string,
): NewTime | Reading {
  const asked = { what, choices: [] };
  const habits = { habit, allDay: false, usualTime: null, soonest: false, aheadOnly: false };
  const said = saidWithAnswers(goal, setting, target);
  const isPlain = said.moment === undefined && said.repeats === undefined && said.eitherDay === undefined;
  const days = isPlain ? resolveDays(said.days ?? [], setting.clock) : null;
  const saysTime = said.time !== undefined || said.part !== undefined;
  if (isPlain && saysTime && days === null) {
    const time = timeOf(said, habits, null, setting.clock);
    if (isProblem(time)) return askAboutTime(goal, setting, time, asked, said);
    return { kind: 'new-time', date: null, time: time.time };
  }
  if (days !== null && !isProblem(days) && days.grain === 'day' && !saysTime) {
    return { kind: 'new-time', date: days.first, time: null };
  }
  const when = timeOrQuestion(goal, setting, { said: target, cuts: [], twoTimes: [], separately: [] }, habits, asked);
  if (isReading(when)) return when;
  if (when.kind === 'days') return { kind: 'new-time', date: when.first, time: null };
  return { kind: 'new-time', date: when.start.toPlainDate(), time: when.start.toPlainTime() };
}
