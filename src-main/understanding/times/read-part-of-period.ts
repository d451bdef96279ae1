import { Temporal } from 'temporal-polyfill';
import type { Unit } from '#main/understanding/times/calendar-words.ts';
import { type Dated, spanning } from '#main/understanding/times/dated.ts';
import { readPeriod } from '#main/understanding/times/read-period.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { alignedUnit } from '#main/understanding/times/units.ts';
import { after, type Found, firstOf, skip, type Words } from '#main/understanding/times/words.ts';

type Read = (words: Words, at: number, setting: Setting) => Found<Dated> | null;

/** `early May`, `the end of 2000`, `later this week`, `mid 1989`, `the rest of the week`, `EOY`. */
export const readPartOfPeriod: Read = (words, at, setting) => {
  const short = firstOf(
    () =>
      named(
        words,
        at,
        'year',
        setting,
        'eoy',
        'the eoy',
        'end of year',
        'the end of year',
        'end of the year',
        'the end of the year',
      ),
    () =>
      named(
        words,
        at,
        'month',
        setting,
        'eom',
        'the eom',
        'end of month',
        'the end of month',
        'end of the month',
        'the end of the month',
      ),
    () => named(words, at, 'week', setting, 'eow', 'the eow', 'end of week', 'end of the week', 'the end of the week'),
  );
  if (short !== null) return short;
  const lead = skip(words, at, 'in', 'in the', 'the');
  const word = words[lead]?.text ?? '';
  const which = Object.hasOwn(PARTS, word) ? PARTS[word] : undefined;
  if (which === undefined) return null;
  const start = skip(
    words,
    lead + 1,
    'of the',
    'of',
    'of my',
    'in the',
    'in',
    '-',
    'on in',
    'part of',
    'part of the',
    'half of',
    'half of the',
  );
  const isThe = words[start - 1]?.text === 'the' || words[start - 1]?.text === 'my';
  const period = isThe ? readThe(words, start, setting) : readPeriod(words, start, setting);
  if (period === null || period.value.span === null) return null;
  const isNamedYear = period.value.parts?.year !== undefined && period.value.parts.month === undefined;
  return { value: part(period.value, which, word, setting.today, isNamedYear), next: period.next };
};

const THE = { text: 'the', start: 0, end: 0, glued: false };

/** “my week” is “the week”. */
function readThe(words: Words, at: number, setting: Setting): Found<Dated> | null {
  const found = readPeriod([...words.slice(0, at - 1), THE, ...words.slice(at)], at - 1, setting);
  return found ?? readPeriod(words, at, setting);
}

const PARTS: Readonly<Record<string, 'start' | 'mid' | 'end' | 'rest'>> = {
  early: 'start',
  earlier: 'start',
  beginning: 'start',
  start: 'start',
  mid: 'mid',
  middle: 'mid',
  midway: 'mid',
  late: 'end',
  later: 'end',
  end: 'end',
  rest: 'rest',
  remainder: 'rest',
};

function named(
  words: Words,
  at: number,
  unit: Unit,
  { today }: Setting,
  ...phrases: readonly string[]
): Found<Dated> | null {
  const next = after(words, at, ...phrases);
  const period = alignedUnit(unit, 0, today);
  return next === null || period === null ? null : { value: part(period, 'end', 'end', today, false), next };
}

function part(
  whole: Dated,
  which: 'start' | 'mid' | 'end' | 'rest',
  word: string,
  today: Temporal.PlainDate,
  isNamedYear: boolean,
): Dated {
  const { start, end } = whole.span ?? {};
  if (!start || !end) return whole;
  const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(one, other) > 0 ? one : other;
  const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(one, other) < 0 ? one : other;
  if (which === 'rest') return spanning('other', later(start, today), end);
  const [half, third, twoThirds] = cuts(whole.grain, start, end);
  if (which === 'mid') return spanning('other', third, twoThirds);
  if (which === 'start') {
    const until = isNamedYear ? third : half;
    return { ...spanning('other', start, word === 'earlier' ? earlier(until, today) : until), edge: start };
  }
  const from = isNamedYear ? twoThirds : half;
  return { ...spanning('other', word === 'later' ? later(from, today) : from, end), edge: end };
}

function cuts(
  grain: Dated['grain'],
  start: Temporal.PlainDate,
  end: Temporal.PlainDate,
): readonly [Temporal.PlainDate, Temporal.PlainDate, Temporal.PlainDate] {
  if (grain === 'year') return [start.add({ months: 6 }), start.add({ months: 4 }), start.add({ months: 8 })];
  if (grain === 'month') return [start.add({ days: 15 }), start.add({ days: 10 }), start.add({ days: 20 })];
  if (grain === 'week') return [start.add({ days: 3 }), start.add({ days: 1 }), start.add({ days: 4 })];
  const days = start.until(end).days;
  return [
    start.add({ days: Math.floor(days / 2) }),
    start.add({ days: Math.floor(days / 3) }),
    start.add({ days: Math.floor((2 * days) / 3) }),
  ];
}
