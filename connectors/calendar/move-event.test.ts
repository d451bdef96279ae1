import { afterEach, describe, expect, it } from 'vitest';
import { fixture, openCalendar, type TriedCalendar, timeZone } from '#connectors/calendar/tried-calendar.testsuite.ts';

let calendar: TriedCalendar;
afterEach(() => calendar.close());

const standup = {
  title: 'Standup',
  startsAt: '2026-11-23T09:00:00',
  endsAt: '2026-11-23T09:15:00',
  rrule: 'FREQ=WEEKLY;BYDAY=MO,WE,FR',
};

async function openWith(input: object): Promise<string> {
  calendar = await openCalendar();
  return calendar.create(input);
}

const move = (uid: string, input: object) => calendar.act('move-event', { uid, timeZone, ...input });
const week = () => calendar.lines('2026-11-23', '2026-12-01');

describe('an event', () => {
  it('keeps its length over a change of the clocks', async () => {
    const uid = await openWith({
      title: 'Night train',
      startsAt: '2026-10-24T23:00:00',
      endsAt: '2026-10-25T07:00:00',
    });
    await move(uid, { date: '2026-10-31' });
    expect(await calendar.lines('2026-10-24', '2026-11-02')).toEqual([
      'Saturday 31 October, 23:00 to Sunday 1 November, 08:00: “Night train”',
    ]);
  });

  it('moves by exact time, also into the hour that comes twice', async () => {
    const uid = await openWith({ title: 'Call', startsAt: '2026-10-25T00:30:00', endsAt: '2026-10-25T00:45:00' });
    await move(uid, { byMinutes: 120 });
    expect(await calendar.text()).toContain('DTSTART:20261025T013000Z');
    expect(await calendar.lines('2026-10-25', '2026-10-26')).toEqual(['Sunday 25 October, 01:30–01:45: “Call”']);
  });

  it('without an end lasts an hour, also where an hour comes twice or not at all', async () => {
    await openWith({ title: 'Twice', startsAt: '2026-10-25T01:30:00' });
    await calendar.create({ title: 'Never', startsAt: '2027-03-28T01:30:00' });
    expect(await calendar.lines('2026-10-25', '2026-10-26')).toEqual(['Sunday 25 October, 01:30–02:30: “Twice”']);
    expect(await calendar.lines('2027-03-28', '2027-03-29')).toEqual(['Sunday 28 March 2027, 02:30–03:30: “Never”']);
  });

  it('in another zone moves on the person’s clock and stays in its zone', async () => {
    const uid = await openWith({ title: 'Kyoto', startsAt: '2026-11-27T00:30:00', timeZone: 'Asia/Tokyo' });
    await move(uid, { time: '16:00:00' });
    expect(await calendar.text()).toContain('DTSTART;TZID=Asia/Tokyo:20261127T010000');
    expect(await week()).toEqual(['Thursday 26 November, 16:00–17:00 (01:00–02:00 Tokyo time): “Kyoto”']);
  });

  it('in UTC and one without a zone stay so', async () => {
    calendar = await openCalendar(fixture('google-export.ics'));
    await move('0a1b2c3d4e5f@google.example', { byMinutes: 30 });
    expect(await calendar.text()).toContain('DTSTART:20261126T153000Z\r\nDTEND:20261126T163000Z\r\n');

    await calendar.write(fixture('apple-export.ics'));
    await move('5F0E3C1B-7C0D-4B7E-8A35-6C3C5C9F0003', { date: '2026-11-29', time: '17:00:00' });
    expect(await calendar.text()).toContain('DTSTART:20261129T170000\r\nDURATION:PT2H30M\r\n');
  });

  it('of a whole day becomes an hour when it is given a time', async () => {
    const uid = await openWith({ title: 'Dentist', startsAt: '2026-11-26' });
    const done = await move(uid, { date: '2026-11-27', time: '15:00:00' });
    expect(await week()).toEqual(['Friday 27 November, 15:00–16:00: “Dentist”']);
    expect(await calendar.text()).toContain('TZID:Europe/Lisbon');
    await done.undo();
    expect(await week()).toEqual(['Thursday 26 November, all day: “Dentist”']);
    expect(await calendar.text()).not.toContain('Lisbon');
  });

  it.each([
    ['to where it is', { time: '15:00:00' }, '“Dentist” is at that time already.'],
    ['nowhere', {}, 'Say either a new date or time, or how much earlier or later.'],
    ['in two ways at once', { time: '16:00:00', byMinutes: 5 }, 'Say either a new date or time'],
    ['by nothing', { byMinutes: 0 }, 'That is no change.'],
  ])('cannot move %s', async (_where, input, sentence) => {
    const uid = await openWith({ title: 'Dentist', startsAt: '2026-11-26T15:00:00' });
    await expect(move(uid, input)).rejects.toThrow(sentence);
  });

  it('of several days has no time of day', async () => {
    const uid = await openWith({ title: 'Holiday', startsAt: '2026-11-26', endsAt: '2026-11-29' });
    await expect(move(uid, { time: '10:00:00' })).rejects.toThrow('lasts several days');
    await expect(move(uid, { byMinutes: 90 })).rejects.toThrow('only move by whole days');
    await move(uid, { byMinutes: -2 * 24 * 60 });
    expect(await week()).toEqual(['Tuesday 24 November to Thursday 26 November: “Holiday”']);
  });
});

