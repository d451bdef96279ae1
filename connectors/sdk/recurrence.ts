import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

/**
 * A recurrence in wall-clock time. It is computed without any zone (the library is told UTC), so that
 * nine o'clock stays nine o'clock over a change of the clocks; a zone comes in only when a wall time
 * is turned into a moment.
 */
export type WallRule = {
  /** The first occurrence at or after `from`; null when there is none (any more). */
  next(from: Temporal.PlainDateTime): Temporal.PlainDateTime | null;
  /** Occurrences from `from` to `to`, both included, at most `most`. */
  between(from: Temporal.PlainDateTime, to: Temporal.PlainDateTime, most: number): readonly Temporal.PlainDateTime[];
};

/**
 * Reads an RFC 5545 rule (without the `RRULE:` prefix); null when it cannot be read. The start always
 * counts as the first occurrence. `toWall` turns an UNTIL in UTC into wall-clock time.
 */
export function readRule(
  start: Temporal.PlainDateTime,
  rrule: string,
  toWall: (moment: Temporal.Instant) => Temporal.PlainDateTime,
): WallRule | null {
  const rule = quietly(
    () =>
      new RRuleTemporal({
        rruleString: `RRULE:${untilAsWall(rrule, toWall)}`,
        dtstart: start.toZonedDateTime('UTC'),
        tzid: 'UTC',
        includeDtstart: true,
        temporal: Temporal,
      }),
  );
  if (rule === null) return null;

  const next = (from: Temporal.PlainDateTime, inclusive: boolean) =>
    quietly(() => rule.next(from.toZonedDateTime('UTC'), inclusive)?.toPlainDateTime() ?? null);

  return {
    next: (from) => next(from, true),
    between(from, to, most) {
      // Counted rules are counted from their start for every single step, so they are walked through once.
      const counted = /(^|;)COUNT=/i.test(rrule)
        ? quietly(() => rule.between(from.toZonedDateTime('UTC'), to.toZonedDateTime('UTC'), true))
        : null;
      if (counted !== null) return counted.slice(0, most).map((each) => each.toPlainDateTime());
      const found: Temporal.PlainDateTime[] = [];
      let here = next(from, true);
      while (here !== null && found.length < most && Temporal.PlainDateTime.compare(here, to) <= 0) {
        found.push(here);
        here = next(here, false);
      }
      return found;
    },
  };
}

/** The library throws for rules that it cannot read and for those that never come (30 February); both mean: none. */
function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** UNTIL as the library wants it: a fake-UTC wall time, a bare date lasting to its end. */
function untilAsWall(rrule: string, toWall: (moment: Temporal.Instant) => Temporal.PlainDateTime): string {
  return rrule.replace(/(^|;)UNTIL=([^;]*)/i, (whole, before: string, until: string) => {
    const wall = quietly(() => readUntil(until, toWall));
    return wall === null ? whole : `${before}UNTIL=${basicText(wall)}Z`;
  });
}

/** The last wall-clock time that an UNTIL lets through. Throws a RangeError when it cannot be read. */
export function readUntil(
  until: string,
  toWall: (moment: Temporal.Instant) => Temporal.PlainDateTime,
): Temporal.PlainDateTime {
  if (/^\d{8}$/.test(until)) return Temporal.PlainDate.from(until).toPlainDateTime('23:59:59');
  return until.endsWith('Z') ? toWall(Temporal.Instant.from(until)) : Temporal.PlainDateTime.from(until);
}

/** `20261126T150000`, as iCalendar writes it. */
export const basicText = (wall: Temporal.PlainDateTime): string =>
  wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
