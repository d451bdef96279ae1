import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { shiftRule, shiftWall } from '#connectors/sdk/calendar/shift-rule.ts';
import { namedZone } from '#connectors/sdk/calendar/zone.ts';
import { readRule } from '#connectors/sdk/recurrence.ts';

const clock = namedZone('Europe/Lisbon');

function shifted(rrule: string, from: string, to: string, hasExceptions = false): string | null {
  const start = Temporal.PlainDateTime.from(from);
  return shiftRule(rrule, { start, movedStart: Temporal.PlainDateTime.from(to), clock }, hasExceptions);
}

describe('the rule of a series that moves', () => {
  it.each([
    ['FREQ=DAILY', '2026-11-23T09:00', '2026-11-25T10:00', 'FREQ=DAILY'],
    ['FREQ=WEEKLY', '2026-11-23T09:00', '2026-11-27T09:00', 'FREQ=WEEKLY'],
    ['FREQ=WEEKLY;BYDAY=MO', '2026-11-23T09:00', '2026-11-22T09:00', 'FREQ=WEEKLY;BYDAY=SU;WKST=SU'],
    ['FREQ=WEEKLY;BYDAY=MO,SU;WKST=SU', '2026-11-23T09:00', '2026-11-24T09:00', 'FREQ=WEEKLY;BYDAY=TU,MO;WKST=MO'],
    ['FREQ=MONTHLY;BYMONTHDAY=1', '2026-12-01T09:00', '2026-12-03T09:00', 'FREQ=MONTHLY;BYMONTHDAY=3'],
    ['FREQ=MONTHLY', '2026-12-15T09:00', '2026-12-10T09:00', 'FREQ=MONTHLY'],
    [
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=3',
      '2026-02-03T09:00',
      '2026-03-05T09:00',
      'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5',
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30T09:00', '2026-11-29T09:00', 'FREQ=MONTHLY;BYMONTHDAY=-2'],
    ['FREQ=DAILY;UNTIL=20261130', '2026-11-23T09:00', '2026-11-24T09:00', 'FREQ=DAILY;UNTIL=20261201'],
    ['FREQ=DAILY;UNTIL=20261130T090000Z', '2026-11-23T09:00', '2026-11-23T10:00', 'FREQ=DAILY;UNTIL=20261130T100000Z'],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27T09:00', '2026-11-27T10:00', 'FREQ=MONTHLY;BYDAY=-1FR'],
  ])('%s from %s to %s is %s', (rrule, from, to, expected) => {
    expect(shifted(rrule, from, to)).toBe(expected);
  });

  it.each([
    ['the last Friday, a day later', 'FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27T09:00', '2026-11-28T09:00'],
    ['the 31st, three days earlier', 'FREQ=MONTHLY', '2026-12-31T09:00', '2026-12-28T09:00'],
    ['the 28th, three days later', 'FREQ=MONTHLY;BYMONTHDAY=28', '2026-11-28T09:00', '2026-12-01T09:00'],
    ['the last day of the month, a day later', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30T09:00', '2026-12-01T09:00'],
    ['29 February, a day later', 'FREQ=YEARLY', '2028-02-29T09:00', '2028-03-01T09:00'],
    ['several hours of the day', 'FREQ=DAILY;BYHOUR=9,17', '2026-11-23T09:00', '2026-11-23T10:00'],
  ])('there is none for %s', (_what, rrule, from, to) => {
    expect(shifted(rrule, from, to)).toBeNull();
  });

  it('moves a date of the year over the end of February only without exceptions', () => {
    expect(shifted('FREQ=YEARLY', '2026-02-03T09:00', '2026-03-05T09:00')).toBe('FREQ=YEARLY');
    expect(shifted('FREQ=YEARLY', '2026-02-03T09:00', '2026-03-05T09:00', true)).toBeNull();
  });

  it('gives every time of the former one, as much later or earlier', () => {
    const day = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
    const weekly = fc
      .tuple(fc.uniqueArray(day, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 3 }), day, fc.nat(30))
      .map(
        ([days, every, wkst, count]) =>
          `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${days.join()};WKST=${wkst};COUNT=${count + 1}`,
      );
    const daily = fc.integer({ min: 1, max: 9 }).map((every) => `FREQ=DAILY;INTERVAL=${every}`);
    const monthly = fc.integer({ min: 1, max: 28 }).map((date) => `FREQ=MONTHLY;BYMONTHDAY=${date}`);
    const minutes = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(fc.oneof(weekly, daily, monthly), fc.nat(400), minutes, (rrule, days, shift) => {
        const any = Temporal.PlainDateTime.from('2026-01-01T09:30').add({ days });
        const start = readRule(any, rrule, clock.toWall)?.next(any.add({ minutes: 1 })) ?? any;
        const move = { start, movedStart: start.add({ minutes: shift }), clock };
        const rule = shiftRule(rrule, move, true);
        if (rule === null) return;
        const far = { years: 9 };
        const list = (from: Temporal.PlainDateTime, text: string) =>
          (readRule(from, text, clock.toWall)?.between(from, from.add(far), 80) ?? []).map(String);
        const before = readRule(start, rrule, clock.toWall)?.between(start, start.add(far), 80) ?? [];
        expect(list(move.movedStart, rule)).toEqual(before.map((wall) => shiftWall(wall, move).toString()));
      }),
      { numRuns: 60 },
    );
  });
});
