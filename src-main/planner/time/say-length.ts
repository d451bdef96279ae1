import { copy } from '#main/planner/text/copy.ts';
import { sentence } from '#main/planner/text/sentence.ts';

const words = copy.length;
const UNITS = [
  { minutes: 10_080, one: words.week, many: sentence(words.weeks, 'count') },
  { minutes: 1440, one: words.day, many: sentence(words.days, 'count') },
  { minutes: 60, one: words.hour, many: sentence(words.hours, 'count') },
  { minutes: 1, one: words.minute, many: sentence(words.minutes, 'count') },
] as const;

/** `90 minutes`, `2 hours`, `1 week`: in the largest unit that comes out even. */
export function sayLength(minutes: number): string {
  for (const unit of UNITS) {
    const count = minutes / unit.minutes;
    if (Number.isInteger(count)) return count === 1 ? unit.one : unit.many({ count: String(count) });
  }
  return UNITS[3].many({ count: String(minutes) });
}
