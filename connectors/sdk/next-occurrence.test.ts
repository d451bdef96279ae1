import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { nextOccurrence } from '#connectors/sdk/next-occurrence.ts';

type Repeating = { startsAt: string; timeZone: string; rrule: string | null };

function firstTimes(repeating: Repeating, after: string, count: number): string[] {
  const times: string[] = [];
  let here: string | null = after;
  while (times.length < count) {
    here = nextOccurrence(repeating, here);
    if (here === null) break;
    times.push(here);
  }
  return times;
}

const long = '1990-01-01T00:00:00.000Z';

describe('once', () => {
  const once = { startsAt: '2026-11-26T15:00:00', timeZone: 'Europe/Lisbon', rrule: null };
  it('is due at its time, and never after', () => {
    expect(nextOccurrence(once, '2026-11-26T14:59:59.999Z')).toBe('2026-11-26T15:00:00.000Z');
    expect(nextOccurrence(once, '2026-11-26T15:00:00.000Z')).toBeNull();
  });
  it('reads a moment with an offset', () => {
    expect(nextOccurrence(once, '2026-11-26T20:00:00+05:30')).toBe('2026-11-26T15:00:00.000Z');
  });
  it('moves a time that the clock skips forward', () => {
    const skipped = { startsAt: '2026-03-29T02:30:00', timeZone: 'Europe/Berlin', rrule: null };
    expect(nextOccurrence(skipped, long)).toBe('2026-03-29T01:30:00.000Z');
  });
  it('takes the first of a time that comes twice', () => {
    const twice = { startsAt: '2026-10-25T02:30:00', timeZone: 'Europe/Berlin', rrule: null };
    expect(nextOccurrence(twice, long)).toBe('2026-10-25T00:30:00.000Z');
  });
});

