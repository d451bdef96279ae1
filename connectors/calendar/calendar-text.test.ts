import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { openCalendar, type TriedCalendar, timeZone } from '#connectors/calendar/tried-calendar.testsuite.ts';

let calendar: TriedCalendar;
afterEach(() => calendar.close());

const gap = fc.constantFrom('', '\r\n', '\n', 'X-BETWEEN:1\r\n', 'BEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\n');
const end = fc.constantFrom('END:VCALENDAR\r\n', 'END:VCALENDAR\nBEGIN:VCALENDAR\r\nEND:VCALENDAR');

/** Files with one series in several components among other events, with odd things in between. */
const file = fc
  .tuple(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), gap), { maxLength: 6 }), gap, end)
  .map(([others, last, ending]) => {
    const events = others.map(([uid, between], index) => {
      const id = uid === 'a' ? `RECURRENCE-ID:2026112${index + 4}T090000Z\r\n` : '';
      const own = `UID:${uid === 'a' ? 'a' : `${uid}${index}`}\r\n${id}DTSTART:2026112${index + 4}T1${index}0000Z\r\n`;
      return `${between}BEGIN:VEVENT\r\n${own}SUMMARY:${uid}${index}\r\nEND:VEVENT\r\n`;
    });
    const master = 'BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261123T090000Z\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n';
    return `BEGIN:VCALENDAR\r\n${master}${events.join('')}${last}${ending}`;
  });

const change = fc.constantFrom<[string, object]>(
  ['delete-event', { uid: 'a' }],
  ['delete-event', { uid: 'a', occurrence: '2026-11-25T09:00:00' }],
  ['change-event', { uid: 'a', title: 'New' }],
  ['change-event', { uid: 'a', occurrence: '2026-11-24T09:00:00', title: 'New' }],
  ['move-event', { uid: 'a', byMinutes: 24 * 60, timeZone }],
  ['move-event', { uid: 'a', occurrence: '2026-12-01T09:00:00', byMinutes: 7, timeZone }],
  ['create-event', { title: 'Dentist', startsAt: '2026-11-26T15:00:00', timeZone }],
);

describe('the calendar file', () => {
  it('is byte for byte what it was when all changes are taken back, in the order of the latest first', async () => {
    calendar = await openCalendar();
    await fc.assert(
      fc.asyncProperty(file, fc.array(change, { minLength: 1, maxLength: 4 }), async (text, changes) => {
        await calendar.write(text);
        const done = [];
        for (const [name, input] of changes) {
          const made = await calendar.act(name, input).catch(() => null);
          if (made !== null) done.push(made);
        }
        expect(done.length).toBeGreaterThan(0);
        expect(await calendar.text()).not.toBe(text);
        for (const made of done.reverse()) expect(await made.undo()).toEqual({ ok: true, value: null });
        expect(await calendar.text()).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('tells an event again exactly as it was put in', async () => {
    calendar = await openCalendar();
    const line = fc
      .string({ unit: 'grapheme', maxLength: 80 })
      .map((text) => text.replaceAll(/[\p{C}\p{Z}]/gu, ' ').trim());
    const event = fc.record({
      title: line.filter((text) => text !== ''),
      location: line,
      notes: fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n').trim()),
      startsAt: fc
        .integer({ min: 0, max: 250 })
        .map((days) => new Date(Date.UTC(2026, 11, 1 + days, 12, 34)).toISOString().slice(0, 19)),
      timeZone: fc.constantFrom('Europe/Lisbon', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia'),
    });
    await fc.assert(
      fc.asyncProperty(event, async (input) => {
        const { output } = await calendar.act('create-event', input);
        const { location, notes, ...same } = input;
        expect(output.event).toMatchObject({
          ...same,
          location: location || null,
          notes: notes || null,
          allDay: false,
        });
      }),
      { numRuns: 60 },
    );
  });
});
