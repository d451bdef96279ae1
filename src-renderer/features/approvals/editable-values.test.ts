import { expect, test } from 'vitest';
import type { CardValue } from '#contract/model/card.ts';
import { changesOf, editableValues } from '#renderer/features/approvals/editable-values.ts';

const value = (path: string, of: CardValue['value']): CardValue => ({
  path,
  label: path,
  value: of,
  provenance: ['person'],
});

const values = [
  value('/title', 'Dentist'),
  value('/startsAt', '2026-11-26T15:00:00'),
  value('/on', '2026-11-26'),
  value('/minutes', 30),
  value('/allDay', false),
  value('/location', null),
  value('/rrule', 'FREQ=DAILY'),
];

test('text, numbers, dates and times can be changed; the rest is only shown', () => {
  expect(editableValues(values).map(({ path, type, shown }) => [path, type, shown])).toEqual([
    ['/title', 'text', 'Dentist'],
    ['/startsAt', 'datetime-local', '2026-11-26T15:00'],
    ['/on', 'date', '2026-11-26'],
    ['/minutes', 'number', '30'],
  ]);
});

test('only what was changed is sent, in the shape that the action takes', () => {
  const editable = editableValues(values);
  expect(changesOf(editable, {})).toEqual({});
  expect(
    changesOf(editable, {
      '/title': 'Dentist',
      '/startsAt': '2026-11-26T16:30',
      '/minutes': '45',
      '/on': '2026-11-27',
    }),
  ).toEqual({ '/startsAt': '2026-11-26T16:30:00', '/minutes': 45, '/on': '2026-11-27' });
});

test('an emptied or garbled number changes nothing', () => {
  const editable = editableValues(values);
  expect(changesOf(editable, { '/minutes': '' })).toEqual({});
  expect(changesOf(editable, { '/minutes': 'soon' })).toEqual({});
});
