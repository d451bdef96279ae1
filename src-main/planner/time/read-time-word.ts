import type { Token } from '#main/planner/text/tokenise.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import { readDayPart } from '#main/planner/time/day-part.ts';
import type { DayWord } from '#main/planner/time/day-word.ts';
import { MONTHS } from '#main/planner/time/day-words.ts';
import { type Read, readWholeNumber } from '#main/planner/time/number-words.ts';
import { readClockTime, readTimeRange } from '#main/planner/time/read-clock-time.ts';
import { readDay } from '#main/planner/time/read-day.ts';
import { readDayRange } from '#main/planner/time/read-day-range.ts';
import { readDuration } from '#main/planner/time/read-duration.ts';
import { readRecurrence } from '#main/planner/time/read-recurrence.ts';
import type { WhenParts } from '#main/planner/time/when-parts.ts';
import type { Repeats } from '#main/understanding/times/repeats.ts';

type Reader = (tokens: readonly Token[], at: number, clock: Clock, said: WhenParts) => Read<WhenParts> | null;

const BEFORE_A_DAY = new Set([
  'on',
  'by',
  'for',
  'from',
  'of',
  'before',
  'starting',
  'beginning',
  'since',
  'during',
  'in',
  'due',
  'at',
  'or',
  'over',
]);
const BEFORE_A_TIME = new Set([
  'at',
  'by',
  'around',
  'about',
  'approximately',
  '@',
  'from',
  'for',
  'before',
  'circa',
  'near',
]);
const BEFORE_AN_HOUR = new Set(['at', 'by', 'around', '@']);
const BEFORE_A_RANGE = new Set(['from', 'between']);
const UNTIL = new Set(['until', 'till', 'til', 'through', 'to', '-', '–']);
const STREET =
  /^(street|st|st\.|road|rd|avenue|ave|lane|ln|drive|square|place|close|court|boulevard|way|people|guests|of|or)$/;

/** The smallest stretch of words that says something about when, at this place. */
export const readTimeWord: Reader = (tokens, at, clock, said) => {
  for (const read of READERS) {
    const found = read(tokens, at, clock, said);
    if (found !== null) return found;
  }
  return null;
};

const said = (value: WhenParts, next: number): Read<WhenParts> => ({ value, next });

const readAllDay: Reader = (tokens, at) => {
  const lead = tokens[at]?.lower === 'for' ? at + 1 : at;
  const words = [0, 1, 2].map((offset) => tokens[lead + offset]?.lower ?? '');
  if (words[0] === 'all-day') return said({ allDay: true }, lead + 1);
  if (words[0] === 'all' && words[1] === 'day') return said({ allDay: true }, lead + 2);
  const isWhole = words[0] === 'the' && ['whole', 'entire'].includes(words[1] ?? '') && words[2] === 'day';
  return isWhole ? said({ allDay: true }, lead + 3) : null;
};

const readRepeats: Reader = (tokens, at, clock) => {
  const read = readRecurrence(tokens, at, clock);
  if (read === null) return null;
  const { repeats, part } = read.value;
  return said(part === null ? { repeats } : { repeats, part }, read.next);
};

/** “10 times”, only after a recurrence, and “for 6 weeks” as its end. */
const readRepeatEnd: Reader = (tokens, at, clock, before) => {
  if (before.repeats === undefined) return null;
  const lead = tokens[at]?.lower === 'for' ? at + 1 : at;
  const amount = readWholeNumber(tokens, lead);
  if (amount !== null && tokens[amount.next]?.lower === 'times') return said({ count: amount.value }, amount.next + 1);
  const length = lead > at ? readDuration(tokens, lead) : null;
  if (length === null || length.value.minutes > 0) return null;
  if (isDaily(before.repeats) && length.value.months === 0) return said({ count: length.value.days }, length.next);
  const date = clock.today.add({ days: length.value.days, months: length.value.months });
  return said({ until: { kind: 'date', date, yearSaid: true } }, length.next);
};

/** Something that happens every day for ten days happens ten times. */
const isDaily = ({ frequency, interval }: Repeats): boolean => frequency === 'DAILY' && interval === 1;

