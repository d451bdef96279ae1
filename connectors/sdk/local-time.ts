import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { t } from '#contract/language/t.ts';
import type { Instant, TimeZone } from '#contract/model/instant.ts';

/** A wall-clock date and time without zone: `2026-11-26T15:00:00`. */
export type LocalDateTime = string;

const isInReach = (year: number): boolean => year >= 1900 && year <= 2200;

const isDateTime = (text: string): boolean => {
  try {
    return isInReach(Temporal.PlainDateTime.from(text, { overflow: 'reject' }).year);
  } catch {
    return false;
  }
};

const noSuchTime = t`There is no such date and time.`;

export const LocalDateTimeSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/, noSuchTime)
  .refine(isDateTime, noSuchTime);

/** A date: `2026-11-26`. */
export const LocalDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, t`There is no such date.`)
  .refine(isDateTime, t`There is no such date.`);

/** A time of day: `15:00:00`. */
export const LocalTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, t`There is no such time.`);

export const isLocalDate = (text: string): boolean => LocalDateSchema.safeParse(text).success;

/** `2026-11-26T15:00:00`, always with seconds and never with less. */
export const wallText = (wall: Temporal.PlainDateTime): LocalDateTime => wall.toString({ smallestUnit: 'second' });

/** The moment of a wall time. One that the clock skips moves forward; of one that comes twice it is the first. */
export const momentOf = (wall: Temporal.PlainDateTime | string, timeZone: TimeZone): Temporal.Instant =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant();

export const wallOf = (moment: Temporal.Instant, timeZone: TimeZone): Temporal.PlainDateTime =>
  moment.toZonedDateTimeISO(timeZone).toPlainDateTime();

/** ISO 8601 in UTC with milliseconds, which sorts as text. */
export const instantText = (moment: Temporal.Instant): Instant => moment.toString({ smallestUnit: 'millisecond' });
