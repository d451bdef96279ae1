import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCalendar, type TriedCalendar, timeZone } from '#connectors/calendar/tried-calendar.testsuite.ts';

let calendar: TriedCalendar;
beforeEach(async () => {
  calendar = await openCalendar();
});
afterEach(() => calendar.close());

const find = async (query: string, within: object = {}) =>
  (await calendar.act('find-event', { query, timeZone, ...within })).output;

describe('finding', () => {
  it('takes the soonest that has not ended, also while it lasts', async () => {
    await calendar.create({ title: 'Dentist', startsAt: '2026-11-20T15:00:00' });
    await calendar.create({ title: 'Dentist', startsAt: '2026-12-20T15:00:00' });
    await calendar.create({ title: 'Dentist', startsAt: '2026-11-25T11:30:00' });
    expect(await find('dentist')).toMatchObject({
      event: { startsAt: '2026-11-25T11:30:00' },
      occurrence: null,
      alike: 1,
    });
  });

  it('takes the latest past one when nothing is to come', async () => {
    await calendar.create({ title: 'Dentist', startsAt: '2019-02-20T15:00:00' });
    await calendar.create({ title: 'Dentist', startsAt: '2026-11-20T15:00:00' });
    expect(await find('the dentist')).toMatchObject({ event: { startsAt: '2026-11-20T15:00:00' } });
    const ended = { title: 'Course', startsAt: '2020-01-06T18:00:00', rrule: 'FREQ=WEEKLY;COUNT=8' };
    await calendar.create(ended);
    expect(await find('course')).toMatchObject({ occurrence: '2020-02-24T18:00:00' });
  });

  it.each([
    ['DÉNTIST', 'Dentist'],
    ['my dentist appointment', 'Dentist'],
    ['meeting', 'Meeting with Ana'],
    ['ana', 'Meeting with Ana'],
    ['bread', 'Banana bread'],
    ['high street', 'Dentist'],
    ['x-rays', 'Dentist'],
    ['歯医者', '木曜日の歯医者'],
  ])('“%s” finds “%s”', async (query, title) => {
    const dentist = {
      title: 'Dentist',
      startsAt: '2026-11-28T15:00:00',
      location: 'High Street 5',
      notes: 'the X-rays',
    };
    await calendar.create(dentist);
    await calendar.create({ title: 'Banana bread', startsAt: '2026-11-26T15:00:00', notes: 'ask the dentist' });
    await calendar.create({ title: 'Meeting with Ana', startsAt: '2026-11-27T15:00:00' });
    await calendar.create({ title: '木曜日の歯医者', startsAt: '2026-11-29T15:00:00' });
    expect(await find(query)).toMatchObject({ event: { title } });
  });

  it('says which occurrence of a series it found, on the clock of the series', async () => {
    const series = { title: 'Call', startsAt: '2026-11-02T08:30:00', timeZone: 'Asia/Tokyo', rrule: 'FREQ=WEEKLY' };
    const uid = await calendar.create(series);
    const found = await find('call');
    expect(found).toMatchObject({ event: { uid, timeZone: 'Asia/Tokyo' }, occurrence: '2026-11-30T08:30:00' });
    const moved = await calendar.act('move-event', { uid, occurrence: found.occurrence, byMinutes: 60, timeZone });
    expect(moved.card.differences[0]?.after).toBe('Monday 30 November, 00:30–01:30 (09:30–10:30 Tokyo time)');
    expect(await find('call')).toMatchObject({
      event: { startsAt: '2026-11-30T09:30:00' },
      occurrence: '2026-11-30T08:30:00',
    });
  });

  it('stays within the time that was asked about', async () => {
    await calendar.create({ title: 'Standup', startsAt: '2026-11-02T09:00:00', rrule: 'FREQ=DAILY' });
    const within = { from: '2026-11-10T00:00:00', to: '2026-11-11T00:00:00' };
    expect(await find('standup', within)).toMatchObject({ occurrence: '2026-11-10T09:00:00' });
    await expect(find('standup', { from: '2026-10-01T00:00:00', to: '2026-10-02T00:00:00' })).rejects.toThrow(
      'not-found',
    );
    await expect(find('standup', { from: within.to, to: within.from })).rejects.toThrow('after the beginning');
  });

  it('finds nothing where nothing is, and says what was looked for', async () => {
    await expect(find('dentist')).rejects.toThrow('{"kind":"not-found","what":"“dentist” in your calendar"}');
  });

  it('takes the title of one occurrence for that occurrence', async () => {
    const uid = await calendar.create({ title: 'Standup', startsAt: '2026-11-02T09:00:00', rrule: 'FREQ=DAILY' });
    await calendar.act('change-event', { uid, occurrence: '2026-12-24T09:00:00', title: 'Mince pies' });
    expect(await find('mince pies')).toMatchObject({ occurrence: '2026-12-24T09:00:00', alike: 0 });
  });
});

