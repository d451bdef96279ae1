import { describe, expect, it } from 'vitest';
import { partsOfRule, RecurrenceSchema } from '#connectors/sdk/recurrence-schema.ts';

describe('a rule that can be kept', () => {
  it.each([
    'FREQ=HOURLY;INTERVAL=8',
    'FREQ=DAILY',
    'FREQ=DAILY;COUNT=10',
    'FREQ=DAILY;UNTIL=20261218',
    'FREQ=DAILY;UNTIL=20261218T090000',
    'FREQ=DAILY;UNTIL=20261218T090000Z',
    'FREQ=DAILY;BYHOUR=9,21;BYMINUTE=0,30',
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;WKST=SU',
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    'FREQ=YEARLY;BYDAY=20MO',
    'COUNT=3;FREQ=DAILY',
  ])('%s', (rrule) => {
    expect(RecurrenceSchema.parse(rrule)).toBe(rrule);
  });
});

describe('what cannot be kept is refused in plain words', () => {
  it.each([
    ['nothing', ''],
    ['a word', 'sometimes'],
    ['no frequency', 'COUNT=3'],
    ['the prefix', 'RRULE:FREQ=DAILY'],
    ['a second line', 'FREQ=DAILY\nDTSTART:20260101'],
    ['a frequency faster than hourly', 'FREQ=MINUTELY'],
    ['a part that nobody can say', 'FREQ=DAILY;BYSECOND=3'],
    ['a part twice', 'FREQ=DAILY;FREQ=WEEKLY'],
    ['an empty part', 'FREQ=DAILY;'],
    ['two ends', 'FREQ=DAILY;COUNT=3;UNTIL=20261201'],
    ['no step', 'FREQ=DAILY;INTERVAL=0'],
    ['no times', 'FREQ=DAILY;COUNT=0'],
    ['a step into the next millennium', 'FREQ=YEARLY;INTERVAL=1000'],
    ['an end that is no date', 'FREQ=DAILY;UNTIL=20260231'],
    ['an hour that is none', 'FREQ=DAILY;BYHOUR=24'],
    ['a minute that is none', 'FREQ=DAILY;BYMINUTE=60'],
    ['a day that no month has', 'FREQ=MONTHLY;BYMONTHDAY=32'],
    ['a day zero', 'FREQ=MONTHLY;BYMONTHDAY=0'],
    ['a month that is none', 'FREQ=YEARLY;BYMONTH=13'],
    ['a sixth Monday', 'FREQ=MONTHLY;BYDAY=6MO'],
    ['a second Monday of a week', 'FREQ=WEEKLY;BYDAY=2MO'],
    ['a day of the month in a week', 'FREQ=WEEKLY;BYMONTHDAY=3'],
    ['a position in nothing', 'FREQ=MONTHLY;BYSETPOS=1'],
    ['30 February', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
    ['31 April', 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31'],
  ])('%s', (_what, rrule) => {
    const parsed = RecurrenceSchema.safeParse(rrule);
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['It can’t repeat like that.']);
  });

  it('a very long one, at once', () => {
    expect(RecurrenceSchema.safeParse(`FREQ=MONTHLY;BYMONTHDAY=${'1,'.repeat(50_000)}1`).success).toBe(false);
  });
});

it('tells its parts by name', () => {
  expect([...partsOfRule('FREQ=WEEKLY;byday=MO,TU')]).toEqual([
    ['FREQ', 'WEEKLY'],
    ['BYDAY', 'MO,TU'],
  ]);
});
