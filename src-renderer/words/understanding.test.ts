import { expect, test } from 'vitest';
import type { Understanding } from '#contract/model/understanding.ts';
import { clockTime, dayName } from '#renderer/words/time.ts';
import { understoodWords } from '#renderer/words/understanding.ts';

const now = new Date('2026-11-25T12:00:00');
const time = (more: Partial<Understanding['times'][number]>): Understanding => ({
  goals: [],
  times: [{ text: '', start: null, end: null, allDay: true, rrule: null, ...more }],
  amounts: [],
});

test('a day, a stretch, an open side and a rhythm are said as people say them', () => {
  expect(understoodWords(time({ start: '2026-11-26', end: '2026-11-27' }), now)).toBe('Tomorrow');
  expect(understoodWords(time({ start: '2026-11-30', end: '2026-12-07' }), now)).toBe(
    `${dayName('2026-11-30T12:00:00', now)} – ${dayName('2026-12-06T12:00:00', now)}`,
  );
  expect(understoodWords(time({ end: '2026-12-01' }), now)).toBe(`Before ${dayName('2026-12-01T12:00:00', now)}`);
  expect(understoodWords(time({ start: '2026-11-30', rrule: 'FREQ=WEEKLY;BYDAY=MO' }), now)).toBe('Every Monday');
  const start = '2026-12-01T13:00:00';
  expect(understoodWords(time({ start, allDay: false, rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' }), now)).toBe(
    `Every 2 weeks on Tuesday, ${clockTime(start)}`,
  );
  expect(
    understoodWords(time({ start: '2026-11-30', rrule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1' }), now),
  ).toBe('Every month on the last working day');
});

test('money stands beside it, and nothing understood is nothing said', () => {
  const both = {
    ...time({ start: '2026-11-25', end: '2026-11-26' }),
    amounts: [{ text: '', minor: 1200, currency: 'EUR' }],
  };
  expect(understoodWords(both, now)).toBe('Today · €12.00');
  expect(understoodWords({ goals: [], times: [], amounts: [] }, now)).toBeNull();
});

test('whom a name means is said with the address; of two who fit, both', () => {
  const named = (...contacts: { said: string; name: string; email: string }[]): Understanding => ({
    goals: [{ domain: 'communication', intent: 'mail.send', confidence: 1, slots: { contacts } }],
    times: [],
    amounts: [],
  });
  const silva = { said: 'Ana', name: 'Ana Silva', email: 'ana@example.com' };
  expect(understoodWords(named(silva))).toBe('Ana Silva (ana@example.com)');
  expect(understoodWords(named(silva, { said: 'Ana', name: 'Ana Lima', email: 'lima@example.com' }))).toBe(
    'Ana: Ana Silva (ana@example.com) or Ana Lima (lima@example.com)',
  );
});
