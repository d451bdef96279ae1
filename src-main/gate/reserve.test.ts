import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '#contract/model/effect.ts';
import { findOwner } from '#db/repositories/people.ts';
import { closeReservations, listHeld } from '#db/repositories/reservations.ts';
import { insertRun } from '#db/repositories/runs.ts';
import { insertTask } from '#db/repositories/tasks.ts';
import { startLife } from '#main/compose-for-tests.ts';
import type { Journal } from '#main/events/journal.ts';
import { CAREFUL_LIMITS, saveLimits } from '#main/gate/limits-in-force.ts';
import { findObstacles, holdPlaces, type Reserving } from '#main/gate/reserve.ts';

const STEPS = 6;
const LIMIT = 10;
const LATER = '2026-12-24T00:00:00.000Z';

let journal: Journal;
let currencies = 0;

beforeEach(async () => {
  const life = await startLife({});
  journal = life.lifeOs.engine.journal;
  await journal.write((tx) => {
    const owner = findOwner(tx.orm);
    const shared = {
      userId: owner?.id ?? '',
      intent: 'x',
      priority: 'normal' as const,
      timeZone: 'UTC',
      createdAt: tx.now,
    };
    insertTask(tx, { ...shared, id: 'task', constraints: {}, requestId: null });
    insertRun(tx, {
      ...shared,
      id: 'run',
      taskId: 'task',
      goal: null,
      state: 'executing',
      riskLevel: 'L3',
      question: null,
      givenAnswers: [],
      happening: null,
      role: 'owner',
      strayed: false,
      answer: null,
      leftOut: [],
      ifFails: 'leave',
      shadow: false,
      inDoubtSince: null,
      automationId: null,
      updatedAt: tx.now,
    });
    saveLimits(tx, { ...CAREFUL_LIMITS, otherSpending: { perAction: 1_000, perDay: LIMIT, perMonth: 1_000 } }, tx.now);
  });
});

/** Each trial spends a currency that no other has touched. */
function newCurrency(): string {
  currencies += 1;
  return [676, 26, 1].map((power) => String.fromCharCode(65 + (Math.floor(currencies / power) % 26))).join('');
}

const paying = (step: number, amount: number, currency: string): Reserving => {
  const effect: Effect = {
    kind: 'payment',
    audience: 'known',
    recipients: [],
    money: { minor: amount, currency },
    reversible: 'no',
  };
  return { step: { runId: 'run', id: `s${step}-${currency.toLowerCase()}` }, effect, taken: [], lookedAt: LATER };
};

const command = fc.record({
  what: fc.constantFrom('ask', 'claim', 'happened', 'failed', 'undone', 'left'),
  step: fc.nat(STEPS - 1),
  amount: fc.integer({ min: 1, max: 6 }),
});
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

/** What each step has: nothing, a place in line, an effect that is under way, or one that happened. */
type Model = Map<number, { is: 'held' | 'under-way' | 'used'; amount: number; place: number }>;

function expectedTotal(model: Model, step: number, amount: number): number {
  const mine = model.get(step);
  const place = mine?.is === 'held' && mine.amount === amount ? mine.place : Number.POSITIVE_INFINITY;
  // A hold of another amount is looked past, but its place in line is what counts until it is held anew.
  const standing = mine?.is === 'held' ? mine.place : place;
  const others = [...model].filter(
    ([other, { is, place: theirs }]) => other !== step && (is !== 'held' || theirs < standing),
  );
  return others.reduce((sum, [, each]) => sum + each.amount, amount);
}

describe('a limit under any order of asking, claiming, ending and undoing', () => {
  it('is never passed, and nobody who is next in line is put off by who came later', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 40 }), async (commands) => {
        const currency = newCurrency();
        const model: Model = new Map();
        let places = 0;
        for (const each of commands) await follow(each);
        return;

        async function follow({ what, step, amount }: Command): Promise<void> {
          const has = model.get(step);
          const reserving = paying(step, amount, currency);
          await journal.write((tx) => {
            switch (what) {
              case 'ask':
              case 'claim': {
                if (has && has.is !== 'held') return;
                const [obstacle] = findObstacles(tx.orm, reserving, tx.now);
                const total = expectedTotal(model, step, amount);
                expect(obstacle?.kind === 'limit' ? obstacle.total : null).toBe(total > LIMIT ? total : null);
                if (what === 'claim' && total > LIMIT) return;
                holdPlaces(tx, reserving, what === 'ask' ? LATER : null);
                if (has?.amount !== amount) places += 1;
                const place = has?.amount === amount ? has.place : places;
                model.set(step, { is: what === 'ask' ? 'held' : 'under-way', amount, place });
                return;
              }
              case 'happened':
                if (has?.is !== 'under-way') return;
                closeReservations(tx, reserving.step, 'used', tx.now);
                model.set(step, { ...has, is: 'used' });
                return;
              case 'failed':
              case 'undone':
              case 'left':
                closeReservations(tx, reserving.step, 'released', tx.now);
                model.delete(step);
            }
          });
          const taken = [...model.values()].filter(({ is }) => is !== 'held').reduce((sum, one) => sum + one.amount, 0);
          expect(taken).toBeLessThanOrEqual(LIMIT);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a place in line', () => {
  it('is kept when it is held again, and ends by itself unless its effect is under way', async () => {
    const early = paying(1, 10, newCurrency());
    const late = { ...early, step: { runId: 'run', id: 'late' } };
    await journal.write((tx) => holdPlaces(tx, early, '2026-11-25T00:00:00.000Z'));
    const [first] = listHeld(journal.orm, early.step);
    await journal.write((tx) => holdPlaces(tx, early, '2026-11-25T00:00:00.000Z'));
    expect(listHeld(journal.orm, early.step)[0]).toEqual(first);
    expect(findObstacles(journal.orm, late, '2026-11-24T23:00:00.000Z')).toMatchObject([
      { total: 20, stillWaiting: 10 },
    ]);
    await journal.write((tx) => holdPlaces(tx, early, '2026-11-24T12:00:00.000Z'));
    expect(findObstacles(journal.orm, late, '2026-11-24T23:00:00.000Z')).toEqual([]);
    await journal.write((tx) => holdPlaces(tx, early, null));
    expect(findObstacles(journal.orm, late, '2026-11-24T23:00:00.000Z')).toHaveLength(1);
  });
});
