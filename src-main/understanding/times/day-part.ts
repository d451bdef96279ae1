import { after, type Found, isAt, skip, type Words } from '#main/understanding/times/words.ts';

type Name =
  | 'morning'
  | 'afternoon'
  | 'evening'
  | 'night'
  | 'lunch'
  | 'breakfast'
  | 'dinner'
  | 'daytime'
  | 'nighttime'
  | 'work';
/** A part of the day from hour to hour; the night ends a second before midnight. */
export type DayPart = { readonly name: Name; readonly from: number; readonly to: number };

const HOURS: Readonly<Record<Name, readonly [number, number]>> = {
  morning: [8, 12],
  afternoon: [12, 16],
  evening: [16, 20],
  night: [20, 24],
  lunch: [11, 13],
  breakfast: [8, 12],
  dinner: [16, 20],
  daytime: [8, 18],
  nighttime: [0, 8],
  work: [8, 18],
};

const NAMES: readonly (readonly [string, Name])[] = [
  ['morning', 'morning'],
  ['mornings', 'morning'],
  ['mornin', 'morning'],
  ['forenoon', 'morning'],
  ['afternoon', 'afternoon'],
  ['afternoons', 'afternoon'],
  ['evening', 'evening'],
  ['evenings', 'evening'],
  ['night', 'night'],
  ['nights', 'night'],
  ['lunchtime', 'lunch'],
  ['lunch time', 'lunch'],
  ['breakfast time', 'breakfast'],
  ['dinner time', 'dinner'],
  ['dinnertime', 'dinner'],
  ['daytime', 'daytime'],
  ['day time', 'daytime'],
  ['night time', 'nighttime'],
  ['night - time', 'nighttime'],
  ['nighttime', 'nighttime'],
  ['business hours', 'work'],
  ['business hour', 'work'],
  ['office hours', 'work'],
  ['working hours', 'work'],
];

/** “before lunch”, “until dinner”: a meal is a time only behind a word that wants one. */
export function readMeal(words: Words, at: number): Found<DayPart> | null {
  const name = (['lunch', 'breakfast', 'dinner'] as const).find((meal) => isAt(words, at, meal));
  const isTime = /^(?:before|after|until|till|by|over|during)$/.test(words[at - 1]?.text ?? '');
  return name === undefined || !isTime ? null : { value: partOf(name, false, false), next: at + 1 };
}

/** The “pm” of “Tuesday pm”. */
export function readHalf(words: Words, at: number): Found<DayPart> | null {
  const text = words[at]?.text;
  if ((text !== 'am' && text !== 'pm') || words[at]?.glued || isAt(words, at + 1, 'i')) return null;
  return { value: partOf(text === 'am' ? 'morning' : 'afternoon', false, false), next: at + 1 };
}

/** `morning`, `late afternoon`, `early in the evening`; the half of it where that is said. */
export function readDayPart(words: Words, at: number): Found<DayPart> | null {
  const early = after(
    words,
    at,
    'early',
    'early -',
    'early in the',
    'earlier in the',
    'the early',
    'in the early',
    'early in',
  );
  const late = after(words, at, 'late', 'late -', 'late in the', 'later in the', 'the late', 'in the late', 'later');
  const mid = after(words, at, 'mid', 'mid -', 'middle of the');
  const start = early ?? late ?? mid ?? at;
  let best: Found<DayPart> | null = null;
  for (const [phrase, name] of NAMES) {
    const next = after(words, start, phrase);
    if (next === null || next <= (best?.next ?? 0)) continue;
    best = { value: partOf(name, early !== null, late !== null), next };
  }
  return best;
}

function partOf(name: Name, isEarly: boolean, isLate: boolean): DayPart {
  const [from, to] = HOURS[name];
  const middle = (from + to) / 2;
  return { name, from: isLate ? middle : from, to: isEarly ? middle : to };
}

/** `tonight`, `this evening`, `last night`, `next morning`: a part of a day that says which day, as days from today. */
export function readPartWithDay(
  words: Words,
  at: number,
): Found<{ readonly part: DayPart; readonly days: number }> | null {
  const early = after(words, at, 'early', 'late', 'later', 'early in the', 'earlier');
  const tonight = after(words, at, 'tonight', 'tonite', "tonight's", 'late tonight', 'later tonight', 'early tonight');
  if (tonight !== null)
    return {
      value: { part: partOf('night', isAt(words, at, 'early'), isAt(words, at, 'late')), days: 0 },
      next: tonight,
    };
  const start = early ?? at;
  const shift = ['this', 'next', 'last', 'following', 'previous'].findIndex((word) =>
    isAt(words, skip(words, start, 'the'), word),
  );
  if (shift === -1) return null;
  const lead = skip(words, start, 'the') + 1;
  const part = readDayPart(words, lead);
  if (part === null || (part.value.name === 'lunch' && shift > 0)) return null;
  const days = [0, 1, -1, 1, -1][shift] ?? 0;
  const word = words[start - 1]?.text;
  const whole =
    early === null
      ? part.value
      : partOf(part.value.name, word === 'early' || word === 'earlier', word === 'late' || word === 'later');
  return { value: { part: whole, days }, next: part.next };
}
