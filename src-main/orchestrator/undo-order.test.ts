import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderUndo, readDependence } from '#main/orchestrator/undo-order.ts';

/** Steps that depend on earlier ones alone, and were done in any order that this allows. */
const plans = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 12 }).map((drawn) =>
  drawn.map((ground, n) => ({
    id: `s${n}`,
    dependsOn: n === 0 ? [] : [...new Set(ground.map((one) => `s${one % n}`))],
  })),
);

it('takes nothing back before what builds on it, and the latest first', () => {
  fc.assert(
    fc.property(plans, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (steps, done) => {
      const calls = steps
        .map(({ id }, n) => ({
          id: `call ${id}`,
          runId: 'run',
          stepId: id,
          createdAt: `2026-11-24T10:00:00.${100 + n}Z`,
        }))
        .filter((_, n) => done[n]);
      const ordered = orderUndo(calls, () => readDependence(steps));
      const places = new Map(ordered.map(({ call }, place) => [call.id, place]));
      for (const [place, { call, after }] of ordered.entries()) {
        for (const id of after) expect(places.get(id)).toBeLessThan(place);
        const dependents = steps.filter(({ dependsOn }) => dependsOn.includes(call.stepId));
        for (const { id } of dependents) if (places.has(`call ${id}`)) expect(after).toContain(`call ${id}`);
      }
      expect(ordered.map(({ call }) => call.createdAt)).toEqual(calls.map((call) => call.createdAt).reverse());
    }),
  );
});
