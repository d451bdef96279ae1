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
  const first = start.toZonedDateTime('UTC');
  const read = (includeDtstart: boolean) =>
    new RRuleTemporal({
      rruleString: `RRULE:${untilAsWall(rrule, toWall)}`,
      dtstart: first,
      tzid: 'UTC',
      includeDtstart,
      temporal: Temporal,
    });
  const rule = quietly(() => {
    const plain = read(false);
    // Only where the rule itself doesn't give the start it has to be counted in, which makes the library slow.
    return plain.between(first, first, true).length > 0 ? plain : read(true);
  });
  if (rule === null) return null;

  const next = (from: Temporal.PlainDateTime, inclusive: boolean) =>
    quietly(() => rule.next(from.toZonedDateTime('UTC'), inclusive)?.toPlainDateTime() ?? null);

  return {
    next: (from) => next(from, true),
    between(from, to, most) {
      const found: Temporal.PlainDateTime[] = [];
      let days = FIRST_STRETCH_IN_DAYS;
      for (let here = from; found.length < most && Temporal.PlainDateTime.compare(here, to) <= 0; ) {
        const end = earlierOf(here.add({ days }), to);
        const some = quietly(() => rule.between(here.toZonedDateTime('UTC'), end.toZonedDateTime('UTC'), true));
        if (some === null) break;
        for (const each of some) found.push(each.toPlainDateTime());
        if (some.length < FEW) days *= 4;
        here = end.add({ milliseconds: 1 });
      }
      return found.slice(0, most);
    },
  };
}

/** A rule that never stops is asked for stretch after stretch, longer ones where it comes seldom. */
const FIRST_STRETCH_IN_DAYS = 32;
const FEW = 64;

const earlierOf = (a: Temporal.PlainDateTime, b: Temporal.PlainDateTime): Temporal.PlainDateTime =>
  Temporal.PlainDateTime.compare(a, b) < 0 ? a : b;

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
