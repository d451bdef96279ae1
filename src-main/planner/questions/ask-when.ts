import { sayDay } from '#connectors/sdk/say-time.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import type { WhenSaid } from '#main/planner/goals/when-said.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { readTimeAnswer } from '#main/planner/questions/read-time-answer.ts';
import { copy } from '#main/planner/text/copy.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { capitalised } from '#main/planner/text/wording.ts';
import { resolveWhen } from '#main/planner/time/resolve-when.ts';
import { sayClockTime } from '#main/planner/time/say-when.ts';
import { isAhead } from '#main/planner/time/time-of-day.ts';
import type { When, WhenHabits } from '#main/planner/time/when.ts';
import { corrected, type WhenParts } from '#main/planner/time/when-parts.ts';
import { isProblem, type WhenProblem } from '#main/planner/time/when-problem.ts';

const words = copy.ask.when;
const says = {
  when: sentence(words.when, 'what'),
  day: sentence(words.day, 'what'),
  time: sentence(words.time, 'what', 'day'),
  timeAlone: sentence(words.timeAlone, 'what'),
  half: sentence(words.half, 'one', 'other'),
  dayWithin: sentence(words.dayWithin, 'what'),
  daysDiffer: sentence(words.daysDiffer, 'said', 'real', 'what'),
  passed: sentence(words.passed, 'day', 'time', 'what'),
};

/** What is asked about: the end of the question, and ready answers of its own. */
export type Asked = { readonly what: string; readonly choices: readonly string[] };

/** The time that the sentence and the answers come to, or the question or honest answer that is due instead. */
export function timeOrQuestion(
  goal: Goal,
  setting: Setting,
  { said, twoTimes }: WhenSaid,
  habits: WhenHabits,
  asked: Asked,
): When | Reading {
  if (twoTimes.length > 0 && answersTo(goal, setting, 'when').length === 0) {
    return ask(goal, setting, 'when.which', words.which, twoTimes);
  }
  const all = saidWithAnswers(goal, setting, said);
  const when = resolveWhen(all, habits, setting.clock);
  return isProblem(when) ? askAboutTime(goal, setting, when, asked, all) : when;
}

/** What was said about when, in the sentence and in answers; a later answer counts more. */
export function saidWithAnswers(goal: Goal, setting: Setting, said: WhenParts): WhenParts {
  return answersTo(goal, setting, 'when').reduce((sofar, answer) => {
    const more = readTimeAnswer(answer, setting.clock);
    if (more.days === undefined && more.moment === undefined) return corrected(sofar, more);
    const { eitherDay: _eitherDay, ...rest } = sofar;
    return corrected(rest, more);
  }, said);
}

export const isReading = (value: { readonly kind: string }): value is Reading =>
  value.kind === 'ask' || value.kind === 'cannot' || value.kind === 'steps';

/** The one question, or the honest answer, that a problem with a time asks for. */
export function askAboutTime(
  goal: Goal,
  setting: Setting,
  problem: WhenProblem,
  { what, choices: own }: Asked,
  said: WhenParts,
): Reading {
  const { view } = setting;
  const put = (text: string, choices: readonly string[] = []) =>
    ask(goal, setting, `when.${problem.problem}`, text, choices);
  switch (problem.problem) {
    case 'no-day':
      return put(said.time === undefined ? says.when({ what }) : says.day({ what }), [
        ...own.filter((choice) => choice !== words.allDay),
        words.today,
        words.tomorrow,
      ]);
    case 'no-time': {
      const choices = [...timesIn(problem, setting), ...own];
      const day = problem.date === null ? null : sayDay(problem.date, view);
      return put(day === null ? says.timeAlone({ what }) : says.time({ what, day }), choices);
    }
    case 'which-half': {
      const [one = '', other = ''] = problem.choices.map((time) => sayClockTime(time, view));
      return put(says.half({ one, other }), [one, other]);
    }
    case 'which-day':
      return put(words.which, problem.choices.map(capitalised));
    case 'day-within':
      return put(
        says.dayWithin({ what }),
        problem.days.map((day) => sayDay(day, view)),
      );
    case 'days-differ': {
      const real = sayDay(problem.date, view);
      return put(says.daysDiffer({ said: real.replace(/^\S+ /, ''), real, what }), [real]);
    }
    case 'passed': {
      const day = sayDay(problem.start.toPlainDate(), view);
      const time = sayClockTime(problem.start.toPlainTime(), view);
      return put(says.passed({ day, time, what }), [`${words.tomorrow} ${time}`]);
    }
    case 'too-often':
      return cannot(words.tooOften);
    case 'too-far':
      return cannot(words.tooFar);
  }
}

const cannot = (text: string): Reading => ({
  kind: 'cannot',
  answer: { reason: 'planned', says: text, examples: copy.examples.start },
});

function timesIn(problem: Extract<WhenProblem, { problem: 'no-time' }>, { view, clock }: Setting): readonly string[] {
  const texts: readonly string[] = words.timesIn[problem.part ?? 'none'];
  const isOpen = (text: string) => problem.date === null || isAhead(problem.date.toPlainDateTime(text), clock);
  return texts.filter(isOpen).map((text) => sayClockTime(text, view));
}
