import { afterEach, describe, expect, it } from 'vitest';
import { fixture, openCalendar, type TriedCalendar, timeZone } from '#connectors/calendar/tried-calendar.testsuite.ts';

let calendar: TriedCalendar;
afterEach(() => calendar.close());

const dentist = { title: 'Dentist', startsAt: '2026-11-26T15:00:00' };

/** The lines that are in one text and not in the other, in order. */
function difference(before: string, after: string | null): { gone: string[]; come: string[] } {
  const linesOf = (text: string) => text.split(/(?<=\n)/);
  const old = linesOf(before);
  const now = linesOf(after ?? '');
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) };
}

describe('a file of another program', () => {
  it.each([
    ['google-export.ics', 'Thursday 26 November, 15:00–16:00: “Dentist”, High Street 5, 2nd floor'],
    [
      'apple-export.ics',
      'Friday 27 November, 09:00–10:00 (10:00–11:00 Berlin time): “Zahnarzt”, Praxis Müller, Hauptstraße 1, 10115 Berlin',
    ],
    ['outlook-export.ics', 'Thursday 26 November, 13:00–14:00: “Budget review”, Room 4'],
  ])('%s is read', async (name, line) => {
    calendar = await openCalendar(fixture(name));
    expect(await calendar.lines('2026-11-26', '2026-11-28')).toContain(line);
  });

  it('is read as a person would see it: nothing hidden, and each link says where it leads', async () => {
    const before = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//elsewhere//EN',
      'BEGIN:VEVENT',
      'UID:hidden-7@elsewhere.example',
      'DTSTAMP:20261101T090000Z',
      'DTSTART:20261127T120000Z',
      'DTEND:20261127T130000Z',
      'SUMMARY:Team \u202Ehcnul\u202C lunch',
      'LOCATION:Roo\u200Bm 4',
      'DESCRIPTION:See https://x.example/a?utm_source=y and http://аррӏе.example\u{E0041}\u{E0042}',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    calendar = await openCalendar(before);
    const { output } = await calendar.act('find-event', { query: 'lunch', timeZone });
    expect(output).toMatchObject({
      event: {
        title: 'Team hcnul lunch',
        location: 'Room 4',
        notes: expect.stringMatching(
          /^See https:\/\/x\.example\/a and http:\/\/аррӏе\.example \[not what it looks like: xn--/,
        ),
      },
    });
    expect(await calendar.text()).toBe(before);
  });

  it('keeps every byte but those of the properties that change', async () => {
    const before = fixture('google-export.ics');
    calendar = await openCalendar(before);
    const done = await calendar.act('move-event', { uid: '0a1b2c3d4e5f@google.example', time: '16:30:00', timeZone });
    const { gone, come } = difference(before, await calendar.text());
    expect(gone).toEqual([
      'DTSTART:20261126T150000Z\r\n',
      'DTEND:20261126T160000Z\r\n',
      'LAST-MODIFIED:20261020T080000Z\r\n',
    ]);
    expect(come).toEqual([
      'DTSTART:20261126T163000Z\r\n',
      'DTEND:20261126T173000Z\r\n',
      'DTSTAMP:20261125T120000Z\r\n',
      'LAST-MODIFIED:20261125T120000Z\r\n',
      'SEQUENCE:2\r\n',
      expect.stringMatching(/^X-LIFE-OS-CHANGE:[0-9a-f]{32}-[0-9a-f]{16}\r\n$/),
    ]);
    await done.undo();
    expect(await calendar.text()).toBe(before);
  });

  it('gets a new event at its end, and a time zone only when it has none of that name', async () => {
    const before = fixture('google-export.ics');
    calendar = await openCalendar(before);
    await calendar.create(dentist);
    const text = (await calendar.text()) ?? '';
    expect(text.startsWith(before.slice(0, -'END:VCALENDAR\r\n'.length))).toBe(true);
    expect(text.match(/TZID:Europe\/Lisbon/g)).toHaveLength(1);
    await calendar.create({ ...dentist, timeZone: 'Asia/Tokyo' });
    expect((await calendar.text())?.match(/TZID:Asia\/Tokyo/g)).toHaveLength(1);
  });

  it('loses what other programs wrote beside a text that changes', async () => {
    const before = fixture('apple-export.ics');
    calendar = await openCalendar(before);
    const uid = '5F0E3C1B-7C0D-4B7E-8A35-6C3C5C9F0001';
    const done = await calendar.act('change-event', { uid, location: 'Praxis Nowak', title: 'Zahnärztin; neu' });
    const text = await calendar.text();
    expect(text).toContain('LOCATION:Praxis Nowak\r\n');
    expect(text).toContain('SUMMARY:Zahnärztin\\; neu\r\n');
    expect(text).not.toContain('X-APPLE-STRUCTURED-LOCATION');
    expect(text).toContain('BEGIN:VALARM');
    await done.undo();
    expect(await calendar.text()).toBe(before);
  });

  it('has its own zone understood and kept, with an id that is folded by a tab', async () => {
    calendar = await openCalendar(fixture('outlook-export.ics'));
    const [event] = await calendar.events('2026-11-26', '2026-11-27');
    await calendar.act('move-event', { uid: event?.uid, date: '2026-07-01', timeZone });
    expect(await calendar.text()).toContain('DTSTART;TZID="Office clock":20260701T140000\r\n');
    expect(await calendar.lines('2026-07-01', '2026-07-02')).toEqual([
      'Wednesday 1 July, 13:00–14:00: “Budget review”, Room 4',
    ]);
  });

  it.each([
    ['ends its lines with line feeds', (text: string) => text.replaceAll('\r\n', '\n')],
    ['begins with a byte order mark', (text: string) => `\ufeff${text}`],
    [
      'has blank lines between its parts',
      (text: string) => text.replaceAll(/(?=BEGIN:VEVENT|END:VCALENDAR)/g, '\r\n\r\n'),
    ],
    ['holds two calendars', (text: string) => text + fixture('apple-export.ics')],
  ])('is the same again after an undo when it %s', async (_what, alter) => {
    const before = alter(fixture('google-export.ics'));
    calendar = await openCalendar(before);
    const uid = 'standup@google.example';
    const all = [
      await calendar.act('create-event', { ...dentist, timeZone: 'Asia/Tokyo' }),
      await calendar.act('move-event', { uid, occurrence: '2026-11-30T09:00:00', byMinutes: 5, timeZone }),
      await calendar.act('change-event', { uid, title: 'Daily', minutes: 20 }),
      await calendar.act('delete-event', { uid, occurrence: '2026-12-02T09:00:00' }),
      await calendar.act('delete-event', { uid }),
    ];
    for (const done of all.reverse()) expect(await done.undo()).toEqual({ ok: true, value: null });
    expect(await calendar.text()).toBe(before);
  });

  it('gets its own line ends', async () => {
    calendar = await openCalendar(fixture('google-export.ics').replaceAll('\r\n', '\n'));
    await calendar.create(dentist);
    expect(await calendar.text()).not.toContain('\r');
  });
});

describe('a file that cannot be understood', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['is no calendar', 'Dear diary,\n', 'line 1'],
    ['is cut off', fixture('google-export.ics').slice(0, 900), 'can’t be understood'],
    ['goes on after its end', `${fixture('apple-export.ics')}something\n`, 'line 64'],
    ['closes what it did not open', 'BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n', 'line 2'],
    [
      'is not UTF-8',
      Uint8Array.of(...Buffer.from('BEGIN:VCALENDAR\nX:'), 0xe9, ...Buffer.from('\nEND:VCALENDAR\n')),
      'UTF-8',
    ],
  ])('because it %s is refused and left alone', async (_what, bytes, sentence) => {
    calendar = await openCalendar(bytes);
    const before = await calendar.text();
    await expect(calendar.create(dentist)).rejects.toThrow(sentence);
    await expect(calendar.lines('2026-11-26', '2026-11-27')).rejects.toThrow('"kind":"unreadable"');
    expect(await calendar.text()).toBe(before);
  });

  it('in one place only is still used in the others, and that place is told and left alone', async () => {
    const broken = fixture('google-export.ics').replace('DTSTART:20261126T150000Z', 'DTSTART:soon');
    calendar = await openCalendar(broken);
    const asked = { from: '2026-11-25T00:00:00', to: '2026-12-01T00:00:00', timeZone };
    const { output } = await calendar.act('list-events', asked);
    expect(output).toMatchObject({ unread: 1, events: [{ title: 'Standup' }, { title: 'Standup' }] });
    const uid = '0a1b2c3d4e5f@google.example';
    await expect(calendar.act('delete-event', { uid })).rejects.toThrow('"kind":"unreadable"');
    expect(await calendar.text()).toBe(broken);
  });

  it('is no obstacle when it is empty', async () => {
    calendar = await openCalendar('\n');
    const done = await calendar.act('create-event', { ...dentist, timeZone });
    expect(await calendar.lines('2026-11-26', '2026-11-27')).toHaveLength(1);
    await done.undo();
    expect(await calendar.text()).toBe('\n');
  });
});
