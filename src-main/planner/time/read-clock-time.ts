import type { Token } from '#main/planner/text/tokenise.ts';
import { type Read, readWholeNumber } from '#main/planner/time/number-words.ts';

/** A time of day; `sure` is false where it may be either half of the day, as in “at 3”. */
export type ClockTime = { readonly hour: number; readonly minute: number; readonly sure: boolean };

export type TimeRange = { readonly start: ClockTime; readonly end: ClockTime };

type Half = 'am' | 'pm' | null;

const NAMED: Readonly<Record<string, ClockTime>> = {
  noon: { hour: 12, minute: 0, sure: true },
  midday: { hour: 12, minute: 0, sure: true },
  'mid-day': { hour: 12, minute: 0, sure: true },
  midnight: { hour: 0, minute: 0, sure: true },
  lunchtime: { hour: 12, minute: 30, sure: true },
  eod: { hour: 17, minute: 0, sure: true },
  cob: { hour: 17, minute: 0, sure: true },
};
const FIGURES = /^(\d{1,2})(?:[:.h](\d{2}))?(h|am|pm|a|p|a\.m\.?|p\.m\.?)?$/;
/** “430am”. */
const GLUED_FIGURES = /^(\d{1,2})(\d{2})(am|pm)$/;
const GLUED_RANGE = /^(\d{1,2}(?:[:.]\d{2})?(?:am|pm)?)-(\d{1,2}(?:[:.]\d{2})?(?:am|pm)?)$/;
const TO = new Set(['to', 'till', 'til', 'until', '-', '–', '—']);

/** `bare` allows a number alone to be an hour, which only “at” or a range before it makes sure of. */
export function readClockTime(tokens: readonly Token[], at: number, bare: boolean): Read<ClockTime> | null {
  return (
    readNamed(tokens, at) ??
    readSpoken(tokens, at) ??
    readFigures(tokens, at, bare) ??
    (bare ? readWords(tokens, at) : readWordsWithHalf(tokens, at))
  );
}

/** `2 to 4`, `2-4pm`, `10:00–11:30`, `between 2 and 4`. Bare numbers count only when `bare`. */
export function readTimeRange(
  tokens: readonly Token[],
  at: number,
  bare: boolean,
  and: boolean,
): Read<TimeRange> | null {
  const glued = GLUED_RANGE.exec(tokens[at]?.lower ?? '');
  if (glued) return readGluedRange(glued, tokens, at, bare);
  const start = readClockTime(tokens, at, true);
  const link = tokens[start?.next ?? at]?.lower ?? '';
  if (start === null || !(TO.has(link) || (and && link === 'and'))) return null;
  const end = readClockTime(tokens, start.next + 1, true);
  if (end === null || (!bare && !isWritten(tokens, at) && !isWritten(tokens, start.next + 1) && !end.value.sure))
    return null;
  return { value: settledRange(start.value, end.value), next: end.next };
}

function readGluedRange(
  glued: RegExpExecArray,
  tokens: readonly Token[],
  at: number,
  bare: boolean,
): Read<TimeRange> | null {
  const half = halfAt(tokens, at + 1);
  const start = fromFigures(glued[1] ?? '', null, true);
  const end = fromFigures(glued[2] ?? '', half, true);
  if (start === null || end === null) return null;
  if (!bare && half === null && !/[:m]/.test(glued[0])) return null;
  return { value: settledRange(start, end), next: half === null ? at + 1 : at + 2 };
}

/** Whether the hour is written so that it can't be another number: `15:00`, `3pm`. */
const isWritten = (tokens: readonly Token[], at: number): boolean => /[:apm]/.test(tokens[at]?.lower ?? '');

/** Gives both ends the half of the day that makes the range the shorter one, and the end after the start. */
export function settledRange(start: ClockTime, end: ClockTime): TimeRange {
  if (!start.sure && end.sure) {
    const wish = end.hour >= 12 ? withHalf(start, 'pm') : withHalf(start, 'am');
    const fits = wish.hour * 60 + wish.minute < end.hour * 60 + end.minute;
    return { start: fits ? wish : withHalf(start, end.hour >= 12 ? 'am' : 'pm'), end };
  }
  if (!end.sure) {
    const from = start.hour * 60 + start.minute;
    const early = (end.hour % 12) * 60 + end.minute;
    const later = [early, early + 720].find((minutes) => minutes > from) ?? early;
    return { start, end: { hour: Math.floor(later / 60), minute: end.minute, sure: start.sure } };
  }
  return { start, end };
}

export function withHalf(time: ClockTime, half: 'am' | 'pm'): ClockTime {
  if (time.sure) return time;
  const hour = time.hour % 12;
  return { hour: half === 'pm' ? hour + 12 : hour, minute: time.minute, sure: true };
}

function readNamed(tokens: readonly Token[], at: number): Read<ClockTime> | null {
  const word = tokens[at]?.lower ?? '';
  const named = NAMED[word];
  if (named !== undefined) return { value: named, next: at + 1 };
  const following = tokens[at + 1]?.lower ?? '';
  if (word === '12' && (following === 'noon' || following === 'midnight')) return readNamed(tokens, at + 1);
  const isEnd = word === 'end' && following === 'of' && ['day', 'business'].includes(tokens[at + 2]?.lower ?? '');
  if (isEnd) return { value: { hour: 17, minute: 0, sure: true }, next: at + 3 };
  if (word === 'lunch' && following === 'time') return { value: { hour: 12, minute: 30, sure: true }, next: at + 2 };
  return word === 'first' && following === 'thing' ? { value: { hour: 8, minute: 0, sure: true }, next: at + 2 } : null;
}

