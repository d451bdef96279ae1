import type { Json } from '#contract/model/json.ts';
import { recurrenceWords } from '#renderer/words/recurrence.ts';
import { isDate, isWallClock, wallClock } from '#renderer/words/time.ts';
import { visible } from '#renderer/words/visible.ts';

/** A value of an action as the person reads it. */
export function valueWords(value: Json): string {
  if (value === null || value === '') return 'None';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textWords(value);
  const isList = Array.isArray(value) && value.every((each) => typeof each === 'string');
  return isList ? value.map(visible).join(', ') : visible(JSON.stringify(value));
}

function textWords(value: string): string {
  if (isWallClock(value) || isDate(value)) return wallClock(value);
  return /^(RRULE:)?FREQ=/.test(value) ? recurrenceWords(value.replace(/^RRULE:/, '')) : visible(value);
}
