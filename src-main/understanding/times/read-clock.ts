import { readDayPart } from '#main/understanding/times/day-part.ts';
import { readWhole } from '#main/understanding/times/numbers.ts';
import { after, type Found, isAt, skip, type Words } from '#main/understanding/times/words.ts';

/** A time of day. `sure` is false where the hour may belong to either half of the day. */
export type ClockTime = {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly sure: boolean;
};

const time = (hour: number, minute = 0, second = 0, sure = false): ClockTime => ({ hour, minute, second, sure });

/** A time that is one by its own look: `3pm`, `15:30`, `noon`, `half past 7`, `9 o'clock`. */
export function readClock(words: Words, at: number): Found<ClockTime> | null {
  const start = skip(
    words,
    at,
    'at',
    '@',
    'around',
    'about',
    'approximately',
    'circa',
    'at about',
    'at around',
    'exactly',
    'for',
    'from around',
    'just after',
  );
  const found =
    readNamed(words, start) ??
    readPast(words, start) ??
    readHour(words, start, start > at && words[start - 1]?.text !== 'for' && words[start - 1]?.text !== 'about');
  return found ?? readWordedFor(words, start, at);
}

/** “an alarm for eight forty”: two numbers in words behind “for”. */
function readWordedFor(words: Words, start: number, at: number): Found<ClockTime> | null {
  const found = start > at && words[start - 1]?.text === 'for' ? readHour(words, start, true) : null;
  const isWorded = found !== null && found.value.minute > 0 && !/^\d/.test(words[start]?.text ?? '');
  return isWorded ? found : null;
}

/** A time that is one because of what stands beside it: the 10 in “10 tomorrow”. */
export const readBareClock = (words: Words, at: number): Found<ClockTime> | null =>
  readClock(words, at) ?? readHour(words, skip(words, at, 'at', '@', 'around', 'about'), true);

function readNamed(words: Words, at: number): Found<ClockTime> | null {
  const noon = after(
    words,
    at,
    'noon',
    'noonish',
    'midday',
    'mid day',
    'mid - day',
    '12 noon',
    'twelve noon',
    'noontime',
    '12 midday',
  );
  if (noon !== null) return { value: time(12, 0, 0, true), next: noon };
  const midnight = after(words, at, 'midnight', 'mid night', 'mid - night', '12 midnight');
  return midnight === null ? null : { value: time(0, 0, 0, true), next: midnight };
}

/** `half past 7`, `quarter to five`, `ten past 9`, `15 past seven o'clock`. */
function readPast(words: Words, at: number): Found<ClockTime> | null {
  const named = after(words, at, 'half', 'a half', 'quarter', 'a quarter', 'three quarters');
  const amount =
    named === null
      ? readWhole(words, at)
      : {
          value: words[named - 1]?.text === 'half' ? 30 : words[named - 1]?.text === 'quarters' ? 45 : 15,
          next: named,
        };
  if (amount === null || amount.value < 1 || amount.value > 59) return null;
  const joint = skip(words, amount.next, 'minutes', 'minute', 'mins', 'min');
  const isTo = after(words, joint, 'to', 'til', 'till', 'before', 'of');
  const isPast = after(words, joint, 'past', 'after');
  // “Five to seven” is a stretch from five to seven, “twenty to seven” can only be a time.
  const isBefore = named !== null || joint > amount.next || (amount.value > 12 && !/^\d/.test(words[at]?.text ?? ''));
  const next = isPast ?? (isBefore ? isTo : null);
  const hour = next === null ? null : readHour(words, next, true);
  if (hour === null || next === null || hour.value.minute !== 0) return null;
  const minutes = hour.value.hour * 60 + (isPast === null ? -amount.value : amount.value);
  const whole = (minutes + 24 * 60) % (24 * 60);
  return { value: { ...hour.value, hour: Math.floor(whole / 60), minute: whole % 60 }, next: hour.next };
}

