import { z } from 'zod';
import { t } from '#contract/language/t.ts';

/** A moment, as ISO 8601 in UTC with milliseconds: `2026-11-26T14:00:00.000Z`. */
export type Instant = string;
export const InstantSchema = z.iso.datetime({ offset: true });

/** An IANA time zone name, such as `Europe/Lisbon`. */
export type TimeZone = string;
export const TimeZoneSchema = z
  .string()
  .min(1)
  .max(64)
  .refine(isTimeZone, { message: t`This is not a time zone that this computer knows.` });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
