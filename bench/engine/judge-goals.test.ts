import { expect, it } from 'vitest';
import { type Contender, type Measured, middleOf, type Outcome } from './contender.ts';
import type { CoreFigures } from './figures.ts';
import { fastestOf, judgeDelays, judgeGoals, ratioOf, speedIn } from './judge-goals.ts';
import { type ShapeId, shapeIds } from './shapes.ts';

/** Somebody who did so many steps in each shape, a thousandth of a second each; null: no figure. */
function measured(name: string, speeds: Readonly<Record<ShapeId, number | null>>): Measured {
  const contender: Contender = { name, says: '', run: () => Promise.reject(new Error('It is measured already.')) };
  return { contender, outcomes: new Map(shapeIds.map((id) => [id, outcomeAt(speeds[id])])) };
}
const outcomeAt = (speed: number | null): Outcome =>
  speed === null ? { because: 'It has no joins.' } : { steps: speed * 2, seconds: 2 };

const ours = measured('Life OS', { a: 2000, b: 900, c: 70 });
const openworkflow = measured('openworkflow', { a: 200, b: 100, c: 10 });
const fast = measured('fast', { a: 1001, b: null, c: 20 });
const bare = measured('bare', { a: 100, b: 100, c: 100 });

it('takes the fastest peer of each shape, and passes over one that has no figure there', () => {
  const fastest = shapeIds.map((id) => fastestOf([openworkflow, fast], id)?.contender.name);
  expect(fastest).toEqual(['fast', 'openworkflow', 'fast']);
  expect(fastestOf([], 'a')).toBeUndefined();
});

it('divides ours by theirs, where both are known', () => {
  expect(ratioOf(speedIn(ours, 'a'), speedIn(openworkflow, 'a'))).toBe(10);
  expect(ratioOf(speedIn(ours, 'b'), speedIn(fast, 'b'))).toBeNull();
});

it('holds every goal against the figures of the run, the exact figure still being kept', () => {
  const verdicts = judgeGoals(ours, [openworkflow, fast], bare);
  expect(verdicts.map(({ beside, kept }) => [beside, kept])).toEqual([
    ['fast', false],
    ['openworkflow', true],
    ['openworkflow', true],
    ['bare', true],
  ]);
});

it('says of no goal that it was kept or broken when there is nobody beside it', () => {
  expect(judgeGoals(ours, [], undefined).map(({ kept }) => kept)).toEqual([null, null, null, null]);
});

it('takes a delay of just 20 ms as too long', () => {
  const core = (loopDelayP99: number): CoreFigures => ({
    steps: 1,
    seconds: 1,
    latency: { p50: 1, p99: 1 },
    bytesPerStep: 1,
    peakBytes: 1,
    loopDelayP99,
  });
  const cores = new Map<ShapeId, CoreFigures>([
    ['a', core(19.9)],
    ['b', core(20)],
  ]);
  expect(judgeDelays(cores).map(({ kept }) => kept)).toEqual([true, false]);
});

it('counts the round in the middle, and none when one of them broke', () => {
  const [slow, middle, quick] = [outcomeAt(1), outcomeAt(2), outcomeAt(3)];
  expect(middleOf([quick, slow, middle])).toBe(middle);
  expect(middleOf([quick, outcomeAt(null), middle])).toEqual({ because: 'It has no joins.' });
  expect(middleOf([])).toHaveProperty('because');
});
