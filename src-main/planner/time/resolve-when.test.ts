import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { tokenise } from '#main/planner/text/tokenise.ts';
import { type Clock, readClock } from '#main/planner/time/clock.ts';
import { findTimePhrases } from '#main/planner/time/find-time-phrases.ts';
import { resolveWhen } from '#main/planner/time/resolve-when.ts';
import type { WhenHabits } from '#main/planner/time/when.ts';
import { merged, type WhenParts } from '#main/planner/time/when-parts.ts';
import { isProblem } from '#main/planner/time/when-problem.ts';

const NOON_ON_WEDNESDAY = { now: '2026-11-25T12:00:00Z', timeZone: 'Europe/Lisbon', locale: 'en-GB' };
const AT_NINE: WhenHabits = {
  habit: 'any',
  allDay: false,
  usualTime: new Temporal.PlainTime(9),
  soonest: true,
  aheadOnly: false,
};

/** `2026-11-26T15:00`, with its end behind a slash and its rule behind a space; or the problem. */
function resolve(text: string, clock: Clock, habits = AT_NINE): string {
  const said = findTimePhrases(tokenise(text), clock).reduce<WhenParts>((all, one) => merged(all, one.said) ?? all, {});
  const when = resolveWhen(said, habits, clock);
  if (isProblem(when)) return when.problem;
  const rule = when.rrule === null ? '' : ` ${when.rrule}`;
  if (when.kind === 'days') return `${when.first}/${when.last}${rule}`;
  const [start, end] = [when.start, when.end].map((wall) => wall?.toString({ smallestUnit: 'minute' }));
  return end === undefined ? `${start}${rule}` : `${start}/${end}${rule}`;
}

