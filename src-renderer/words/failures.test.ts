import { expect, test } from 'vitest';
import { type Failure, FailureSchema } from '#contract/model/failure.ts';
import { failureSentence } from '#renderer/words/failures.ts';

const samples: { readonly [Kind in Failure['kind']]: Extract<Failure, { kind: Kind }> } = {
  'invalid-arguments': { kind: 'invalid-arguments', problems: ['the end is before the start'] },
  'needs-reconnect': { kind: 'needs-reconnect', provider: 'calendar' },
  'secrets-closed': { kind: 'secrets-closed', because: 'The keychain of this computer is locked' },
  'rate-limited': { kind: 'rate-limited', retryAfterSeconds: 120 },
  unreachable: { kind: 'unreachable', service: 'Google' },
  refused: { kind: 'refused', because: 'it would delete everything' },
  unreadable: { kind: 'unreadable', because: 'The file personal.ics is not a calendar' },
  'not-found': { kind: 'not-found', what: '“Dentist”' },
  'changed-since': { kind: 'changed-since', what: 'the event' },
  'needs-another-plan': { kind: 'needs-another-plan', because: 'The letter asks for two dates' },
  'outcome-unknown': { kind: 'outcome-unknown', service: 'the calendar' },
  'not-undoable': { kind: 'not-undoable', because: 'The note is gone' },
  'internal-error': { kind: 'internal-error', reference: 'A1B2' },
};

test('every kind of failure in the contract has a sample here', () => {
  const kinds = FailureSchema.options.map((option) => option.shape.kind.value);
  expect(Object.keys(samples).sort()).toEqual([...kinds].sort());
});

test.each(Object.values(samples))('$kind says what happened, what was not done, and what to do next', (failure) => {
  for (const trying of ['step', 'undo', 'redo'] as const) {
    const says = failureSentence(failure, trying);
    const sentences = says.split(/(?<=[.!?])\s/);
    expect(sentences.length).toBeGreaterThanOrEqual(3);
    expect(says).toMatch(/\bnot\b/);
    expect(says).not.toMatch(/undefined|null|\[object|;;|\.\./);
    for (const one of sentences) expect(one).toMatch(/^[A-Z“].*[.!?]$/s);
  }
});

test('a failed undo says that it was not taken back', () => {
  expect(failureSentence(samples['changed-since'], 'undo')).toBe(
    'The event has changed since you saw it. It was not taken back. Have a look at it first.',
  );
});
