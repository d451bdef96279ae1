import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readRule } from '#connectors/sdk/recurrence.ts';

const toWall = (moment: Temporal.Instant) => moment.toZonedDateTimeISO('UTC').toPlainDateTime();
const at = (text: string) => Temporal.PlainDateTime.from(text);

function list(start: string, rrule: string, from: string, to: string, most = 100): string[] {
  return (readRule(at(start), rrule, toWall)?.between(at(from), at(to), most) ?? []).map(String);
}

describe('the occurrences of a rule', () => {
  it('begin with the start, also when the rule would not give it', () => {
    const thursdayToo = list('2026-11-26T09:00', 'FREQ=WEEKLY;BYDAY=MO;COUNT=3', '2026-01-01', '2027-01-01');
    expect(thursdayToo.slice(0, 2)).toEqual(['2026-11-26T09:00:00', '2026-11-30T09:00:00']);
  });

  it('come to the count, however long it is', () => {
    const all = list('2020-01-01T09:00', 'FREQ=DAILY;COUNT=9999', '2047-05-16', '2050-01-01');
    expect(all).toEqual(['2047-05-16T09:00:00', '2047-05-17T09:00:00']);
  });

  it('are at most as many as wanted, and none where the rule never comes', () => {
    expect(list('1970-01-01T00:00', 'FREQ=HOURLY', '2026-01-01', '2090-01-01', 3)).toHaveLength(3);
    expect(list('2026-03-01T09:00', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-03-02', '2226-01-01')).toEqual([]);
  });

  it('are the same in one go as one after the other', () => {
    const rules = fc.constantFrom(
      'FREQ=HOURLY;INTERVAL=7',
      'FREQ=DAILY;COUNT=50',
      'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SA',
      'FREQ=MONTHLY;BYDAY=-1FR',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      'FREQ=YEARLY;UNTIL=20400101T000000Z',
    );
    const start = at('2026-01-05T09:30');
    fc.assert(
      fc.property(rules, fc.nat(2000), fc.nat(1500), fc.integer({ min: 1, max: 40 }), (rrule, since, length, most) => {
        const rule = readRule(start, rrule, toWall);
        const from = start.subtract({ hours: 30 }).add({ hours: since });
        const to = from.add({ days: length, milliseconds: 500 });
        const walked: string[] = [];
        let here = rule?.next(from) ?? null;
        while (here !== null && Temporal.PlainDateTime.compare(here, to) <= 0 && walked.length < most) {
          walked.push(here.toString());
          here = rule?.next(here.add({ seconds: 1 })) ?? null;
        }
        expect(rule?.between(from, to, most).map(String)).toEqual(walked);
      }),
    );
  });
});
