import { describe, expect, it } from 'vitest';
import { type Move, moveReminderTo } from '#connectors/reminders/move-reminder-to.ts';
import { firstDue } from '#connectors/sdk/first-due.ts';
import { nextOccurrence } from '#connectors/sdk/next-occurrence.ts';
import type { NewSchedule } from '#contract/model/schedule.ts';

type Given = Partial<NewSchedule> & { startsAt: string };

/** The reminder as it stands at `now`, and what the move makes of it. */
function moved(given: Given, move: Partial<Move>, now = '2026-11-25T12:00:00.000Z'): NewSchedule | null {
  const schedule = { id: 'a', message: 'Stretch', timeZone: 'Europe/Lisbon', rrule: null, ...given };
  const reminder = { ...schedule, nextAt: firstDue(schedule, now), lastFiredAt: null };
  return moveReminderTo(reminder, { date: null, time: null, byMinutes: null, timeZone: schedule.timeZone, ...move });
}

describe('once', () => {
  const call = { startsAt: '2026-11-26T15:00:00' };
  it('takes another day and keeps its time', () => {
    expect(moved(call, { date: '2026-11-30' })).toMatchObject({ startsAt: '2026-11-30T15:00:00' });
  });
  it('takes another time and keeps its day', () => {
    expect(moved(call, { time: '09:05:30' })).toMatchObject({ startsAt: '2026-11-26T09:05:30' });
  });
  it('takes both', () => {
    expect(moved(call, { date: '2027-01-02', time: '00:00:00' })).toMatchObject({ startsAt: '2027-01-02T00:00:00' });
  });
  it('goes over midnight and back', () => {
    expect(moved(call, { byMinutes: 10 * 60 })).toMatchObject({ startsAt: '2026-11-27T01:00:00' });
    expect(moved(call, { byMinutes: -16 * 60 })).toMatchObject({ startsAt: '2026-11-25T23:00:00' });
  });
  it('is moved from where it was when it has passed already', () => {
    const late = moved(call, { byMinutes: 60 }, '2026-11-26T15:20:00.000Z');
    expect(late).toMatchObject({ startsAt: '2026-11-26T16:00:00' });
  });
});

describe('changes of the clocks', () => {
  const berlin = { timeZone: 'Europe/Berlin' };
  it('an hour after a time that the clock skips is an hour after it would have gone off', () => {
    const skipped = { ...berlin, startsAt: '2027-03-28T02:30:00' };
    expect(moved(skipped, { byMinutes: 60 })).toMatchObject({ startsAt: '2027-03-28T04:30:00' });
  });
  it('moved into the gap, it goes off when the clock has moved on', () => {
    const into = moved({ ...berlin, startsAt: '2027-03-27T02:30:00' }, { date: '2027-03-28' });
    expect(into && nextOccurrence(into, '2026-11-25T12:00:00Z')).toBe('2027-03-28T01:30:00.000Z');
  });
  it('an hour after the first of a time that comes twice is the next time on the clock', () => {
    const twice = { ...berlin, startsAt: '2027-10-31T02:30:00' };
    expect(moved(twice, { byMinutes: 60 })).toMatchObject({ startsAt: '2027-10-31T03:30:00' });
  });
  it('a day later stays nine o’clock', () => {
    const nine = { ...berlin, startsAt: '2027-03-27T09:00:00' };
    expect(moved(nine, { byMinutes: 24 * 60 })).toMatchObject({ startsAt: '2027-03-28T09:00:00' });
  });
});

describe('in another zone than the person’s', () => {
  const tokyo = { startsAt: '2026-11-27T08:00:00', timeZone: 'Asia/Tokyo' };
  it('takes date and time as the person means them', () => {
    const there = moved(tokyo, { time: '10:00:00', timeZone: 'Europe/Lisbon' });
    expect(there).toMatchObject({ startsAt: '2026-11-26T10:00:00', timeZone: 'Europe/Lisbon' });
  });
  it('keeps its own zone when it only goes later', () => {
    const later = moved(tokyo, { byMinutes: 30, timeZone: 'Europe/Lisbon' });
    expect(later).toMatchObject({ startsAt: '2026-11-27T08:30:00', timeZone: 'Asia/Tokyo' });
  });
});

