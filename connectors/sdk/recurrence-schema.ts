import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { readRule } from '#connectors/sdk/recurrence.ts';
import { t } from '#contract/language/t.ts';

const partPatterns: Readonly<Record<string, RegExp>> = {
  FREQ: /^(HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  BYDAY: listOf(/([+-]?[1-9]\d?)?(MO|TU|WE|TH|FR|SA|SU)/),
  BYMONTHDAY: listOf(/-?([1-9]|[12]\d|3[01])/),
  BYMONTH: listOf(/[1-9]|1[0-2]/),
  BYSETPOS: listOf(/-?[1-9]\d{0,2}/),
  BYHOUR: listOf(/\d|1\d|2[0-3]/),
  BYMINUTE: listOf(/[0-5]?\d/),
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
};

function listOf(one: RegExp): RegExp {
  return new RegExp(`^(${one.source})(,(${one.source}))*$`);
}

/** The parts of a rule by name, such as `FREQ` → `WEEKLY`. */
export function partsOfRule(rrule: string): ReadonlyMap<string, string> {
  return new Map(
    rrule.split(';').map((part): [string, string] => {
      const [name = '', ...value] = part.split('=');
      return [name.toUpperCase(), value.join('=')];
    }),
  );
}

function isRule(rrule: string): boolean {
  const parts = partsOfRule(rrule);
  if (parts.size !== rrule.split(';').length || !parts.has('FREQ')) return false;
  if (parts.has('COUNT') && parts.has('UNTIL')) return false;
  for (const [name, value] of parts) if (!partPatterns[name]?.test(value)) return false;
  return fitsTogether(parts) && comesAgain(rrule, parts);
}

/** What RFC 5545 allows only in company (section 3.3.10). */
function fitsTogether(parts: ReadonlyMap<string, string>): boolean {
  const frequency = parts.get('FREQ') ?? '';
  const ordinals = (parts.get('BYDAY') ?? '').match(/\d+/g)?.map(Number) ?? [];
  const mostOrdinal = { MONTHLY: 5, YEARLY: 53 }[frequency] ?? 0;
  if (Math.max(0, ...ordinals) > mostOrdinal) return false;
  if (frequency === 'WEEKLY' && parts.has('BYMONTHDAY')) return false;
  const hasOthers = [...parts.keys()].some((name) => name.startsWith('BY') && name !== 'BYSETPOS');
  return !parts.has('BYSETPOS') || hasOthers;
}

/** Whether it can be read, and whether it ever comes (30 February does not). */
function comesAgain(rrule: string, parts: ReadonlyMap<string, string>): boolean {
  const anyStart = Temporal.PlainDateTime.from('2026-01-01T09:00:00');
  const rule = readRule(anyStart, rrule, (moment) => moment.toZonedDateTimeISO('UTC').toPlainDateTime());
  if (rule === null) return false;
  const hasEnd = parts.has('COUNT') || parts.has('UNTIL');
  return hasEnd || rule.next(anyStart.add({ seconds: 1 })) !== null;
}

/** A recurrence that an action takes: hourly or slower, in the parts that a person can say. */
export const RecurrenceSchema = z.string().max(500).refine(isRule, t`It can’t repeat like that.`);
