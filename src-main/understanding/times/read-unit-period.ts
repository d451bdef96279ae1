import { readUnit } from '#main/understanding/times/calendar-words.ts';
import type { Dated } from '#main/understanding/times/dated.ts';
import { readShift } from '#main/understanding/times/read-date.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { alignedUnit, weekendOf } from '#main/understanding/times/units.ts';
import { after, type Found, isAt, skip, type Words } from '#main/understanding/times/words.ts';

type Read = (words: Words, at: number, setting: Setting) => Found<Dated> | null;

/** `this week`, `next month`, `the weekend`, `current quarter`, `the year`, `last fiscal year` (which nobody here knows). */
export const readUnitPeriod: Read = (words, at, { today }) => {
  const shift = readShift(words, at);
  const later = after(
    words,
    at,
    'the week after next',
    'week after next',
    'the week after the next',
    'the weekend after next',
    'weekend after next',
    'the weekend after the next',
    'the month after next',
    'the year after next',
  );
  if (later !== null) {
    const which = readUnit(words, skip(words, at, 'the'));
    const span = which === null ? null : alignedUnit(which.value, 2, today);
    return span === null ? null : { value: span, next: later };
  }
  const onWeekend = after(words, at, 'on weekend', 'at the weekend', 'on the weekend', 'over the weekend');
  if (onWeekend !== null) return { value: weekendOf(today, 0, false), next: onWeekend };
  const coming = after(
    words,
    at,
    'coming',
    'the coming',
    'upcoming',
    'the upcoming',
    'this coming',
    'the same',
    'same',
  );
  const start = coming ?? shift?.next ?? after(words, at, 'the');
  if (start === null) return null;
  const kind = skip(words, start, 'calendar');
  const unit = readUnit(words, kind);
  if (unit === null || /s$/.test(words[unit.next - 1]?.text ?? '')) return null;
  const isSame = coming !== null && words[coming - 1]?.text === 'same';
  const steps = shift?.value ?? (coming === null || isSame ? 0 : 1);
  if (shift === null && coming === null && !isWholeSaid(words, at, unit.next)) return null;
  const span = alignedUnit(unit.value, steps, today, coming !== null);
  return span === null ? null : { value: span, next: unit.next };
};

/** “the week” and “the month” are this one; “the week that …” and “the day after” are not. */
const isWholeSaid = (words: Words, at: number, next: number): boolean =>
  !/^(?:of|that|before|after|when|in|from|starting|commencing|beginning|long|end|ly)$/.test(words[next]?.text ?? '') ||
  isAt(words, at, 'the', 'weekend');
