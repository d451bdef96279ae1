import { readWeekday } from '#main/understanding/times/calendar-words.ts';
import { type Dated, onDay, settled, spanning } from '#main/understanding/times/dated.ts';
import { type DayPart, readDayPart, readHalf, readMeal, readPartWithDay } from '#main/understanding/times/day-part.ts';
import { readYear } from '#main/understanding/times/numbers.ts';
import { type ClockTime, readBareClock, readClock } from '#main/understanding/times/read-clock.ts';
import {
  type ClockRange,
  isClockLength,
  readClockRange,
  readForLength,
} from '#main/understanding/times/read-clock-range.ts';
import { readDate } from '#main/understanding/times/read-date.ts';
import { readDayOfMonth } from '#main/understanding/times/read-day-of-month.ts';
import { readNthWithTime } from '#main/understanding/times/read-nth-with-time.ts';
import { readPartOfPeriod } from '#main/understanding/times/read-part-of-period.ts';
import { readPeriod } from '#main/understanding/times/read-period.ts';
import { readDayRange } from '#main/understanding/times/read-range.ts';
import { type Amount, type Moment, readFromHere, readNextFew } from '#main/understanding/times/read-relative.ts';
import { type Recurring, readSet } from '#main/understanding/times/read-set.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { after, type Found, isAt, isEnd, longestOf, skip, type Words } from '#main/understanding/times/words.ts';

/** What a stretch of words says of one time, its pieces still apart. */
export type Said = {
  readonly set?: Recurring;
  readonly day?: Dated;
  readonly moment?: Moment;
  readonly clock?: ClockTime;
  readonly range?: ClockRange;
  readonly part?: DayPart;
  readonly length?: Amount;
};

const JOINTS = [
  't',
  ',',
  ', at',
  ', on',
  ', from',
  'at',
  '@',
  'on',
  'of',
  'in',
  'in the',
  'around',
  'for',
  'from',
  '-',
  ', in the',
  'the',
  '(',
  ', the',
  'of the',
  'during the',
];

/** All pieces in a row that say one time together. */
export function readTime(words: Words, at: number, setting: Setting): Found<Said> | null {
  const first = readPiece(words, at, setting, {}) ?? readLeadingClock(words, at, setting);
  if (first === null) return null;
  let { value: said, next } = first;
  for (;;) {
    const more = readMore(words, next, setting, said) ?? readYearBehind(words, next, setting, said);
    if (more === null) break;
    said = { ...said, ...more.value };
    next = more.next;
  }
  return isSomething(said) ? { value: said, next } : null;
}

/** `Oct 26 15:50:06 2016`, as programs write it. */
function readYearBehind(words: Words, at: number, { today }: Setting, { day, clock }: Said): Found<Said> | null {
  const parts = day?.parts;
  if (clock === undefined || parts?.day === undefined || parts.month === undefined || parts.year !== undefined)
    return null;
  const year = readYear(words, at);
  return year === null ? null : { value: { day: settled({ ...parts, year: year.value }, today) }, next: year.next };
}

/** A length alone, and “may” alone, say no time. */
const isSomething = ({ length, ...rest }: Said): boolean => Object.keys(rest).length > 0 || length === undefined;

function readMore(words: Words, at: number, setting: Setting, said: Said): Found<Said> | null {
  const direct = readPiece(words, at, setting, said);
  if (direct !== null) return direct;
  for (const joint of JOINTS) {
    const next = after(words, at, joint);
    const found = next === null ? null : readPiece(words, next, setting, said);
    if (found !== null) return found;
  }
  return null;
}