function readHour(words: Words, at: number, isBare: boolean): Found<ClockTime> | null {
  const compact = /^(\d{2})(\d{2})$/.exec(words[at]?.text ?? '');
  if (compact && Number(compact[1]) < 24 && Number(compact[2]) < 60) {
    const hours = after(words, at + 1, 'hours', 'hrs', 'h');
    const half = readHalf(words, at + 1);
    const value = time(
      Number(compact[1]),
      Number(compact[2]),
      0,
      hours !== null || Number(compact[1]) > 12 || compact[1]?.startsWith('0') === true,
    );
    if (half !== null) return { value: inHalf({ ...value, sure: false }, half.value), next: half.next };
    const isZero = compact[1]?.startsWith('0') && isBare;
    return hours !== null || isZero ? { value, next: hours ?? at + 1 } : null;
  }
  const three = /^(\d)(\d{2})$/.exec(words[at]?.text ?? '');
  const threeHalf = three === null || Number(three[2]) > 59 ? null : readHalf(words, at + 1);
  if (three && threeHalf !== null)
    return { value: inHalf(time(Number(three[1]), Number(three[2])), threeHalf.value), next: threeHalf.next };
  const hour = readWhole(words, at);
  if (hour === null || hour.value > 24 || isPartOfNumber(words, at, hour.next)) return null;
  const minutes = readMinutes(words, hour.next, /^\d/.test(words[at]?.text ?? ''), isBare);
  const after2 = minutes?.next ?? hour.next;
  const clock = after(words, after2, "o'clock", 'oclock', "o ' clock", 'o clock', "o'clock sharp", 'sharp');
  const half = readHalf(words, clock ?? after2);
  const ish = after(words, half?.next ?? clock ?? after2, 'ish', '- ish');
  const colon = minutes !== null && words[hour.next]?.text === ':';
  if (!isBare && half === null && clock === null && ish === null && !colon) return null;
  if (isBare && half === null && clock === null && isUnitBehind(words, after2)) return null;
  const value = time(
    hour.value % 24,
    minutes?.value.minute ?? 0,
    minutes?.value.second ?? 0,
    hour.value > 12 || hour.value === 0,
  );
  const next = ish ?? half?.next ?? clock ?? after2;
  return half === null ? { value, next } : { value: inHalf(value, half.value), next };
}

