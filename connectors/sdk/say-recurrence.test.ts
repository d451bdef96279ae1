import { describe, expect, it } from 'vitest';
import type { View } from '#connectors/sdk/action.ts';
import { sayRecurrence } from '#connectors/sdk/say-recurrence.ts';

const view: View = { now: '2026-11-25T12:00:00.000Z', timeZone: 'Europe/Lisbon', locale: 'en-GB' };
const say = (rrule: string, startsAt = '2026-12-01T09:00:00', timeZone = 'Europe/Lisbon') =>
  sayRecurrence({ startsAt, timeZone, rrule }, view);
const itsOwn = 'again and again, in a pattern of its own';

it.each([
  ['FREQ=HOURLY', 'every hour'],
  ['FREQ=HOURLY;INTERVAL=8', 'every 8 hours'],
  ['FREQ=DAILY', 'every day'],
  ['FREQ=DAILY;INTERVAL=2', 'every 2 days'],
  ['FREQ=WEEKLY', 'every Tuesday'],
  ['FREQ=WEEKLY;BYDAY=TH', 'every Thursday'],
  ['FREQ=WEEKLY;BYDAY=MO,WE,FR', 'every Monday, Wednesday and Friday'],
  ['FREQ=WEEKLY;BYDAY=FR,MO,TU,TH,WE', 'every weekday'],
  ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
  ['FREQ=DAILY;BYDAY=SA,SU', 'every Saturday and Sunday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'every 2 weeks on Tuesday'],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;WKST=SU',
    'every 2 weeks on Monday, Tuesday, Wednesday, Thursday and Friday',
  ],
  ['FREQ=MONTHLY', 'every month on the 1st'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'every month on the 1st and the 15th'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day'],
  ['FREQ=MONTHLY;BYMONTHDAY=-2', 'every month on the 2nd last day'],
  ['FREQ=MONTHLY;BYDAY=2TU', 'every month on the 2nd Tuesday'],
  ['FREQ=MONTHLY;BYDAY=+3WE', 'every month on the 3rd Wednesday'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Friday'],
  ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=22', 'every 3 months on the 22nd'],
  ['FREQ=YEARLY', 'every year on 1 December'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'every year on 29 February'],
  ['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', 'every year on the 4th Thursday of November'],
])('%s is %s', (rrule, said) => {
  expect(say(rrule)).toBe(said);
});

it.each([
  [1, 'st'],
  [2, 'nd'],
  [3, 'rd'],
  [4, 'th'],
  [11, 'th'],
  [12, 'th'],
  [13, 'th'],
  [21, 'st'],
  [22, 'nd'],
  [23, 'rd'],
  [31, 'st'],
])('the day %i ends in “%s”', (day, ending) => {
  expect(say(`FREQ=MONTHLY;BYMONTHDAY=${day}`)).toBe(`every month on the ${day}${ending}`);
});

describe('its end', () => {
  it.each([
    ['FREQ=DAILY;COUNT=3', 'every day, 3 times'],
    ['FREQ=DAILY;COUNT=1', 'every day, once'],
    ['FREQ=WEEKLY;UNTIL=20261218', 'every Tuesday, until Friday 18 December'],
    ['FREQ=WEEKLY;UNTIL=20270105T090000', 'every Tuesday, until Tuesday 5 January 2027'],
  ])('%s is %s', (rrule, said) => {
    expect(say(rrule)).toBe(said);
  });
  it('in UTC is a day of the series’ own zone', () => {
    expect(say('FREQ=DAILY;UNTIL=20261218T230000Z', '2026-12-01T09:00:00', 'Asia/Tokyo')).toBe(
      'every day, until Saturday 19 December',
    );
  });
});

describe('what would take longer to say than it helps', () => {
  it.each([
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    'FREQ=MONTHLY;BYDAY=MO',
    'FREQ=YEARLY;BYMONTH=1,7',
    'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1',
    'FREQ=DAILY;BYHOUR=9,21',
    'FREQ=DAILY;BYMONTH=6',
    'FREQ=HOURLY;BYDAY=MO',
    'FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8',
    'FREQ=SECONDLY',
  ])('%s', (rrule) => {
    expect(say(rrule)).toBe(itsOwn);
  });
});

it('reads a start that is only a date', () => {
  expect(say('FREQ=YEARLY', '2026-06-10')).toBe('every year on 10 June');
});