/** “10, tonight”, “6-8 next Monday”, “five to seven today”: numbers that are a time by the day behind them. */
function readLeadingClock(words: Words, at: number, setting: Setting): Found<Said> | null {
  const range = readClockRange(words, at, true);
  const clock = range === null ? readBareClock(words, at) : null;
  const lead = range ?? clock;
  const isCount = clock !== null && (isAt(words, at, 'one') || COUNTED.test(words[at - 1]?.text ?? ''));
  if (lead === null || isCount) return null;
  const day = readMore(words, lead.next, setting, { clock: { hour: 0, minute: 0, second: 0, sure: true } });
  // The 4 of “a table for 4 on Friday at 7” is no time, since another one follows.
  if (day !== null && clock !== null && readClock(words, skip(words, day.next, ',')) !== null) return null;
  const isDay =
    day !== null && (day.value.day !== undefined || day.value.part !== undefined || day.value.set !== undefined);
  if (!isDay) return null;
  if (words[at - 1] !== undefined && clock !== null && day.value.day?.grain !== 'day') return null;
  const said: Said = range === null ? { clock: lead.value as ClockTime } : { range: range.value };
  return { value: { ...said, ...day.value }, next: day.next };
}

/** What is counted or numbered, not timed: “building 4”. */
const COUNTED =
  /^(?:building|room|floor|gate|platform|line|table|apartment|unit|chapter|page|level|number|terminal|suite|flight|bus|seat|no|step|part|episode|season|version|[$€£#])$/;

function readPiece(words: Words, at: number, setting: Setting, said: Said): Found<Said> | null {
  const hasDay = said.day !== undefined || said.moment !== undefined;
  const isLong = said.day !== undefined && said.day.grain !== 'day';
  const hasClock = isLong || said.clock !== undefined || said.range !== undefined || said.moment !== undefined;
  const isNear = hasDay || said.part !== undefined || said.set !== undefined || said.length !== undefined;
  return longestOf<Said>(
    said.set === undefined && !hasDay ? as(readSet(words, at, setting.monthFirst), (set) => ({ set })) : null,
    hasDay || said.set !== undefined ? weekdayOfWeek(words, at, said) : readDay(words, at, setting),
    hasDay || said.part !== undefined ? null : readPart(words, at, setting),
    hasDay || hasClock || said.part !== undefined ? null : readNthWithTime(words, at, setting),
    hasClock ? null : as(readClockRange(words, at, isNear), (range) => ({ range })),
    hasClock ? null : as(readClock(words, at) ?? (isNear ? readNearClock(words, at) : null), (clock) => ({ clock })),
    isLong || said.part !== undefined ? null : as(readPlainPart(words, at), (part) => ({ part })),
    hasDay && !hasClock && said.part === undefined ? as(readHalf(words, at), (part) => ({ part })) : null,
    said.length !== undefined ? null : as(readForLength(words, at), (length) => ({ length })),
  );
}

function as<T>(found: Found<T> | null, name: (value: T) => Said): Found<Said> | null {
  return found === null ? null : { value: name(found.value), next: found.next };
}

/** “Sunday 8” is a time only where nothing else follows the number. */
function readNearClock(words: Words, at: number): Found<ClockTime> | null {
  const found = /^[a-z\d]/.test(words[at]?.text ?? '') ? readBareClock(words, at) : null;
  const isTime =
    found !== null &&
    (found.value.minute > 0 ||
      /^(?:at|@|around|about|by)$/.test(words[at - 1]?.text ?? '') ||
      isEnd(words, found.next));
  return isTime ? found : null;
}

function readPlainPart(words: Words, at: number): Found<DayPart> | null {
  const lead = skip(words, at, 'in the', 'at', 'during the', 'in');
  const found = readDayPart(words, lead) ?? readMeal(words, at);
  const before = words[at - 1]?.text ?? '';
  if (found === null || /^(?:good|nice|great|a|lovely|of)$/.test(before)) return null;
  // “Night” alone is no time, “Friday night” is.
  const isBare = found.next - at === 1 && words[at]?.text === 'night';
  return isBare && !/^(?:\w+day|tomorrow|,|st|nd|rd|th)$/.test(before) ? null : found;
}

function readPart(words: Words, at: number, { today }: Setting): Found<Said> | null {
  const found = readPartWithDay(words, at);
  if (found === null) return null;
  return { value: { part: found.value.part, day: onDay(today.add({ days: found.value.days })) }, next: found.next };
}

/** “the first week of October on Friday”: a day of the week before it. */
function weekdayOfWeek(words: Words, at: number, said: Said): Found<Said> | null {
  const start = said.day?.span?.start;
  if (said.day?.grain !== 'week' || !start) return null;
  const lead = after(words, at, 'between', 'from');
  const from = lead === null ? null : readWeekday(words, lead);
  const joint = from === null ? null : after(words, from.next, 'and', 'to', '-', 'till', 'until', 'through');
  const to = joint === null ? null : readWeekday(words, joint);
  if (from !== null && to !== null && to.value > from.value) {
    const [first, last] = [start.add({ days: from.value - 1 }), start.add({ days: to.value - 1 })];
    return { value: { day: spanning('other', first, last) }, next: to.next };
  }
  const weekday = readWeekday(words, skip(words, at, 'on'));
  return weekday === null || !start
    ? null
    : { value: { day: onDay(start.add({ days: weekday.value - 1 })) }, next: weekday.next };
}

function readDay(words: Words, at: number, setting: Setting): Found<Said> | null {
  const end = readEndOfDay(words, at, setting);
  const relative = longestOf(readFromHere(words, at, setting), readNextFew(words, at, setting));
  const asSaid =
    relative === null ? null : as(relative, (value) => ('grain' in value ? { day: value } : { moment: value }));
  const day = longestOf(
    readDayRange(words, at, setting),
    readPartOfPeriod(words, at, setting),
    readDate(words, skip(words, at, 'on', 'on the'), setting),
    readPeriod(words, at, setting),
    readDayOfMonth(words, at, setting),
  );
  return longestOf(
    end,
    asSaid,
    as(day, (value) => ({ day: value })),
    readNow(words, at, setting),
  );
}

/** `end of the day`, `EOD`, `the end of Sunday`. */
function readEndOfDay(words: Words, at: number, setting: Setting): Found<Said> | null {
  const rest = after(
    words,
    at,
    'rest of the day',
    'the rest of the day',
    'rest of my day',
    'the rest of my day',
    'rest of today',
    'the rest of today',
    'rest of this day',
    'rest of current day',
    'rest of the current day',
    'the rest of the current day',
    'rest the day',
    'rest this day',
  );
  if (rest !== null) {
    const end = setting.today.toPlainDateTime({ hour: 23, minute: 59, second: 59 });
    return { value: { moment: { start: setting.now, end } }, next: rest };
  }
  const eod = after(
    words,
    at,
    'eod',
    'the eod',
    'end of day',
    'end of the day',
    'the end of the day',
    'close of business',
    'cob',
  );
  const of = eod === null ? after(words, at, 'end of', 'the end of', 'end of the', 'the end of the') : null;
  const day = of === null ? null : readDate(words, of, setting);
  const date = eod === null ? day?.value.span?.start : setting.today;
  if (!date || (eod === null && day?.value.grain !== 'day')) return null;
  const start = date.toPlainDateTime({ hour: 23, minute: 59, second: 59 });
  return { value: { moment: { start, end: null } }, next: eod ?? day?.next ?? at };
}

function readNow(words: Words, at: number, { now }: Setting): Found<Said> | null {
  const next = after(
    words,
    at,
    'right now',
    'now',
    'at present',
    'at this time',
    'at the moment',
    'at this moment',
    'right away',
    'immediately',
    'as soon as possible',
    'asap',
  );
  return next === null ? null : { value: { moment: { start: now, end: null } }, next };
}

export const isDayLength = (length: Amount | undefined): length is Amount =>
  length !== undefined && !isClockLength(length);
