import type { Token } from '#main/planner/text/tokenise.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import type { DayWord } from '#main/planner/time/day-word.ts';
import { MONTHS } from '#main/planner/time/day-words.ts';
import type { Read } from '#main/planner/time/number-words.ts';
import { readDay, upcomingDate } from '#main/planner/time/read-day.ts';

export type DayRange = { readonly first: DayWord; readonly last: DayWord };

const TO = new Set(['to', 'till', 'til', 'until', 'through', '-', '–', '—']);

/** `from Monday to Friday`, `3 to 10 December`, `December 3-7`, `3-7 December`. */
export function readDayRange(tokens: readonly Token[], at: number, clock: Clock): Read<DayRange> | null {
  const lead = ['from', 'between', 'on'].includes(tokens[at]?.lower ?? '') ? 1 : 0;
  const and = tokens[at]?.lower === 'between';
  return readNumbersInMonth(tokens, at + lead, clock) ?? readTwoDays(tokens, at + lead, clock, lead === 1, and);
}

function readTwoDays(
  tokens: readonly Token[],
  at: number,
  clock: Clock,
  led: boolean,
  and: boolean,
): Read<DayRange> | null {
  const first = readDay(tokens, at, clock, led);
  const link = tokens[first?.next ?? at]?.lower ?? '';
  if (first === null || !(TO.has(link) || (and && link === 'and'))) return null;
  const last = readDay(tokens, first.next + 1, clock, true);
  return last === null ? null : { value: { first: first.value, last: last.value }, next: last.next };
}

/** Two numbers that share one month. */
function readNumbersInMonth(tokens: readonly Token[], at: number, clock: Clock): Read<DayRange> | null {
  const monthFirst = MONTHS.get(tokens[at]?.lower ?? '');
  const days = readTwoNumbers(tokens, monthFirst === undefined ? at : at + 1);
  if (days === null) return null;
  const of = tokens[days.next]?.lower === 'of' ? 1 : 0;
  const month = monthFirst ?? MONTHS.get(tokens[days.next + of]?.lower ?? '');
  if (month === undefined) return null;
  const next = monthFirst === undefined ? days.next + of + 1 : days.next;
  const [from, to] = days.value;
  const first = upcomingDate(clock, month, from);
  if (first === null || to <= from || to > first.daysInMonth) return null;
  const date = (day: number): DayWord => ({ kind: 'date', date: first.with({ day }), yearSaid: false });
  return { value: { first: date(from), last: date(to) }, next };
}

function readTwoNumbers(tokens: readonly Token[], at: number): Read<readonly [number, number]> | null {
  const glued = /^(\d{1,2})(?:st|nd|rd|th)?-(\d{1,2})(?:st|nd|rd|th)?$/.exec(tokens[at]?.lower ?? '');
  if (glued) return { value: [Number(glued[1]), Number(glued[2])], next: at + 1 };
  const the = tokens[at]?.lower === 'the' ? 1 : 0;
  const from = dayNumber(tokens[at + the]?.lower);
  const theTo = tokens[at + the + 2]?.lower === 'the' ? 1 : 0;
  const to = TO.has(tokens[at + the + 1]?.lower ?? '') ? dayNumber(tokens[at + the + 2 + theTo]?.lower) : null;
  return from === null || to === null ? null : { value: [from, to], next: at + the + theTo + 3 };
}

function dayNumber(word = ''): number | null {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const day = Number(match?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : null;
}