describe('free time', () => {
  const ask = async (input: object) =>
    (await calendar.act('find-free-time', { timeZone, minutes: 60, ...input })).output;
  const thursday = { from: '2026-11-26T00:00:00', to: '2026-11-27T00:00:00' };

  it('is what is left of the day between what is taken', async () => {
    await calendar.create({ title: 'Early', startsAt: '2026-11-26T07:00:00', endsAt: '2026-11-26T09:00:00' });
    await calendar.create({ title: 'A', startsAt: '2026-11-26T10:30:00', endsAt: '2026-11-26T12:00:00' });
    await calendar.create({ title: 'B', startsAt: '2026-11-26T11:00:00', endsAt: '2026-11-26T11:30:00' });
    await calendar.create({ title: 'C', startsAt: '2026-11-26T12:59:00', endsAt: '2026-11-26T19:00:00' });
    await calendar.create({ title: 'Birthday', startsAt: '2026-11-26' });
    expect(await ask(thursday)).toMatchObject({
      free: [
        { startsAt: '2026-11-26T09:00:00', endsAt: '2026-11-26T10:30:00' },
        { startsAt: '2026-11-26T19:00:00', endsAt: '2026-11-26T20:00:00' },
      ],
      busy: 4,
      wholeDays: [{ title: 'Birthday' }],
    });
  });

  it('begins with now, at the next quarter of an hour', async () => {
    expect(await ask({ from: '2026-11-25T00:00:00', to: '2026-11-26T00:00:00' })).toMatchObject({
      free: [{ startsAt: '2026-11-25T12:00:00', endsAt: '2026-11-25T20:00:00' }],
    });
  });

  it('is told on the clock of the zone that was asked about, day by day', async () => {
    const asked = { from: '2026-11-26T12:00:00', to: '2026-11-27T09:00:00', timeZone: 'Asia/Tokyo' };
    await calendar.create({ title: 'Call', startsAt: '2026-11-26T10:00:00', endsAt: '2026-11-26T11:00:00' });
    expect((await ask(asked)).free).toEqual([
      { startsAt: '2026-11-26T12:00:00', endsAt: '2026-11-26T19:00:00' },
      { startsAt: '2026-11-27T08:00:00', endsAt: '2026-11-27T09:00:00' },
    ]);
  });

  it('is not taken by what is marked as free, and a day with everything taken has none', async () => {
    const event = (lines: string) => `BEGIN:VEVENT\nUID:${lines.length}\nSUMMARY:It\n${lines}\nEND:VEVENT\n`;
    const free = event('DTSTART:20261126T080000Z\nDTEND:20261126T200000Z\nTRANSP:TRANSPARENT');
    const taken = event('DTSTART;VALUE=DATE:20261127\nTRANSP:OPAQUE');
    await calendar.write(`BEGIN:VCALENDAR\n${free}${taken}END:VCALENDAR\n`);
    expect((await ask({ ...thursday, to: '2026-11-28T00:00:00' })).free).toEqual([
      { startsAt: '2026-11-26T08:00:00', endsAt: '2026-11-26T20:00:00' },
    ]);
  });

  it.each([
    [{ from: '2026-11-26T00:00:00', to: '2027-11-26T00:00:00' }, 'three months'],
    [{ ...thursday, minutes: 1000 }, '12 hours'],
    [{ from: thursday.to, to: thursday.from }, 'after the beginning'],
  ])('is asked about within limits: %j', async (input, sentence) => {
    await expect(ask(input)).rejects.toThrow(sentence);
  });
});
