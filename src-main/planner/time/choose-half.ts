import { Temporal } from 'temporal-polyfill';
import type { DayPart } from '#main/planner/time/day-part.ts';
import { type ClockTime, withHalf } from '#main/planner/time/read-clock-time.ts';

/** When something of this kind usually is; it decides what “at 7” means. */
export type Habit = 'morning' | 'evening' | 'any';

export type ChosenTime = {
  readonly time: Temporal.PlainTime;
  /** One for “tonight at midnight”, which the next day begins with. */
  readonly daysLater: number;
};

/** The first and last hour at which “at 3” may be meant, where nothing else tells. */
const SURE_AFTERNOON = 6;
const SURE_MORNING = 8;

/** The times that “at 3” may mean, the likely one alone where it is likely enough. Never empty. */
export function chooseHalf(said: ClockTime, part: DayPart | null, habit: Habit): readonly ChosenTime[] {
  if (said.sure) return [chosen(said, part === 'night' && said.hour < 5 ? 1 : 0)];
  if (part !== null) return [inPart(said, part)];
  const [am, pm] = [chosen(withHalf(said, 'am')), chosen(withHalf(said, 'pm'))];
  const hour = said.hour % 12;
  if (hour === 0) return [pm];
  if (habit === 'morning') return [hour >= 4 ? am : pm];
  if (habit === 'evening') return [hour >= 4 ? pm : am];
  if (hour <= SURE_AFTERNOON) return [pm];
  return hour >= SURE_MORNING ? [am] : [am, pm];
}

/** Both halves, earliest first: for a time without a day, where the next one is meant. */
export function bothHalves(said: ClockTime): readonly Temporal.PlainTime[] {
  return said.sure ? [plain(said)] : [plain(withHalf(said, 'am')), plain(withHalf(said, 'pm'))];
}

/** “at 11 at night” is before midnight, and “at 1 at night” after it. */
function inPart(said: ClockTime, part: DayPart): ChosenTime {
  if (part === 'morning') return chosen(withHalf(said, 'am'));
  const hour = said.hour % 12;
  if (part === 'night' && hour < 5) return chosen(withHalf(said, 'am'), 1);
  return chosen(withHalf(said, 'pm'));
}

const chosen = (time: ClockTime, daysLater = 0): ChosenTime => ({ time: plain(time), daysLater });

const plain = ({ hour, minute }: ClockTime): Temporal.PlainTime => new Temporal.PlainTime(hour, minute);
