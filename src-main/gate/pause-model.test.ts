import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Domain } from '#contract/model/domain.ts';
import type { PauseScope } from '#contract/model/pause.ts';
import { findRun, insertRun } from '#db/repositories/runs.ts';
import { findStep, insertSteps } from '#db/repositories/steps.ts';
import { listCallsOfRun } from '#db/repositories/tool-calls.ts';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { lookFirst, type PreparedStep, resolveStep } from '#main/executor/prepare-step.ts';
import { startLooked } from '#main/executor/take-step.ts';
import { exceptRun, liftPause, setPause } from '#main/gate/set-pause.ts';
import { stepRows } from '#main/orchestrator/plan-run.ts';
import { viewOf } from '#main/orchestrator/view-of.ts';

const RUNS = ['a', 'b'] as const;
const AUTOMATION: Readonly<Record<string, string | null>> = { a: null, b: 'weekly' };
const DOMAINS = ['travel', 'everyday'] as const;
const SCOPES: readonly PauseScope[] = [
  'everything',
  'domain:travel',
  'domain:everyday',
  'connector:ledger',
  'connector:other',
  'automation:weekly',
  'run:a',
  'run:b',
];

type Does =
  | { readonly does: 'pause' | 'lift'; readonly scope: PauseScope }
  | { readonly does: 'let-out'; readonly scope: PauseScope; readonly run: string }
  | { readonly does: 'prepare' | 'claim'; readonly run: string; readonly domain: Domain };

const run = fc.constantFrom(...RUNS);
const scope = fc.constantFrom(...SCOPES);
const anything: fc.Arbitrary<Does> = fc.oneof(
  fc.record({ does: fc.constantFrom('pause', 'lift'), scope }),
  fc.record({ does: fc.constant('let-out'), scope, run }),
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom('prepare', 'claim'), run, domain: fc.constantFrom(...DOMAINS) }),
  },
);

/** All that there is to know of pauses: which are on, and whom each lets out. */
class Model {
  readonly on = new Map<PauseScope, Set<string>>();

  set(which: PauseScope): void {
    if (this.on.get(which)?.size === 0) return;
    this.on.set(which, new Set());
  }

  lift(which: PauseScope): void {
    this.on.delete(which);
  }

  letOut(which: PauseScope, runId: string): void {
    this.on.get(which)?.add(runId);
  }

  covers(runId: string, domain: Domain): boolean {
    const automation = AUTOMATION[runId];
    const over: PauseScope[] = ['everything', `domain:${domain}`, 'connector:ledger', `run:${runId}`];
    if (automation) over.push(`automation:${automation}`);
    return over.some((each) => this.on.get(each)?.has(runId) === false);
  }
}

const lane = { tryEnter: () => true, leave: () => {} };

/** Each step is claimed at most once, so every claim has a step of its own. */
async function addSteps(life: TestLife, count: number): Promise<void> {
  const { journal } = life.lifeOs.engine;
  const { id } = await life.still(await life.say('seed'));
  const row = findRun(journal.orm, id);
  if (!row) throw new Error('The first run is gone.');
  await journal.write((tx) => {
    for (const name of RUNS) {
      insertRun(tx, { ...row, id: name, state: 'executing', automationId: AUTOMATION[name] ?? null });
      for (const domain of DOMAINS) {
        const ids = Array.from({ length: count }, (_, n) => step('draft', `${domain}-${n}`, { domain }));
        const outcome = planOf(...ids);
        if (outcome.kind !== 'plan') return;
        const rows = stepRows(outcome.plan, name, tx.now).map((each) => ({ ...each, state: 'ready' as const }));
        insertSteps(tx, rows);
      }
    }
  });
}

test('no effect is claimed while a pause covers it, whenever it was prepared', async () => {
  const life = await startLife({ seed: planOf(step('read', 'seed')) });
  const { engine } = life.lifeOs;
  const { journal } = engine;
  await addSteps(life, 400);
  const model = new Model();
  const next = new Map<string, number>();
  const prepared = new Map<string, PreparedStep>();

  async function prepare(runId: string, domain: Domain): Promise<void> {
    const place = `${runId} ${domain}`;
    const row = findStep(journal.orm, runId, `${domain}-${next.get(place) ?? 0}`);
    if (!row) throw new Error('There are too few steps for this test.');
    const resolved = resolveStep(engine.tools, journal.orm, row, new Map());
    if (!resolved.ok) throw new Error('A step of this test does not fit.');
    const made = await lookFirst(engine.tools, row, resolved.value, viewOf(engine, { timeZone: 'UTC' }));
    if (made.ok) prepared.set(place, made.value);
  }

  async function claim(runId: string, domain: Domain): Promise<void> {
    const place = `${runId} ${domain}`;
    const ready = prepared.get(place);
    if (!ready) return;
    const count = next.get(place) ?? 0;
    const row = findStep(journal.orm, runId, `${domain}-${count}`);
    if (!row) throw new Error('There are too few steps for this test.');
    const before = listCallsOfRun(journal.orm, runId).length;
    const run = findRun(journal.orm, runId);
    if (!run) throw new Error('There is no such run in this test.');
    const options = { run, view: viewOf(engine, run), onlyLooking: false, lane };
    const looked = { ok: true, value: ready } as const;
    const started = await journal.write((tx) => startLooked(tx, engine, row, looked, options));
    const isClaimed = typeof started === 'object' && 'call' in started;
    expect(isClaimed ? 'claimed' : started).toBe(model.covers(runId, domain) ? 'paused' : 'claimed');
    expect(listCallsOfRun(journal.orm, runId).length - before).toBe(isClaimed ? 1 : 0);
    if (!isClaimed) return;
    next.set(place, count + 1);
    prepared.delete(place);
  }

  const carryOut = async (each: Does): Promise<void> => {
    switch (each.does) {
      case 'pause':
        await journal.write((tx) => setPause(tx, each, 'you'));
        return model.set(each.scope);
      case 'lift':
        await journal.write((tx) => liftPause(tx, each.scope, 'you'));
        return model.lift(each.scope);
      case 'let-out':
        await journal.write((tx) => exceptRun(tx, each.scope, each.run, 'you'));
        return model.letOut(each.scope, each.run);
      case 'prepare':
        return prepare(each.run, each.domain);
      case 'claim':
        return claim(each.run, each.domain);
    }
  };
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 5, maxLength: 25 }), async (story) => {
      for (const each of story) await carryOut(each);
    }),
    { numRuns: 60, endOnFailure: true },
  );
  expect([...next.values()].reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
}, 60_000);