const readUntil: Reader = (tokens, at, clock, before) => {
  if (!UNTIL.has(tokens[at]?.lower ?? '')) return null;
  const isWord = /^[utl]/.test(tokens[at]?.lower ?? '') && tokens[at]?.lower !== 'to';
  const day = isWord && before.repeats ? readDay(tokens, at + 1, clock, true) : null;
  if (day !== null) return said({ until: day.value }, day.next);
  const time = before.time ? readClockTime(tokens, at + 1, true) : null;
  if (time !== null) return said({ endTime: time.value }, time.next);
  const last = before.days && !before.lastDay ? readDay(tokens, at + 1, clock, true) : null;
  return last === null ? null : said({ lastDay: last.value }, last.next);
};

/** “in 20 minutes”, “20 minutes from now”, “now”: a moment, whatever the clock does in between. */
const readMoment: Reader = (tokens, at, clock) => {
  const word = tokens[at]?.lower ?? '';
  const isNow = word === 'now' || (word === 'right' && tokens[at + 1]?.lower === 'now');
  if (isNow) return said({ moment: clock.now }, word === 'now' ? at + 1 : at + 2);
  const start = word === 'in' || word === 'within' ? at + 1 : at;
  const just = tokens[start]?.lower === 'about' || tokens[start]?.lower === 'just' ? 1 : 0;
  const length = readDuration(tokens, start + just);
  if (length === null || length.value.minutes === 0) return null;
  const fromNow = tokens[length.next]?.lower === 'from' && tokens[length.next + 1]?.lower === 'now' ? 2 : 0;
  const hence = ['time', "time's", 'hence'].includes(tokens[length.next]?.lower ?? '') ? 1 : 0;
  if (start === at && fromNow + hence === 0) return null;
  const moment = clock.now
    .add({ minutes: length.value.minutes })
    .round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  return said({ moment }, length.next + Math.max(fromNow, hence));
};

/** “10 minutes before (it)”, “an hour earlier” of what was named before. */
const readBefore: Reader = (tokens, at, clock) => {
  const the = tokens[at]?.lower === 'the' ? 1 : 0;
  const unit = the === 1 ? ({ day: 1, week: 7 } as const)[tokens[at + 1]?.lower as 'day' | 'week'] : undefined;
  const length =
    unit === undefined ? readDuration(tokens, at) : { value: { minutes: 0, days: unit, months: 0 }, next: at + 2 };
  const word = tokens[length?.next ?? at]?.lower ?? '';
  if (length === null || (word !== 'before' && word !== 'beforehand' && word !== 'ahead')) return null;
  if (length.value.minutes === 0 && readDay(tokens, at, clock, false)?.value.kind === 'date') return null;
  const minutes = length.value.minutes + length.value.days * 1440;
  const of = tokens[length.next + 1]?.lower === 'of' && word === 'ahead' ? 1 : 0;
  const it = ['it', 'that', 'this', 'then'].includes(tokens[length.next + 1 + of]?.lower ?? '') ? 1 : 0;
  return minutes === 0 ? null : said({ minutesBefore: minutes }, length.next + 1 + of + it);
};

const readForLong: Reader = (tokens, at) => {
  if (!['for', 'lasting', 'lasts'].includes(tokens[at]?.lower ?? '')) return null;
  const about = tokens[at + 1]?.lower === 'about' ? 1 : 0;
  const length = readDuration(tokens, at + 1 + about);
  if (length === null || length.value.months > 0) return null;
  const { minutes, days } = length.value;
  return said(days > 0 ? { spanDays: days } : { minutes }, length.next);
};

const readRange: Reader = (tokens, at, clock, before) => {
  const range = readDayRange(tokens, at, clock);
  if (range !== null && !before.days) return said({ days: [range.value.first], lastDay: range.value.last }, range.next);
  const lead = tokens[at]?.lower ?? '';
  const isLed = BEFORE_A_RANGE.has(lead);
  const start = isLed || lead === 'at' ? at + 1 : at;
  const dayFollows = /^\d+-\d+$/.test(tokens[start]?.lower ?? '') && readDay(tokens, start + 1, clock, false) !== null;
  const bare =
    isLed || before.days !== undefined || dayFollows || (lead === 'at' && tokens[start]?.lower.includes('-') === true);
  const time = readTimeRange(tokens, start, bare, lead === 'between');
  if (time === null || MONTHS.has(tokens[time.next]?.lower ?? '')) return null;
  return said({ time: time.value.start, endTime: time.value.end }, time.next);
};

