import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { readRule } from '#connectors/sdk/recurrence.ts';

const partPatterns: Readonly<Record<string, RegExp>> = {
  FREQ: /^(HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  BYDAY: /^([+-]?[1-5]?\d?(MO|TU|WE|TH|FR|SA|SU))(,[+-]?[1-5]?\d?(MO|TU|WE|TH|FR|SA|SU))*$/,
  BYMONTHDAY: /^-?\d{1,2}(,-?\d{1,2})*$/,
  BYMONTH: /^\d{1,2}(,\d{1,2})*$/,
  BYSETPOS: /^-?\d{1,3}(,-?\d{1,3})*$/,
  BYHOUR: /^\d{1,2}(,\d{1,2})*$/,
  BYMINUTE: /^\d{1,2}(,\d{1,2})*$/,
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
};

/** The parts of a rule by name, such as `FREQ` → `WEEKLY`. */
export function partsOfRule(rrule: string): ReadonlyMap<string, string> {
  return new Map(rrule.split(';').map((part): [string, string] => {
    const [name = '', ...value] = part.split('=');
    return [name.toUpperCase(), value.join('=')];
  }));
}

function isRule(rrule: string): boolean {
  const parts = partsOfRule(rrule);
  if (parts.size !== rrule.split(';').length || !parts.has('FREQ')) return false;
  if (parts.has('COUNT') && parts.has('UNTIL')) return false;
  for (const [name, value] of parts) if (!partPatterns[name]?.test(value)) return false;
  const anyStart = Temporal.PlainDateTime.from('2026-01-01T09:00:00');
  return readRule(anyStart, rrule, (moment) => moment.toZonedDateTimeISO('UTC').toPlainDateTime()) !== null;
}

/** A recurrence that an action takes: hourly or slower, in the parts that a person can say. */
export const RecurrenceSchema = z.string().max(500).refine(isRule, 'It can’t repeat like that.');