describe('one of a series', () => {
  it('moves alone, can move again, and comes back', async () => {
    const uid = await openWith(standup);
    const first = await calendar.text();
    const once = await move(uid, { occurrence: '2026-11-25T09:00:00', time: '10:00:00' });
    expect(once.card.title).toBe('Move “Standup” to Wednesday 25 November, 10:00–10:15; the others stay');
    const afterOnce = await calendar.text();
    const again = await move(uid, { occurrence: '2026-11-25T09:00:00', date: '2026-11-26' });
    expect(await week()).toEqual([
      'Monday 23 November, 09:00–09:15: “Standup”',
      'Thursday 26 November, 10:00–10:15: “Standup”',
      'Friday 27 November, 09:00–09:15: “Standup”',
      'Monday 30 November, 09:00–09:15: “Standup”',
    ]);
    await again.undo();
    expect(await calendar.text()).toBe(afterOnce);
    await once.undo();
    expect(await calendar.text()).toBe(first);
  });

  it('is also meant by the time that it has now', async () => {
    const uid = await openWith(standup);
    await move(uid, { occurrence: '2026-11-25T09:00:00', date: '2026-11-26' });
    await move(uid, { occurrence: '2026-11-26T09:00:00', time: '12:00:00' });
    expect(await week()).toContain('Thursday 26 November, 12:00–12:15: “Standup”');
    expect(await week()).toHaveLength(4);
  });

  it('is not found where there is none', async () => {
    const uid = await openWith(standup);
    await expect(move(uid, { occurrence: '2026-11-24T09:00:00', time: '10:00:00' })).rejects.toThrow('not-found');
  });
});

describe('one whole day of a series', () => {
  it('takes a time of day, alone', async () => {
    const uid = await openWith({ title: 'Bins', startsAt: '2026-11-24', rrule: 'FREQ=DAILY;COUNT=3' });
    const before = await calendar.text();
    const done = await move(uid, { occurrence: '2026-11-25', time: '07:30:00' });
    expect(await calendar.text()).toContain('RECURRENCE-ID;VALUE=DATE:20261125\r\n');
    expect(await week()).toEqual([
      'Tuesday 24 November, all day: “Bins”',
      'Wednesday 25 November, 07:30–08:30: “Bins”',
      'Thursday 26 November, all day: “Bins”',
    ]);
    await done.undo();
    expect(await calendar.text()).toBe(before);
  });
});

