import { readMonth } from '#main/understanding/times/calendar-words.ts';
import type { DateParts } from '#main/understanding/times/dated.ts';
import { fullYear } from '#main/understanding/times/numbers.ts';
import type { Found, Words } from '#main/understanding/times/words.ts';

const SEPARATORS = new Set(['/', '-', '.']);
const NUMBER = /^\d+$/;

/** `5/12`, `2019-08-01`, `10.1.2018`, `2020/Sep/23`, `12-2015`, `20161016`. `monthFirst` decides 5/12 where both could be. */
export function readNumericDate(words: Words, at: number, monthFirst: boolean): Found<DateParts> | null {
  if (touchesNumber(words, at)) return null;
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(words[at]?.text ?? '');
  if (compact) return checked(Number(compact[1]), Number(compact[2]), Number(compact[3]), at + 1);
  const pieces = piecesAt(words, at);
  const next = at + pieces.length * 2 - 1;
  if (pieces.length === 3) return readThree(pieces, next, monthFirst);
  return pieces.length === 2 ? readTwo(pieces, words[at + 1]?.text ?? '', next, monthFirst) : null;
}

/** A number that goes on to the left (a telephone number, a fraction) is no date. */
function touchesNumber(words: Words, at: number): boolean {
  const before = words[at - 1];
  if (words[at]?.glued !== true || before === undefined) return false;
  const earlier = words[at - 2]?.text ?? '';
  const isLonger = before.glued && NUMBER.test(earlier) && earlier.length !== 4 && before.text === words[at + 1]?.text;
  return isLonger || /^[\p{L}\d]/u.test(before.text) || (before.text === '.' && before.glued) || before.text === '$';
}

/** Up to three numbers or a month's name, with the same mark between them and no spaces. */
function piecesAt(words: Words, at: number): readonly string[] {
  const mark = words[at + 1]?.text ?? '';
  const pieces = [words[at]?.text ?? ''];
  if (!SEPARATORS.has(mark) || (!NUMBER.test(pieces[0] ?? '') && readMonth(words, at) === null)) return pieces;
  for (let next = at + 1; pieces.length < 3; next += 2) {
    const [between, piece] = [words[next], words[next + 1]];
    const isPiece = piece?.glued && (NUMBER.test(piece.text) || readMonth(words, next + 1) !== null);
    if (between?.text !== mark || !between.glued || !isPiece) break;
    pieces.push(piece.text);
  }
  return pieces;
}

const monthOf = (piece: string): number | null =>
  NUMBER.test(piece) ? null : (readMonth([{ text: piece, start: 0, end: 0, glued: false }], 0)?.value ?? null);

function readThree(pieces: readonly string[], next: number, monthFirst: boolean): Found<DateParts> | null {
  const named = pieces.map(monthOf).find((month) => month !== null);
  const numbers = pieces.filter((piece) => NUMBER.test(piece));
  if (named !== undefined && named !== null) {
    const year = numbers.find((piece) => piece.length === 4) ?? numbers[1];
    const day = numbers.find((piece) => piece !== year) ?? '0';
    return numbers.length === 2 ? checked(yearOf(year ?? ''), named, Number(day), next) : null;
  }
  const [first = '', second = '', third = ''] = numbers;
  if (numbers.length < 3) return null;
  if (first.length === 4) return byOrder(yearOf(first), Number(second), Number(third), next, true);
  if (third.length !== 4 && third.length !== 2) return null;
  return byOrder(yearOf(third), Number(first), Number(second), next, monthFirst);
}

const yearOf = (piece: string): number => (piece.length === 2 ? fullYear(Number(piece)) : Number(piece));

function byOrder(year: number, one: number, other: number, next: number, monthFirst: boolean): Found<DateParts> | null {
  const [month, day] = monthFirst ? [one, other] : [other, one];
  return checked(year, month, day, next) ?? checked(year, day, month, next);
}

function readTwo(pieces: readonly string[], mark: string, next: number, monthFirst: boolean): Found<DateParts> | null {
  const [first = '', second = ''] = pieces;
  const named = monthOf(first) ?? monthOf(second);
  const number = monthOf(first) === null ? first : second;
  if (named !== null) {
    if (!NUMBER.test(number)) return null;
    return number.length === 4
      ? { value: { year: Number(number), month: named }, next }
      : checked(undefined, named, Number(number), next);
  }
  if (first.length === 4 || second.length === 4) {
    const [year, month] = first.length === 4 ? [Number(first), Number(second)] : [Number(second), Number(first)];
    const isMonth = month >= 1 && month <= 12 && year >= 1900 && year < 2200 && mark !== '.';
    return isMonth ? { value: { year, month }, next } : null;
  }
  if (first.length > 2 || second.length > 2) return null;
  const [month, day] = monthFirst ? [Number(first), Number(second)] : [Number(second), Number(first)];
  return checked(undefined, month, day, next) ?? checked(undefined, day, month, next);
}

function checked(year: number | undefined, month: number, day: number, next: number): Found<DateParts> | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || (year !== undefined && (year < 1000 || year > 2999)))
    return null;
  return { value: { ...(year === undefined ? {} : { year }), month, day }, next };
}
