import { readMonth } from '#main/understanding/times/calendar-words.ts';
import { type Dated, dated, settled } from '#main/understanding/times/dated.ts';
import { readWhole, readYear } from '#main/understanding/times/numbers.ts';
import { readShift } from '#main/understanding/times/read-date.ts';
import { readNumericDate } from '#main/understanding/times/read-numeric-date.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { after, type Found, isAt, skip, type Words } from '#main/understanding/times/words.ts';

type Read = (words: Words, at: number, setting: Setting) => Found<Dated> | null;

/** `May`, `this May`, `June of 1992`, `Dec/2018`, `2015-12`. */
export const readMonthPeriod: Read = (words, at, setting) => {
  const shift = readShift(words, at);
  const start = shift?.next ?? skip(words, at, 'in', 'the month of', 'month of', 'in the month of');
  const month = readMonth(words, start);
  const { today } = setting;
  const yearFirst = shift === null ? readYear(words, start) : null;
  const monthThen = yearFirst === null ? null : readMonth(words, yearFirst.next);
  if (yearFirst !== null && monthThen !== null)
    return { value: settled({ year: yearFirst.value, month: monthThen.value }, today), next: monthThen.next };
  if (month === null) {
    const spaced = readSpacedMonth(words, at);
    if (spaced !== null) return { value: settled(spaced.value, today), next: spaced.next };
    const numeric = readNumericDate(words, at, setting.monthFirst);
    const isMonth = numeric !== null && numeric.value.day === undefined;
    return isMonth ? { value: settled(numeric.value, today), next: numeric.next } : null;
  }
  if (shift !== null) {
    const year = today.year + shift.value + (shift.value < 0 && month.value < today.month ? 1 : 0);
    const isAhead = shift.value > 0 && month.value > today.month;
    return { value: settled({ month: month.value, year: isAhead ? today.year : year }, today), next: month.next };
  }
  const comma = skip(words, month.next, ', of', ',', 'of', 'in', '-', '/', 'of the year', "'");
  const year = readYear(words, comma) ?? readShortYear(words, comma, month.next);
  if (year !== null) return { value: settled({ month: month.value, year: year.value }, today), next: year.next };
  const shifted = after(
    words,
    month.next,
    'next year',
    'of next year',
    'this year',
    'of this year',
    'last year',
    'of last year',
  );
  if (shifted !== null) {
    const which = words[shifted - 2]?.text;
    const relative = today.year + (which === 'next' ? 1 : which === 'last' ? -1 : 0);
    return { value: settled({ month: month.value, year: relative }, today), next: shifted };
  }
  if (isOtherWord(words, start, at)) return null;
  return { value: dated({ month: month.value }, today), next: month.next };
};

/** `11 / 2016`, `2016 -11`: a month and a year with their mark set apart, where no other number stands beside them. */
function readSpacedMonth(words: Words, at: number): Found<{ month: number; year: number }> | null {
  const [one = '', mark = '', other = ''] = [0, 1, 2].map((more) => words[at + more]?.text ?? '');
  const isSpaced = words[at + 1]?.glued !== true || words[at + 2]?.glued !== true;
  const isAlone = [words[at - 1], words[at + 3]].every((beside) => !/^[\d/-]/.test(beside?.text ?? ''));
  if (!/^[/-]$/.test(mark) || !isSpaced || !isAlone) return null;
  const [year, month] = one.length === 4 ? [one, other] : [other, one];
  return /^(?:19|20|21)\d\d$/.test(year) && /^(?:0?[1-9]|1[0-2])$/.test(month)
    ? { value: { year: Number(year), month: Number(month) }, next: at + 3 }
    : null;
}

function readShortYear(words: Words, at: number, before: number): Found<number> | null {
  const value = Number(words[at]?.text);
  const isLed = at > before && /^(?:of|')$/.test(words[at - 1]?.text ?? '');
  const isShort =
    /^\d{2}$/.test(words[at]?.text ?? '') && (isLed || (at === before && value > 31 && !words[at + 1]?.glued));
  return isShort ? { value: value < 40 ? 2000 + value : 1900 + value, next: at + 1 } : null;
}

const SAYS_A_MONTH =
  /^(?:in|by|until|till|since|from|before|after|of|to|through|during|next|last|this|between|and|for|-|early|late|mid|end|beginning|on)$/;

/** “you may”, “march on”: a word that is a month only behind one that wants a month. */
function isOtherWord(words: Words, at: number, first: number): boolean {
  const text = words[at]?.text ?? '';
  if (!['may', 'march', 'mar', 'dec', 'apr'].includes(text)) return false;
  if (at > first) return false;
  const isVerb = words[at - 1]?.text === 'and' && /^[a-z]{3,}$/.test(words[at + 1]?.text ?? '');
  const isNamed = SAYS_A_MONTH.test(words[at - 1]?.text ?? '') && !isVerb;
  const goesOn = /^(?:to|-|until|through|till)$/.test(words[at + 1]?.text ?? '') && readMonth(words, at + 2) !== null;
  return !isNamed && !goesOn;
}

/** `2008`, `the year 2008`, `calendar year 2008`, `cy 2008`, `the year of 2008`. */
export const readYearPeriod: Read = (words, at, { today }) => {
  const lead = skip(
    words,
    at,
    'the year of',
    'year of',
    'the year',
    'year',
    'calendar year',
    'the calendar year',
    'cy',
    'the cy',
    'in',
    'in the year',
  );
  const year = readYear(words, lead) ?? readEarlyYear(words, lead);
  if (year === null) return null;
  const isSaid = lead > at;
  const isWord = !/^\d/.test(words[lead]?.text ?? '');
  if (!isSaid && (isWord || !wantsYear(words, lead))) return null;
  return { value: settled({ year: year.value }, today), next: year.next };
};

/** “the year 267”, which is a year only behind that word. */
function readEarlyYear(words: Words, at: number): Found<number> | null {
  const year = isAt(words, at - 1, 'year') ? readWhole(words, at) : null;
  return year !== null && year.value >= 100 && year.value < 1500 ? year : null;
}

/** A bare number of four digits is a year behind “in”, “of”, “since” and the like, or in a row with another. */
function wantsYear(words: Words, at: number): boolean {
  const before = words[at - 1]?.text ?? '';
  const following = words[at + 1];
  if (words[at]?.glued && !['-', '~', '='].includes(before)) return false;
  if (before === '-' && words[at - 2]?.glued && isAt(words, at - 3, '-')) return false;
  if (before === '-' && /^(?:\d{1,3}|\d{5,})$/.test(words[at - 2]?.text ?? '')) return false;
  if (following?.text === '-' && /^\d{1,3}$/.test(words[at + 2]?.text ?? '')) return false;
  if (following?.glued && /^[%:/.]$/.test(following.text) && words[at + 2]?.glued) return false;
  return (
    /^(?:in|of|since|until|till|before|after|by|from|through|to|and|between|during|for|-|~|=|on|than|around|mid|early|late|the|year)$/.test(
      before,
    ) ||
    /^(?:to|-|~|through|till|until|or|and)$/.test(following?.text ?? '') ||
    (at === 0 && words.length === 1)
  );
}