describe('said on Wednesday 25 November 2026 at noon in Lisbon', () => {
  const clock = readClock(NOON_ON_WEDNESDAY);
  test.each([
    ['on Thursday at 3pm', '2026-11-26T15:00'],
    ['Thursday 3pm', '2026-11-26T15:00'],
    ['at 3pm on Thursday', '2026-11-26T15:00'],
    ['on Wednesday at 3pm', '2026-12-02T15:00'],
    ['this Wednesday at 3pm', '2026-11-25T15:00'],
    ['next Wednesday at 3pm', '2026-12-02T15:00'],
    ['next Monday', '2026-11-30T09:00'],
    ['next Thursday', '2026-12-03T09:00'],
    ['Monday week at 10', '2026-12-07T10:00'],
    ['a week on Friday', '2026-12-04T09:00'],
    ['today at 5', '2026-11-25T17:00'],
    ['today at 11', '2026-11-25T23:00'],
    ['tomorrow', '2026-11-26T09:00'],
    ['the day after tomorrow at noon', '2026-11-27T12:00'],
    ['tonight', '2026-11-25T20:00'],
    ['tonight at 9', '2026-11-25T21:00'],
    ['tomorrow morning', '2026-11-26T09:00'],
    ['tomorrow afternoon at 4', '2026-11-26T16:00'],
    ['on Friday evening', '2026-11-27T19:00'],
    ['in the morning', '2026-11-26T09:00'],
    ['at 5 in the morning', '2026-11-26T05:00'],
    ['at midnight tonight', '2026-11-26T00:00'],
    ['at 3', '2026-11-25T15:00'],
    ['at 11', '2026-11-25T23:00'],
    ['at 12', '2026-11-26T12:00'],
    ['at 15:30', '2026-11-25T15:30'],
    ['at 3.30pm', '2026-11-25T15:30'],
    ['at half past three', '2026-11-25T15:30'],
    ['at half 3 pm', '2026-11-25T15:30'],
    ['at quarter to 5', '2026-11-25T16:45'],
    ['at ten past four', '2026-11-25T16:10'],
    ['at 430pm', '2026-11-25T16:30'],
    ['at 1800 hours', '2026-11-25T18:00'],
    ['in 20 minutes', '2026-11-25T12:20'],
    ['in half an hour', '2026-11-25T12:30'],
    ['in an hour and a half', '2026-11-25T13:30'],
    ['in 2 hours', '2026-11-25T14:00'],
    ['in 3 days', '2026-11-28T09:00'],
    ['in two weeks at 10', '2026-12-09T10:00'],
    ['16 days from 2 December', '2026-12-18T09:00'],
    ['3 days after 12 January', '2027-01-15T09:00'],
    ['on 4 July of 2028', '2028-07-04T09:00'],
    ['today at 9p', '2026-11-25T21:00'],
    ['at six forty-three in the evening', '2026-11-25T18:43'],
    ['in a month', '2026-12-25T09:00'],
    ['on the 5th', '2026-12-05T09:00'],
    ['on the 25th at 3pm', '2026-11-25T15:00'],
    ['on 26 November', '2026-11-26T09:00'],
    ['on November 26th', '2026-11-26T09:00'],
    ['on 3 March', '2027-03-03T09:00'],
    ['on march seven', '2027-03-07T09:00'],
    ['on 29 February', '2028-02-29T09:00'],
    ['on 3/12', '2026-12-03T09:00'],
    ['on 3/12/2027 at 8:15', '2027-12-03T08:15'],
    ['on 2027-01-31', '2027-01-31T09:00'],
    ['on Christmas Eve at 6pm', '2026-12-24T18:00'],
    ['on New Year’s Day', '2027-01-01T09:00'],
    ['at the end of the month', '2026-11-30T09:00'],
    ['on Thursday next week', '2026-12-03T09:00'],
    ['on Thursday from 2 to 4', '2026-11-26T14:00/2026-11-26T16:00'],
    ['on Thursday 10-11:30', '2026-11-26T10:00/2026-11-26T11:30'],
    ['on Thursday at 3 for 90 minutes', '2026-11-26T15:00/2026-11-26T16:30'],
    ['on Thursday from 22:00 to 2:00', '2026-11-26T22:00/2026-11-27T02:00'],
    ['from Monday to Friday', '2026-11-30/2026-12-04'],
    ['from 3 to 10 December', '2026-12-03/2026-12-10'],
    ['on Friday for 3 days', '2026-11-27/2026-11-29'],
    ['all day on Friday', '2026-11-27/2026-11-27'],
    ['yesterday at 3pm', '2026-11-24T15:00'],
    ['on Thursday, no, Friday at 3', '2026-11-27T15:00'],
    ['every day', '2026-11-26T09:00 FREQ=DAILY'],
    ['every day at 3pm', '2026-11-25T15:00 FREQ=DAILY'],
    ['every Monday', '2026-11-30T09:00 FREQ=WEEKLY;BYDAY=MO'],
    ['on Mondays and Thursdays at 6pm', '2026-11-26T18:00 FREQ=WEEKLY;BYDAY=MO,TH'],
    ['every weekday at 8', '2026-11-26T08:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['every other Friday', '2026-11-27T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    ['every two weeks on Tuesday', '2026-12-01T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
    ['on the 1st of every month', '2026-12-01T09:00 FREQ=MONTHLY;BYMONTHDAY=1'],
    ['on the 31st of every month', '2026-12-31T09:00 FREQ=MONTHLY;BYMONTHDAY=31'],
    ['on the last Friday of every month', '2026-11-27T09:00 FREQ=MONTHLY;BYDAY=-1FR'],
    ['every 3 months on the 2nd', '2026-12-02T09:00 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=2'],
    ['every year on 4 May', '2027-05-04T09:00 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4'],
    ['every hour', '2026-11-25T13:00 FREQ=HOURLY'],
    ['every day at 9 for 10 days', '2026-11-26T09:00 FREQ=DAILY;COUNT=10'],
    ['every day at 9 10 times', '2026-11-26T09:00 FREQ=DAILY;COUNT=10'],
    ['every Tuesday until 15 December', '2026-12-01T09:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T090000Z'],
    ['every day from Monday', '2026-11-30T09:00 FREQ=DAILY'],
    ['every 20 minutes', 'too-often'],
    ['next week', 'day-within'],
    ['this weekend', 'day-within'],
    ['on Thursday or Friday', 'which-day'],
    ['on Friday 26 November', 'days-differ'],
    ['on Friday at 7', 'which-half'],
    ['today', 'no-time'],
    ['whenever', 'no-day'],
    ['on 4 May 2500', 'too-far'],
  ])('“%s” is %s', (text, wanted) => {
    expect(resolve(text, clock)).toBe(wanted);
  });

  test('a time that has passed is one only where it has to come', () => {
    expect(resolve('today at 8am', clock)).toBe('2026-11-25T08:00');
    expect(resolve('today at 8am', clock, { ...AT_NINE, aheadOnly: true })).toBe('passed');
  });

  test('a bare hour is in the half of the day in which such things are', () => {
    expect(resolve('on Friday at 7', clock, { ...AT_NINE, habit: 'evening' })).toBe('2026-11-27T19:00');
    expect(resolve('on Friday at 7', clock, { ...AT_NINE, habit: 'morning' })).toBe('2026-11-27T07:00');
  });

  test('a thing that takes whole days needs no time', () => {
    expect(resolve('next week', clock, { ...AT_NINE, allDay: true })).toBe('2026-11-30/2026-12-06');
    expect(resolve('every year on 4 May', clock, { ...AT_NINE, allDay: true })).toBe(
      '2027-05-04/2027-05-04 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4',
    );
  });
});

describe('over a change of the clocks', () => {
  const beforeSpring = readClock({ now: '2027-03-27T20:00:00Z', timeZone: 'Europe/Lisbon', locale: 'en-GB' });
  const beforeAutumn = readClock({ now: '2026-10-24T22:00:00Z', timeZone: 'Europe/Lisbon', locale: 'en-GB' });

  test('a time that the clocks leave out moves forward with them', () => {
    expect(resolve('tomorrow at 1:30am', beforeSpring)).toBe('2027-03-28T02:30');
  });

  test('“in 6 hours” is six hours later, whatever the clock shows', () => {
    expect(resolve('in 6 hours', beforeSpring)).toBe('2027-03-28T03:00');
    expect(resolve('in 6 hours', beforeAutumn)).toBe('2026-10-25T04:00');
  });

  test('nine o’clock tomorrow is nine o’clock', () => {
    expect(resolve('tomorrow at 9am', beforeSpring)).toBe('2027-03-28T09:00');
    expect(resolve('every day at 9am', beforeAutumn)).toBe('2026-10-25T09:00 FREQ=DAILY');
  });

  test('the end of a rule is the moment in UTC that its last day has then', () => {
    expect(resolve('every day at 9am until 1 July', beforeSpring)).toBe(
      '2027-03-28T09:00 FREQ=DAILY;UNTIL=20270701T080000Z',
    );
  });
});

describe('elsewhere', () => {
  test('the day is the one that the person’s own clock shows', () => {
    const tokyo = readClock({ now: '2026-11-25T20:00:00Z', timeZone: 'Asia/Tokyo', locale: 'en-GB' });
    expect(resolve('today at 3pm', tokyo)).toBe('2026-11-26T15:00');
  });

  test('an American writes the month first', () => {
    const american = readClock({ ...NOON_ON_WEDNESDAY, locale: 'en-US' });
    expect(resolve('on 3/12', american)).toBe('2027-03-12T09:00');
    expect(resolve('on 12/3', american)).toBe('2026-12-03T09:00');
  });
});
