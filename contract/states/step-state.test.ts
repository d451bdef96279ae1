import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StepState, StepStateSchema } from '#contract/model/run.ts';
import { isStepOver, nextStepState, type StepSignal } from '#contract/states/step-state.ts';

const signals = [
  'dependencies-met',
  'needs-person',
  'person-approved',
  'consent-overtaken',
  'claimed',
  'succeeded',
  'failed',
  'released',
  'outcome-unknown',
  'person-settled',
  'not-to-be-done',
] as const satisfies readonly StepSignal[];

/** Every way that exists, as a person would list them; whatever is not here means nothing. */
const ways: readonly [StepState, StepSignal, StepState][] = [
  ['pending', 'dependencies-met', 'ready'],
  ['pending', 'needs-person', 'blocked'],
  ['pending', 'failed', 'failed'],
  ['pending', 'not-to-be-done', 'skipped'],
  ['ready', 'needs-person', 'blocked'],
  ['ready', 'claimed', 'running'],
  ['ready', 'failed', 'failed'],
  ['ready', 'not-to-be-done', 'skipped'],
  ['running', 'succeeded', 'succeeded'],
  ['running', 'failed', 'failed'],
  ['running', 'released', 'ready'],
  ['running', 'outcome-unknown', 'blocked'],
  ['blocked', 'person-approved', 'ready'],
  ['blocked', 'consent-overtaken', 'ready'],
  ['blocked', 'person-settled', 'succeeded'],
  ['blocked', 'failed', 'failed'],
  ['blocked', 'not-to-be-done', 'skipped'],
];

describe('the states of a step', () => {
  it.each(StepStateSchema.options.flatMap((state) => signals.map((signal) => [state, signal] as const)))(
    '%s on %s goes where the table says',
    (state, signal) => {
      const way = ways.find(([from, by]) => from === state && by === signal);
      expect(nextStepState(state, signal)).toBe(way?.[2] ?? null);
    },
  );

  it('ends exactly where no signal leads out', () => {
    for (const state of StepStateSchema.options) {
      expect(isStepOver(state)).toBe(signals.every((signal) => nextStepState(state, signal) === null));
    }
  });

  it('cannot be running without having been claimed, nor succeed without running or the person’s word', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signals), { maxLength: 60 }), (sequence) => {
        let state: StepState = 'pending';
        for (const signal of sequence) {
          const next = nextStepState(state, signal);
          if (next === 'running') expect([state, signal]).toEqual(['ready', 'claimed']);
          if (next === 'succeeded') expect(['running', 'blocked']).toContain(state);
          if (next === 'skipped') expect(state).not.toBe('running');
          state = next ?? state;
        }
      }),
    );
  });
});
