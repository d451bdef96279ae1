import { afterEach, describe, expect, it } from 'vitest';
import { fixture, openCalendar, type TriedCalendar } from '#connectors/calendar/tried-calendar.testsuite.ts';

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

const change = (uid: string, input: object) => calendar.act('change-event', { uid, ...input });
const week = () => calendar.lines('2026-11-23', '2026-11-30');

describe('changing', () => {
  it('writes long and special text so that it reads the same again', async () => {
    const uid = await openWith({ title: 'x', startsAt: '2026-11-26T15:00:00' });
    const title = 'Müller; Söhne, Ltd \\ 🦷 '.repeat(12).trim();
    const notes = 'First line\nSecond, with ; and \\n in it\n\n— the end 👩‍⚕️';
    await change(uid, { title, notes });
    const [event] = await calendar.events('2026-11-26', '2026-11-27');
    expect(event).toMatchObject({ title, notes });
    const lines = ((await calendar.text()) ?? '').split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  it('shows what is different, and an empty place goes', async () => {
    const uid = await openWith({ title: 'Dentist', startsAt: '2026-11-26T15:00:00', location: 'High Street 5' });
    const { card } = await change(uid, { location: '', minutes: 90 });
    expect(card.differences).toEqual([
      { label: 'Where', before: 'High Street 5', after: null },
      { label: 'When', before: 'Thursday 26 November, 15:00–16:00', after: 'Thursday 26 November, 15:00–16:30' },
    ]);
    expect(await week()).toEqual(['Thursday 26 November, 15:00–16:30: “Dentist”']);
  });

  it.each([
    ['a length', 'DURATION:PT1H', 'DURATION'],
    ['neither end nor length', 'CLASS:PUBLIC', 'DTEND'],
  ])('gives a new length to an event that has %s', async (_what, line, gone) => {
    calendar = await openCalendar(
      `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:one\nSUMMARY:It\nDTSTART:20261126T150000Z\n${line}\nEND:VEVENT\nEND:VCALENDAR\n`,
    );
    await change('one', { minutes: 45 });
    expect(await week()).toEqual(['Thursday 26 November, 15:00–15:45: “It”']);
    if (gone === 'DURATION') expect(await calendar.text()).not.toContain(gone);
  });

  it('lasts whole days where it is whole days', async () => {
    const uid = await openWith({ title: 'Trip', startsAt: '2026-11-26' });
    await expect(change(uid, { minutes: 90 })).rejects.toThrow('whole days longer or shorter');
    await change(uid, { minutes: 3 * 24 * 60 });
    expect(await week()).toEqual(['Thursday 26 November to Saturday 28 November: “Trip”']);
  });

  it('of one occurrence leaves the others, and of the series leaves what that one has of its own', async () => {
    const uid = await openWith({ ...standup, location: 'Room 2' });
    await change(uid, { occurrence: '2026-11-25T09:00:00', title: 'Planning' });
    await change(uid, { title: 'Daily', location: 'Room 3' });
    expect(await week()).toEqual([
      'Monday 23 November, 09:00–09:15: “Daily”, Room 3',
      'Wednesday 25 November, 09:00–09:15: “Planning”, Room 3',
      'Friday 27 November, 09:00–09:15: “Daily”, Room 3',
    ]);
  });

  it('to what it is already is no change', async () => {
    const uid = await openWith({ title: 'Dentist', startsAt: '2026-11-26T15:00:00' });
    await expect(change(uid, { title: 'Dentist', minutes: 60 })).rejects.toThrow('“Dentist” is like that already.');
    await expect(change(uid, {})).rejects.toThrow('Say what is to be different.');
  });
});

describe('deleting', () => {
  it('one occurrence excepts it, and deletes what it had of its own', async () => {
    calendar = await openCalendar(fixture('google-export.ics'));
    const before = await calendar.text();
    const uid = 'standup@google.example';
    const done = await calendar.act('delete-event', { uid, occurrence: '2026-11-30T09:00:00' });
    expect(done.card.title).toBe(
      'Delete “Standup, the long one” on Tuesday 1 December, 11:00–11:30 from your calendar; the others stay',
    );
    const text = await calendar.text();
    expect(text).toContain('EXDATE;TZID=Europe/Lisbon:20261130T090000\r\n');
    expect(text).not.toContain('the long one');
    expect(await calendar.lines('2026-11-28', '2026-12-03')).toEqual(['Wednesday 2 December, 09:00–09:15: “Standup”']);
    await done.undo();
    expect(await calendar.text()).toBe(before);
  });

  it('one whole day of a series excepts a date', async () => {
    const uid = await openWith({ title: 'Bins', startsAt: '2026-11-24', rrule: 'FREQ=DAILY;COUNT=3' });
    await calendar.act('delete-event', { uid, occurrence: '2026-11-25' });
    expect(await calendar.text()).toContain('EXDATE;VALUE=DATE:20261125\r\n');
    expect(await week()).toHaveLength(2);
  });

  it('and taking it back finds its place again when others have come in between', async () => {
    calendar = await openCalendar(fixture('google-export.ics'));
    const done = await calendar.act('delete-event', { uid: '0a1b2c3d4e5f@google.example' });
    await calendar.create({ title: 'Call', startsAt: '2026-11-26T15:30:00' });
    await done.undo();
    expect(await calendar.lines('2026-11-26', '2026-11-27')).toEqual([
      'Thursday 26 November, 15:00–16:00: “Dentist”, High Street 5, 2nd floor',
      'Thursday 26 November, 15:30–16:30: “Call”',
    ]);
    const titles = [...((await calendar.text()) ?? '').matchAll(/SUMMARY:(\w+)/g)].map(([, title]) => title);
    expect(titles.filter((title) => title !== undefined).slice(0, 2)).toEqual(['Dentist', 'Standup']);
  });
});

describe('two of one kind', () => {
  it('with the same id are not guessed between', async () => {
    const event = 'BEGIN:VEVENT\nUID:one\nSUMMARY:It\nDTSTART:20261126T150000Z\nEND:VEVENT\n';
    calendar = await openCalendar(`BEGIN:VCALENDAR\n${event}${event}END:VCALENDAR\n`);
    expect(await week()).toHaveLength(2);
    await expect(change('one', { title: 'That' })).rejects.toThrow('two events with the same id');
  });

  it('changed by another program in between are not written over', async () => {
    const uid = await openWith({ title: 'Dentist', startsAt: '2026-11-26T15:00:00' });
    const done = await change(uid, { title: 'Dr Sousa' });
    const rewritten = ((await calendar.text()) ?? '')
      .replace(/(SUMMARY:.*\r\n)(DTSTART.*\r\n)/, '$2$1')
      .replace(/DTSTAMP:.*/, 'DTSTAMP:20261125T130000Z')
      .replace('END:VEVENT', 'X-MOZ-GENERATION:2\r\nEND:VEVENT')
      .replaceAll('\r\n', '\n');
    await calendar.write(rewritten.replace('Dr Sousa', 'Dr Silva'));
    expect(await done.undo()).toMatchObject({ ok: false, failure: { kind: 'changed-since', what: '“Dentist”' } });
    await calendar.write(rewritten);
    expect(await done.undo()).toEqual({ ok: true, value: null });
    expect(await week()).toEqual(['Thursday 26 November, 15:00–16:00: “Dentist”']);
  });

  it('a deleted event whose file is gone is not made up again', async () => {
    const uid = await openWith({ title: 'Dentist', startsAt: '2026-11-26T15:00:00' });
    const done = await calendar.act('delete-event', { uid });
    await calendar.write('');
    expect(await done.undo()).toMatchObject({ failure: { kind: 'changed-since' } });
    expect(await calendar.text()).toBe('');
  });
});
