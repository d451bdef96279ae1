import { expect, it } from 'vitest';
import { emptyDraft, type TriggerDraft, triggerOf } from '#renderer/features/automations/trigger-draft.ts';

const chosen = (draft: Partial<TriggerDraft>) => triggerOf({ ...emptyDraft, ...draft }, 'Europe/Lisbon');
const at = '2026-11-28T08:30';

it.each([
  ['day', 'FREQ=DAILY', '2026-11-28T08:30:00'],
  // The 28th is a Saturday, so the first weekday is the Monday after.
  ['weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-30T08:30:00'],
  ['week', 'FREQ=WEEKLY;BYDAY=SA', '2026-11-28T08:30:00'],
  ['month', 'FREQ=MONTHLY;BYMONTHDAY=28', '2026-11-28T08:30:00'],
] as const)('every %s', (every, rrule, startsAt) => {
  expect(chosen({ when: 'repeats', at, every })).toEqual({ kind: 'rrule', rrule, startsAt, timeZone: 'Europe/Lisbon' });
});

it('waits for a happening, with a condition only where one is said in full', () => {
  const happens = { when: 'happens', happening: 'reminders/goes-off' } as const;
  const trigger = { kind: 'event', connector: 'reminders', happening: 'goes-off', where: [] };
  expect(chosen(happens)).toEqual(trigger);
  expect(chosen({ ...happens, field: 'message' })).toEqual(trigger);
  expect(chosen({ ...happens, field: 'message', text: ' plants ' })).toEqual({
    ...trigger,
    where: [{ field: 'message', is: 'contains', text: 'plants' }],
  });
});

it('leaves open what is not chosen', () => {
  expect([chosen({}), chosen({ when: 'once' }), chosen({ when: 'repeats' }), chosen({ when: 'happens' })]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