const readDayWord: Reader = (tokens, at, clock, before) => {
  const lead = tokens[at]?.lower ?? '';
  const counted = lead === 'in' || lead === 'within' ? readDay(tokens, at, clock, false) : null;
  if (counted?.value.kind === 'date') return said({ days: [counted.value] }, counted.next);
  const isLed = BEFORE_A_DAY.has(lead);
  const onAfter = isLed && ['on', 'from'].includes(tokens[at + 1]?.lower ?? '') ? 1 : 0;
  const start = isLed ? at + 1 + onAfter : at;
  const day = readDay(
    tokens,
    start,
    clock,
    isLed || before.time !== undefined || before.part !== undefined || before.days !== undefined,
  );
  if (day === null) return withTonight(tokens, at, clock);
  if (isLed && !fits(lead, day.value, tokens, start)) return null;
  const starts = ['starting', 'beginning', 'from'].includes(lead) ? ({ starts: true } as const) : {};
  return said({ days: [day.value], ...starts }, day.next);
};

/** “in” belongs to months and counted days; “at” to weekends and feasts; “or” only joins. */
function fits(lead: string, day: DayWord, tokens: readonly Token[], start: number): boolean {
  if (lead === 'in') return day.kind === 'stretch';
  if (lead === 'at')
    return (
      (day.kind === 'stretch' && day.grain === 'weekend') ||
      !/^(the|\d)/.test(tokens[start]?.lower ?? '') ||
      tokens[start + 1]?.lower === 'end'
    );
  return true;
}

function withTonight(tokens: readonly Token[], at: number, clock: Clock): Read<WhenParts> | null {
  const lead = ['for', 'by', 'on'].includes(tokens[at]?.lower ?? '') ? at + 1 : at;
  const word = tokens[lead]?.lower ?? '';
  const later = word === 'later' && tokens[lead + 1]?.lower === 'today' ? 2 : 0;
  const today: DayWord = { kind: 'date', date: clock.today, yearSaid: true };
  if (later > 0) return said({ days: [today] }, lead + later);
  if (word === 'tonight' || word === "tonight's") return said({ days: [today], part: 'night' }, lead + 1);
  if (word === 'last' && tokens[lead + 1]?.lower === 'night') {
    return said({ days: [{ ...today, date: clock.today.subtract({ days: 1 }) }], part: 'night' }, lead + 2);
  }
  const part = word === 'this' ? readDayPart(tokens, lead + 1, true) : null;
  return part === null ? null : said({ days: [today], part: part.value }, part.next);
}

const readTime: Reader = (tokens, at, clock, before) => {
  const lead = tokens[at]?.lower ?? '';
  const isLed = BEFORE_A_TIME.has(lead) || (before.repeats !== undefined && lead === 'on');
  const about =
    isLed && ['about', 'around', 'exactly', '@', 'approximately'].includes(tokens[at + 1]?.lower ?? '') ? 1 : 0;
  const start = isLed ? at + 1 + about : at;
  const isHour = BEFORE_AN_HOUR.has(lead) || about > 0 || (lead === 'for' && dayFollows(tokens, start + 1, clock));
  const time = readClockTime(tokens, start, isHour);
  if (time === null || isAddress(tokens, start, time)) return null;
  return said({ time: time.value }, time.next);
};

/** “for 7 tomorrow morning” is an hour, “for 7 people” is not. */
function dayFollows(tokens: readonly Token[], at: number, clock: Clock): boolean {
  return readDay(tokens, at, clock, false) !== null || readDayPart(tokens, at, false) !== null;
}

/** “at 12 High Street” is a place, and “by 3 people” a number. */
function isAddress(tokens: readonly Token[], start: number, time: Read<{ sure: boolean }>): boolean {
  const isBare = /^\d{1,2}$/.test(tokens[start]?.lower ?? '') && time.next === start + 1;
  if (!isBare) return false;
  const following = [0, 1, 2].map((offset) => tokens[time.next + offset]);
  if (STREET.test(following[0]?.lower ?? '')) return true;
  return (
    following[0]?.kind === 'word' &&
    following
      .slice(0, 3)
      .some((token) => token !== undefined && /^(street|road|avenue|lane|drive|square)$/.test(token.lower))
  );
}

const readPart: Reader = (tokens, at, _clock, before) => {
  const part = readDayPart(
    tokens,
    at,
    before.days !== undefined || before.time !== undefined || before.repeats !== undefined,
  );
  return part === null ? null : said({ part: part.value }, part.next);
};

const READERS: readonly Reader[] = [
  readAllDay,
  readRepeats,
  readRepeatEnd,
  readBefore,
  readMoment,
  readUntil,
  readForLong,
  readRange,
  readDayWord,
  readTime,
  readPart,
];
