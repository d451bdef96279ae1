import { t } from '#contract/language/t.ts';
import type { Json } from '#contract/model/json.ts';
import { recurrenceWords } from '#renderer/words/recurrence.ts';
import { isDate, isWallClock, wallClock } from '#renderer/words/time.ts';
import { visible } from '#renderer/words/visible.ts';

/** Whether there is nothing to show of a value. */
export const isBlank = (value: Json): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A value of an action as the person reads it. */
export function valueWords(value: Json): string {
  if (value === null || value === '') return t`None`;
  if (typeof value === 'boolean') return value ? t`Yes` : t`No`;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textWords(value);
  if (Array.isArray(value) && value.every(isPlain)) return value.map(valueWords).join(', ');
  return visible(JSON.stringify(value));
}

const isPlain = (value: Json): boolean => value !== null && typeof value !== 'object';

function textWords(value: string): string {
  if (isWallClock(value) || isDate(value)) return wallClock(value);
  return /^(RRULE:)?FREQ=/.test(value) ? recurrenceWords(value.replace(/^RRULE:/, '')) : visible(value);
}