/** `half past four`, `quarter to 3`, `ten past five`, `20 minutes to 6`, and the British `half four`. */
function readSpoken(tokens: readonly Token[], at: number): Read<ClockTime> | null {
  const article = tokens[at]?.lower === 'a' ? at + 1 : at;
  const word = tokens[article]?.lower ?? '';
  if (word === 'half') {
    const past = tokens[article + 1]?.lower === 'past' ? 2 : 1;
    return moved(readHour(tokens, article + past), 30, tokens);
  }
  const amount = word === 'quarter' ? { value: 15, next: article + 1 } : readWholeNumber(tokens, article);
  if (amount === null || amount.value < 1 || amount.value > 59) return null;
  const unit = ['minutes', 'minute', 'mins', 'min'].includes(tokens[amount.next]?.lower ?? '') ? 1 : 0;
  const link = tokens[amount.next + unit]?.lower ?? '';
  const hour = readHour(tokens, amount.next + unit + 1);
  if (link === 'past' || (link === 'after' && word === 'quarter')) return moved(hour, amount.value, tokens);
  const isSaidSo = amount.value % 5 === 0 || unit === 1;
  return isSaidSo && (link === 'to' || link === 'til') ? moved(hour, -amount.value, tokens) : null;
}

function readHour(tokens: readonly Token[], at: number): Read<ClockTime> | null {
  const named = readNamed(tokens, at);
  if (named !== null) return named;
  const hour = readWholeNumber(tokens, at);
  if (hour === null) return readFigures(tokens, at, true);
  return hour.value >= 1 && hour.value <= 12
    ? { value: { hour: hour.value, minute: 0, sure: false }, next: at + 1 }
    : null;
}

function moved(hour: Read<ClockTime> | null, minutes: number, tokens: readonly Token[]): Read<ClockTime> | null {
  if (hour === null || hour.value.minute !== 0) return null;
  const half = halfAt(tokens, hour.next);
  const base = half === null ? hour.value : withHalf(hour.value, half);
  const total = (base.hour * 60 + minutes + 1440) % 1440;
  const value = { hour: Math.floor(total / 60), minute: total % 60, sure: base.sure };
  return {
    value: value.hour === 0 && !value.sure ? { ...value, hour: 12 } : value,
    next: half === null ? hour.next : hour.next + 1,
  };
}

function readFigures(tokens: readonly Token[], at: number, bare: boolean): Read<ClockTime> | null {
  const word = tokens[at]?.lower ?? '';
  const half = halfAt(tokens, at + 1);
  const oclock = ["o'clock", 'oclock'].includes(tokens[at + 1]?.lower ?? '');
  const hours = /^([01]\d|2[0-3])([0-5]\d)$/.exec(word);
  if (hours && ['hours', 'hrs', 'h'].includes(tokens[at + 1]?.lower ?? '')) {
    return { value: { hour: Number(hours[1]), minute: Number(hours[2]), sure: true }, next: at + 2 };
  }
  const value = fromFigures(word.replace(/ish$/, ''), half, bare || oclock);
  if (value === null) return null;
  const afterClock = oclock ? at + 2 : at + 1;
  const halfAfter = oclock ? halfAt(tokens, at + 2) : half;
  const settled = halfAfter === null ? value : withHalf(value, halfAfter);
  return { value: settled, next: halfAfter === null ? afterClock : afterClock + 1 };
}

function fromFigures(word: string, halfAfter: Half, bare: boolean): ClockTime | null {
  const match = FIGURES.exec(word) ?? GLUED_FIGURES.exec(word);
  if (!match) return null;
  const [, hourText = '', minuteText, mark] = match;
  const hour = Number(hourText);
  const minute = minuteText === undefined ? 0 : Number(minuteText);
  const half = mark === undefined || mark === 'h' ? halfAfter : mark.startsWith('a') ? 'am' : 'pm';
  const isPlain = minuteText === undefined || word.includes('.');
  if (hour > 23 || minute > 59 || (isPlain && mark === undefined && halfAfter === null && !bare)) return null;
  const sure = hour > 12 || hour === 0 || hourText.startsWith('0') || mark === 'h' || word.includes('h');
  const time = { hour, minute, sure };
  return half === null || sure ? time : withHalf(time, half);
}

function halfAt(tokens: readonly Token[], at: number): Half {
  const word = tokens[at]?.lower ?? '';
  if (/^a\.?m\.?$/.test(word)) return tokens[at]?.text === 'am' && tokens[at + 1]?.lower === 'i' ? null : 'am';
  return /^p\.?m\.?$/.test(word) ? 'pm' : null;
}

/** `three`, `three thirty`, `four fifteen pm`. */
function readWords(tokens: readonly Token[], at: number): Read<ClockTime> | null {
  const hour = readWholeNumber(tokens, at);
  if (hour === null || hour.value < 1 || hour.value > 12 || /^\d/.test(tokens[at]?.lower ?? '')) return null;
  const minutes = readWholeNumber(tokens, hour.next);
  const hasMinutes = minutes !== null && minutes.value >= 10 && minutes.value < 60;
  const afterNumbers = hasMinutes ? minutes.next : hour.next;
  const next = ["o'clock", 'oclock'].includes(tokens[afterNumbers]?.lower ?? '') ? afterNumbers + 1 : afterNumbers;
  const time = { hour: hour.value, minute: hasMinutes ? minutes.value : 0, sure: false };
  const half = halfAt(tokens, next);
  return half === null ? { value: time, next } : { value: withHalf(time, half), next: next + 1 };
}

function readWordsWithHalf(tokens: readonly Token[], at: number): Read<ClockTime> | null {
  const read = readWords(tokens, at);
  if (read === null) return null;
  const isMarked = read.value.sure || ["o'clock", 'oclock'].includes(tokens[read.next - 1]?.lower ?? '');
  return isMarked ? read : null;
}
