import { expect, test } from 'vitest';
import { plainLabel } from '#main/shell/electron/plain-label.ts';

test('a label is one line without anything that is not seen', () => {
  expect(plainLabel('Put “Dentist”\n in\u202e your\u200b calendar')).toBe('Put “Dentist” in your calendar');
});

test('an & is shown as one', () => {
  expect(plainLabel('Pay Marks & Spencer')).toBe('Pay Marks && Spencer');
});

test('a long sentence is cut between letters', () => {
  const label = plainLabel('😀'.repeat(200));
  expect([...label]).toHaveLength(72);
  expect(label.endsWith('😀…')).toBe(true);
});
