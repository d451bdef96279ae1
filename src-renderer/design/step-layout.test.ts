import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LaidStep, layOutSteps } from '#renderer/design/step-layout.ts';

const step = (id: string, ...after: string[]): LaidStep => ({ id, after });
const lines = (steps: readonly LaidStep[]) => layOutSteps(steps).edges.map(({ from, to }) => `${from} ${to}`);

test('a step stands in the layer after the last one that it waits for', () => {
  const { layers } = layOutSteps([step('a'), step('b', 'a'), step('c', 'b', 'a'), step('d')]);
  expect(layers).toEqual([['a', 'd'], ['b'], ['c']]);
});

test('steps that wait for nothing stand under each other in the order of the plan', () => {
  expect(layOutSteps([step('z'), step('a'), step('m')]).layers).toEqual([['z', 'a', 'm']]);
});

test('what follows by way of another step has no line of its own', () => {
  expect(lines([step('a'), step('b', 'a'), step('c', 'a', 'b')])).toEqual(['a b', 'b c']);
});

test('lines that would cross do not', () => {
  const { layers } = layOutSteps([step('a'), step('b'), step('of-b', 'b'), step('of-a', 'a')]);
  expect(layers[1]).toEqual(['of-a', 'of-b']);
});

test('a circle, a step that waits for itself and one that is not there still come to a picture', () => {
  const { places } = layOutSteps([step('a', 'b'), step('b', 'a'), step('c', 'c'), step('d', 'nobody')]);
  expect([...places.keys()].sort()).toEqual(['a', 'b', 'c', 'd']);
});

test('a chain of 500 steps is 500 layers', () => {
  const chain = Array.from({ length: 500 }, (_each, at) => step(`s${at}`, ...(at === 0 ? [] : [`s${at - 1}`])));
  expect(layOutSteps(chain).layers).toHaveLength(500);
});

test('whatever waits for whatever before it: each step has one place of its own, to the right of all that it waits for', () => {
  const plans = fc
    .array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 60 })
    .map((all) => all.map((after, at) => step(`s${at}`, ...(at === 0 ? [] : after.map((one) => `s${one % at}`)))));
  fc.assert(
    fc.property(plans, (steps) => {
      const { places } = layOutSteps(steps);
      expect(new Set([...places.values()].map(({ layer, place }) => `${layer} ${place}`)).size).toBe(steps.length);
      for (const { id, after } of steps) {
        for (const one of after) expect(places.get(one)?.layer).toBeLessThan(places.get(id)?.layer ?? -1);
      }
    }),
  );
});