describe('changes of the clocks', () => {
  it('keeps nine o’clock in New York', () => {
    const daily = { startsAt: '2026-03-06T09:00:00', timeZone: 'America/New_York', rrule: 'FREQ=DAILY' };
    expect(firstTimes(daily, long, 4)).toEqual([
      '2026-03-06T14:00:00.000Z',
      '2026-03-07T14:00:00.000Z',
      '2026-03-08T13:00:00.000Z',
      '2026-03-09T13:00:00.000Z',
    ]);
  });
  it('moves only the skipped day forward', () => {
    const daily = { startsAt: '2026-03-28T02:30:00', timeZone: 'Europe/Berlin', rrule: 'FREQ=DAILY' };
    expect(firstTimes(daily, long, 3)).toEqual([
      '2026-03-28T01:30:00.000Z',
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
  });
  it('finds a moved time also when asked between the gap and it', () => {
    const daily = { startsAt: '2026-03-28T02:30:00', timeZone: 'Europe/Berlin', rrule: 'FREQ=DAILY' };
    expect(nextOccurrence(daily, '2026-03-29T01:10:00.000Z')).toBe('2026-03-29T01:30:00.000Z');
  });
  it('is due once in the night that has an hour twice', () => {
    const daily = { startsAt: '2026-10-24T02:30:00', timeZone: 'Europe/Berlin', rrule: 'FREQ=DAILY' };
    expect(firstTimes(daily, long, 3)).toEqual([
      '2026-10-24T00:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });
  it('is due once where two wall times fall on one moment', () => {
    const twice = {
      startsAt: '2026-03-29T02:30:00',
      timeZone: 'Europe/Berlin',
      rrule: 'FREQ=DAILY;BYHOUR=2,3;BYMINUTE=30',
    };
    expect(firstTimes(twice, long, 2)).toEqual(['2026-03-29T01:30:00.000Z', '2026-03-30T00:30:00.000Z']);
  });
  it('moves over the day that Samoa left out', () => {
    const daily = { startsAt: '2011-12-29T09:00:00', timeZone: 'Pacific/Apia', rrule: 'FREQ=DAILY' };
    expect(firstTimes(daily, long, 3)).toEqual([
      '2011-12-29T19:00:00.000Z',
      '2011-12-30T19:00:00.000Z',
      '2011-12-31T19:00:00.000Z',
    ]);
  });
  it('needs no change of clocks in Kolkata', () => {
    const daily = { startsAt: '2026-11-24T09:00:00', timeZone: 'Asia/Kolkata', rrule: 'FREQ=DAILY;COUNT=2' };
    expect(firstTimes(daily, long, 5)).toEqual(['2026-11-24T03:30:00.000Z', '2026-11-25T03:30:00.000Z']);
  });
});

describe('months', () => {
  const days = (rrule: string, startsAt: string, count = 5) =>
    firstTimes({ startsAt, timeZone: 'UTC', rrule }, long, count).map((time) => time.slice(0, 10));
  it('the 31st comes only in months that have one', () => {
    expect(days('FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31T09:00:00')).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
      '2026-07-31',
      '2026-08-31',
    ]);
  });
  it('the last day is the last day', () => {
    expect(days('FREQ=MONTHLY;BYMONTHDAY=-1', '2028-01-31T09:00:00', 3)).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
    ]);
  });
  it('the 1st of every month', () => {
    expect(days('FREQ=MONTHLY;BYMONTHDAY=1', '2026-12-01T09:00:00', 3)).toEqual([
      '2026-12-01',
      '2027-01-01',
      '2027-02-01',
    ]);
  });
  it('the second Tuesday and the last Friday', () => {
    expect(days('FREQ=MONTHLY;BYDAY=2TU', '2026-12-08T09:00:00', 2)).toEqual(['2026-12-08', '2027-01-12']);
    expect(days('FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27T09:00:00', 2)).toEqual(['2026-11-27', '2026-12-25']);
  });
  it('29 February', () => {
    expect(days('FREQ=YEARLY', '2024-02-29T09:00:00', 2)).toEqual(['2024-02-29', '2028-02-29']);
  });
  it('weekdays', () => {
    expect(days('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-26T09:00:00', 4)).toEqual([
      '2026-11-26',
      '2026-11-27',
      '2026-11-30',
      '2026-12-01',
    ]);
  });
});

describe('ends', () => {
  const left = (rrule: string, timeZone = 'America/New_York') =>
    firstTimes({ startsAt: '2026-11-24T20:00:00', timeZone, rrule }, long, 50).length;
  it('COUNT counts the start', () => expect(left('FREQ=DAILY;COUNT=3')).toBe(3));
  it('UNTIL as a date lasts to its end', () => expect(left('FREQ=DAILY;UNTIL=20261126')).toBe(3));
  it('UNTIL in UTC is read in the zone', () => {
    expect(left('FREQ=DAILY;UNTIL=20261127T010000Z')).toBe(3);
    expect(left('FREQ=DAILY;UNTIL=20261127T005959Z')).toBe(2);
  });
  it('UNTIL without zone is wall time', () => expect(left('FREQ=DAILY;UNTIL=20261126T200000')).toBe(3));
  it('a rule that never comes ends after its start', () => expect(left('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')).toBe(1));
  it('a rule that cannot be read ends after its start', () => expect(left('FREQ=SOMETIMES')).toBe(1));
  it('a count is kept when asked in the middle', () => {
    const daily = { startsAt: '2026-11-24T09:00:00', timeZone: 'UTC', rrule: 'FREQ=DAILY;COUNT=3' };
    expect(firstTimes(daily, '2026-11-25T12:00:00.000Z', 5)).toEqual(['2026-11-26T09:00:00.000Z']);
  });
});

it('is always later, keeps its wall time, and leaves no occurrence out', () => {
  const zones = [
    'Europe/Lisbon',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'America/Santiago',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      fc.integer({ min: 0, max: 365 * 24 * 60 }),
      (timeZone, hour, minute, minutes) => {
        const startsAt = Temporal.PlainDateTime.from({ year: 2026, month: 1, day: 1, hour, minute });
        const after = Temporal.Instant.from('2026-01-02T00:00:00Z').add({ minutes });
        const next = nextOccurrence(
          { startsAt: startsAt.toString({ smallestUnit: 'second' }), timeZone, rrule: 'FREQ=DAILY' },
          after.toString(),
        );
        const found = Temporal.Instant.from(next ?? '').toZonedDateTimeISO(timeZone);
        expect(Temporal.Instant.compare(found.toInstant(), after)).toBe(1);
        const wanted = found.toPlainDate().toPlainDateTime(startsAt.toPlainTime());
        expect(wanted.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).equals(found)).toBe(true);
        expect(found.toInstant().since(after).total('hours')).toBeLessThanOrEqual(25.5);
      },
    ),
    { numRuns: 150 },
  );
});