/** `$5`, `3.5`, `5%` and `1,000` are no hours. */
const isPartOfNumber = (words: Words, at: number, next: number): boolean => {
  const before = words[at - 1]?.text ?? '';
  if (
    /^[$€£#%+]$/.test(before) ||
    (/^[.:/]$/.test(before) && words[at]?.glued === true && /^\d+$/.test(words[at - 2]?.text ?? ''))
  )
    return true;
  const mark = words[next]?.text ?? '';
  if (
    /^[-/.]$/.test(mark) &&
    isAt(words, next + 2, mark) &&
    /^\d+$/.test(words[next + 1]?.text ?? '') &&
    words[next + 2]?.glued
  )
    return true;
  return (
    /^[%$€£]$/.test(words[next]?.text ?? '') || (words[next]?.glued === true && /^[/]$/.test(words[next]?.text ?? ''))
  );
};

const isUnitBehind = (words: Words, next: number): boolean =>
  /^(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|people|times?|percent|st|nd|rd|th|of|more|dollars?|euros?|h|others?)$/.test(
    words[next]?.text ?? '',
  ) && words[next]?.text !== 'of';

function readMinutes(
  words: Words,
  at: number,
  isDigits: boolean,
  isBare: boolean,
): Found<{ minute: number; second: number }> | null {
  const mark = words[at]?.text;
  const text = words[at + 1]?.text ?? '';
  if ((mark === ':' || mark === '.') && isDigits) {
    const isMinutes = /^\d{2}$/.test(text) && Number(text) < 60;
    if (!isMinutes) return null;
    const half = readHalf(words, at + 2);
    if (mark === '.' && !(words[at]?.glued && words[at + 1]?.glued)) return null;
    if (mark === '.' && half === null && !isBare) return null;
    if (isAt(words, at + 2, '.') && words[at + 3]?.glued && /^\d/.test(words[at + 3]?.text ?? '')) return null;
    const second =
      isAt(words, at + 2, ':') && /^\d{2}$/.test(words[at + 3]?.text ?? '') ? Number(words[at + 3]?.text) : null;
    return { value: { minute: Number(text), second: second ?? 0 }, next: second === null ? at + 2 : at + 4 };
  }
  const hundred = after(words, at, 'hundred hours', 'hundred');
  if (hundred !== null) return { value: { minute: 0, second: 0 }, next: hundred };
  if (isDigits) return null;
  const oh = after(words, at, 'oh', 'o');
  const minutes = readWhole(words, oh ?? at);
  const isMinutes = minutes !== null && minutes.value < 60 && (minutes.value >= 10 || oh !== null);
  return isMinutes ? { value: { minute: minutes.value, second: 0 }, next: skip(words, minutes.next, 'minutes') } : null;
}

type Half = 'am' | 'pm' | 'night' | 'either';

function readHalf(words: Words, at: number): Found<Half> | null {
  const either = after(words, at, 'ampm', 'am / pm', 'am or pm');
  if (either !== null) return { value: 'either', next: either };
  const dotted = (letter: string) =>
    after(
      words,
      at,
      `. ${letter} . m .`,
      `. ${letter} . m`,
      `. ${letter}m`,
      `${letter} . m .`,
      `${letter} . m`,
      `${letter} m .`,
      `${letter} m`,
      `${letter}m`,
      `in the ${letter}m`,
    );
  const [am, pm] = [dotted('a'), dotted('p')];
  const marked = am ?? pm;
  if (marked !== null) {
    const goesOn = words[marked]?.glued === true && /^[\p{L}\d]/u.test(words[marked]?.text ?? '');
    return goesOn ? null : { value: am === null ? 'pm' : 'am', next: marked };
  }
  const letter = words[at];
  const isEnd = !words[at + 1]?.glued || !/^[a-z\d]/.test(words[at + 1]?.text ?? '');
  if (letter?.glued && isEnd && (letter.text === 'a' || letter.text === 'p'))
    return { value: letter.text === 'a' ? 'am' : 'pm', next: at + 1 };
  const start = skip(words, at, 'in the', 'at', 'early in the', 'late in the', 'of the', 'early');
  const part = readDayPart(words, start);
  if (part === null || (start === at && part.value.name !== 'morning')) return null;
  if (part.value.name === 'morning') return start === at ? null : { value: 'am', next: part.next };
  if (part.value.name === 'night') return { value: 'night', next: part.next };
  return part.value.name === 'afternoon' || part.value.name === 'evening' ? { value: 'pm', next: part.next } : null;
}

/** An hour that is said to be of the morning, the afternoon or the night. */
export function inHalf(value: ClockTime, half: Half): ClockTime {
  if (value.sure || half === 'either') return value;
  const isLate = half === 'pm' || (half === 'night' && value.hour >= 5 && value.hour < 12);
  const hour = isLate ? (value.hour % 12) + 12 : value.hour % 12;
  return { ...value, hour: value.hour === 12 && half === 'night' ? 0 : hour, sure: true };
}

/** Where nothing says which half is meant, the one in which people do things: 1 to 6 is afternoon, 7 to 12 by day. */
export const usualHalf = (value: ClockTime, isEvening = false): ClockTime =>
  value.sure || value.hour === 0 || value.hour >= (isEvening ? 12 : 7)
    ? { ...value, sure: true }
    : { ...value, hour: value.hour + 12, sure: true };

export const minutesOf = ({ hour, minute, second }: ClockTime): number => hour * 60 + minute + second / 60;