describe('a whole series', () => {
  it('moves to another time of day, and keeps it over changes of the clocks', async () => {
    const uid = await openWith(standup);
    const done = await move(uid, { time: '10:30:00' });
    expect(done.card.title).toContain('every Monday, Wednesday and Friday, 10:30–10:45');
    expect(await week()).toEqual([
      'Monday 23 November, 10:30–10:45: “Standup”',
      'Wednesday 25 November, 10:30–10:45: “Standup”',
      'Friday 27 November, 10:30–10:45: “Standup”',
      'Monday 30 November, 10:30–10:45: “Standup”',
    ]);
    expect(await calendar.lines('2027-06-07', '2027-06-08')).toEqual(['Monday 7 June 2027, 10:30–10:45: “Standup”']);
  });

  it('moves by as many days as its next date does', async () => {
    const uid = await openWith({ ...standup, startsAt: '2026-01-05T09:00:00', endsAt: null, rrule: 'FREQ=WEEKLY' });
    await move(uid, { date: '2026-12-04' });
    expect(await week()).toEqual(['Friday 27 November, 09:00–10:00: “Standup”']);
    expect(await calendar.lines('2026-01-01', '2026-01-12')).toEqual(['Friday 9 January, 09:00–10:00: “Standup”']);
  });

  it('moves over midnight with its weekdays, every second week too', async () => {
    const uid = await openWith({
      ...standup,
      startsAt: '2026-11-23T23:30:00',
      endsAt: '2026-11-23T23:45:00',
      rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;UNTIL=20261221T233000Z',
    });
    const before = await calendar.events('2026-11-20', '2027-02-01');
    await move(uid, { byMinutes: 60 });
    const after = await calendar.events('2026-11-20', '2027-02-01');
    expect(before).toHaveLength(5);
    expect(after.map(({ startsAt }) => startsAt)).toEqual([
      '2026-11-24T00:30:00',
      '2026-11-30T00:30:00',
      '2026-12-08T00:30:00',
      '2026-12-14T00:30:00',
      '2026-12-22T00:30:00',
    ]);
  });

  it('takes its exceptions along and leaves what was moved by itself', async () => {
    calendar = await openCalendar(fixture('google-export.ics'));
    await move('standup@google.example', { byMinutes: 30 });
    const text = await calendar.text();
    expect(text).toContain('EXDATE;TZID=Europe/Lisbon:20261204T093000');
    expect(text).toContain('RECURRENCE-ID;TZID=Europe/Lisbon:20261130T093000');
    expect(text).toContain('UNTIL=20270331T232959Z');
    expect(await calendar.lines('2026-11-27', '2026-12-08')).toEqual([
      'Friday 27 November, 09:30–09:45: “Standup”',
      'Tuesday 1 December, 11:00–11:30: “Standup, the long one”',
      'Wednesday 2 December, 09:30–09:45: “Standup”',
      'Monday 7 December, 09:30–09:45: “Standup”',
    ]);
  });

  it('of whole days moves by days', async () => {
    const uid = await openWith({ title: 'Birthday', startsAt: '2026-12-03', rrule: 'FREQ=YEARLY' });
    await move(uid, { date: '2026-12-04' });
    expect(await calendar.lines('2027-12-01', '2028-01-01')).toEqual(['Saturday 4 December 2027, all day: “Birthday”']);
    await expect(move(uid, { time: '12:00:00' })).rejects.toThrow('has no time of day');
  });

  it('that follows a pattern of its own is not moved to other days', async () => {
    const uid = await openWith({ ...standup, rrule: 'FREQ=MONTHLY;BYDAY=-1FR' });
    const text = await calendar.text();
    await expect(move(uid, { byMinutes: 24 * 60 })).rejects.toThrow('can’t be moved as a whole');
    expect(await calendar.text()).toBe(text);
    await move(uid, { byMinutes: 60 });
    expect(await calendar.lines('2026-12-01', '2027-01-01')).toEqual(['Friday 25 December, 10:00–10:15: “Standup”']);
  });
});
