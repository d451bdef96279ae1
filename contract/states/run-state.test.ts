import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RunState, RunStateSchema } from '#contract/model/run.ts';
import { isRunOver, nextRunState, type RunSignal } from '#contract/states/run-state.ts';

const signals = [
  'planning-started',
  'plan-needs-person',
  'plan-may-start',
  'question-answered',
  'to-be-prepared-again',
  'plan-made-anew',
  'answered-without-plan',
  'waits-for-person',
  'person-answered',
  'all-steps-ended-well',
  'a-step-failed',
  'planning-failed',
  'canceled',
] as const satisfies readonly RunSignal[];

/** Every way that exists, as a person would list them; whatever is not here means nothing. */
const ways: readonly [RunState, RunSignal, RunState][] = [
  ['queued', 'planning-started', 'planning'],
  ['queued', 'canceled', 'canceled'],
  ['planning', 'plan-needs-person', 'waiting_approval'],
  ['planning', 'plan-may-start', 'executing'],
  ['planning', 'answered-without-plan', 'completed'],
  ['planning', 'planning-failed', 'failed'],
  ['planning', 'canceled', 'canceled'],
  ['waiting_approval', 'question-answered', 'planning'],
  ['waiting_approval', 'to-be-prepared-again', 'planning'],
  ['waiting_approval', 'person-answered', 'executing'],
  ['waiting_approval', 'canceled', 'canceled'],
  ['executing', 'waits-for-person', 'waiting_approval'],
  ['executing', 'plan-made-anew', 'planning'],
  ['executing', 'all-steps-ended-well', 'completed'],
  ['executing', 'a-step-failed', 'failed'],
  ['executing', 'canceled', 'canceled'],
];

describe('the states of a run', () => {
  it.each(RunStateSchema.options.flatMap((state) => signals.map((signal) => [state, signal] as const)))(
    '%s on %s goes where the table says',
    (state, signal) => {
      const way = ways.find(([from, by]) => from === state && by === signal);
      expect(nextRunState(state, signal)).toBe(way?.[2] ?? null);
    },
  );

  it('ends exactly where no signal leads out', () => {
    for (const state of RunStateSchema.options) {
      expect(isRunOver(state)).toBe(signals.every((signal) => nextRunState(state, signal) === null));
    }
  });

  it('never executes before planning and never moves after its end, whatever comes in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signals), { maxLength: 40 }), (sequence) => {
        const visited: RunState[] = ['queued'];
        for (const signal of sequence) {
          const here = visited.at(-1) ?? 'queued';
          const next = nextRunState(here, signal);
          if (isRunOver(here)) expect(next).toBeNull();
          if (next) visited.push(next);
        }
        const executed = visited.indexOf('executing');
        if (executed >= 0) expect(visited.slice(0, executed)).toContain('planning');
        expect(visited.filter(isRunOver).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
