import { expect, it } from 'vitest';
import { readRhythm } from '#main/planner/unattended/read-rhythm.ts';

/** Thursday 26 November 2026, 10:00 in Lisbon. */
const read = (text: string) =>
  readRhythm({ text, now: '2026-11-26T10:00:00.000Z', timeZone: 'Europe/Lisbon', locale: 'en-GB' });

it.each([
  [
    'every weekday at 7am, show me my events today',
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    '2026-11-27T07:00:00',
    'Show me my events today',
  ],
  ['Every Monday at 8 draft an email to Ana', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-30T08:00:00', 'Draft an email to Ana'],
  [
    'show me my shopping list every Friday at 6pm',
    'FREQ=WEEKLY;BYDAY=FR',
    '2026-11-27T18:00:00',
    'Show me my shopping list',
  ],
  ['add milk to my shopping list every day.', 'FREQ=DAILY', '2026-11-27T09:00:00', 'Add milk to my shopping list'],
  [
    'on the 1st of every month at noon list my reminders',
    'FREQ=MONTHLY;BYMONTHDAY=1',
    '2026-12-01T12:00:00',
    'List my reminders',
  ],
])('takes “%s” apart', (text, rrule, startsAt, sentence) => {
  expect(read(text)).toEqual({ trigger: { kind: 'rrule', rrule, startsAt, timeZone: 'Europe/Lisbon' }, sentence });
});

it.each([
  'show me my events today',
  'every Monday at 8',
  'put the every day meeting in my calendar',
  'add “every day” to my list',
  '',
])('finds no rhythm in “%s”', (text) => {
  expect(read(text)).toBeNull();
});