describe('a series', () => {
  const daily = { startsAt: '2026-11-20T09:00:00', rrule: 'FREQ=DAILY' };
  it('goes on at another time from its next occurrence on', () => {
    expect(moved(daily, { time: '07:30:00' })).toMatchObject({ startsAt: '2026-11-26T07:30:00', rrule: 'FREQ=DAILY' });
  });
  it('keeps its days when only the time changes', () => {
    const weekdays = { startsAt: '2026-11-20T09:00:00', rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' };
    expect(moved(weekdays, { byMinutes: 15 })).toMatchObject({
      startsAt: '2026-11-26T09:15:00',
      rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    });
  });
  it('takes its weekday along', () => {
    const mondays = { startsAt: '2026-11-02T09:00:00', rrule: 'FREQ=WEEKLY;BYDAY=MO' };
    expect(moved(mondays, { date: '2026-12-01' })).toMatchObject({
      startsAt: '2026-12-01T09:00:00',
      rrule: 'FREQ=WEEKLY;BYDAY=TU',
    });
  });
  it('takes its day of the month along, to the end of a month too', () => {
    const first = { startsAt: '2026-12-01T09:00:00', rrule: 'FREQ=MONTHLY;BYMONTHDAY=1' };
    const last = moved(first, { date: '2026-12-31' });
    expect(last).toMatchObject({ startsAt: '2026-12-31T09:00:00', rrule: 'FREQ=MONTHLY;BYMONTHDAY=31' });
    expect(last && nextOccurrence(last, '2027-01-31T09:00:00Z')).toBe('2027-03-31T08:00:00.000Z');
  });
  it('takes its day of the year along', () => {
    const birthday = { startsAt: '2026-12-24T09:00:00', rrule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24' };
    expect(moved(birthday, { date: '2027-01-03' })).toMatchObject({ rrule: 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=3' });
  });
  it('does not fire on its former day as well', () => {
    const mondays = { startsAt: '2026-11-02T23:30:00', rrule: 'FREQ=WEEKLY;BYDAY=MO' };
    const later = moved(mondays, { byMinutes: 60 });
    expect(later).toMatchObject({ startsAt: '2026-12-01T00:30:00', rrule: 'FREQ=WEEKLY;BYDAY=TU' });
    expect(later && nextOccurrence(later, '2026-12-01T00:30:00Z')).toBe('2026-12-08T00:30:00.000Z');
  });
  it.each([
    ['every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['the second Tuesday', 'FREQ=MONTHLY;BYDAY=2TU'],
    ['the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['the 1st and the 15th', 'FREQ=MONTHLY;BYMONTHDAY=1,15'],
    ['a pattern with a position', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
  ])('that comes on %s does not follow to another day', (_what, rrule) => {
    expect(moved({ startsAt: '2026-11-02T09:00:00', rrule }, { date: '2026-12-03' })).toBeNull();
  });
  it('at several times of the day does not follow to one', () => {
    const twice = { startsAt: '2026-11-02T09:00:00', rrule: 'FREQ=DAILY;BYHOUR=9,21' };
    expect(moved(twice, { time: '10:00:00' })).toBeNull();
  });
});

describe('the end of a series', () => {
  const times = (schedule: NewSchedule | null, after = '2026-11-25T12:00:00.000Z'): string[] => {
    const next = schedule && nextOccurrence(schedule, after);
    return next === null ? [] : [next, ...times(schedule, next)];
  };
  it('of a count, what has been is counted off', () => {
    const five = { startsAt: '2026-11-23T18:00:00', rrule: 'FREQ=DAILY;COUNT=5' };
    const later = moved(five, { byMinutes: 30 });
    expect(later?.rrule).toBe('FREQ=DAILY;COUNT=3');
    expect(times(later)).toEqual(['2026-11-25T18:30:00.000Z', '2026-11-26T18:30:00.000Z', '2026-11-27T18:30:00.000Z']);
  });
  it.each([
    ['a date', '20261127', 'FREQ=DAILY;UNTIL=20261127'],
    ['a time', '20261127T180000', 'FREQ=DAILY;UNTIL=20261127T190000'],
    ['a moment', '20261127T180000Z', 'FREQ=DAILY;UNTIL=20261127T190000Z'],
  ])('until %s, as many come as before', (_what, until, rrule) => {
    const series = { startsAt: '2026-11-23T18:00:00', rrule: `FREQ=DAILY;UNTIL=${until}` };
    const later = moved(series, { byMinutes: 60 });
    expect(later?.rrule).toBe(rrule);
    expect(times(later)).toHaveLength(3);
  });
  it('moved to another day, the end moves as far', () => {
    const mondays = { startsAt: '2026-11-30T09:00:00', rrule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261214' };
    const tuesdays = moved(mondays, { date: '2026-12-01' });
    expect(tuesdays?.rrule).toBe('FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215');
    expect(times(tuesdays)).toHaveLength(3);
  });
});
