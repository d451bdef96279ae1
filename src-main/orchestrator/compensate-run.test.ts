import { cpSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RunDetail } from '#contract/api/workflows.ts';
import type { IfFails, PlannedStep, PlanningOutcome } from '#contract/model/plan.ts';
import { makeFolder, planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { createLedger, entriesIn, rewriteEntry } from '#main/ledger-for-tests.ts';

function planThat(ifFails: IfFails, ...steps: PlannedStep[]): PlanningOutcome {
  const outcome = planOf(...steps);
  return outcome.kind === 'plan' ? { ...outcome, plan: { ...outcome.plan, ifFails } } : outcome;
}
const chain = [
  step('draft', 'a'),
  step('draft', 'b', { dependsOn: ['a'] }),
  step('draft', 'bad', { dependsOn: ['b'] }),
  step('draft', 'after', { dependsOn: ['bad'] }),
];
const plans = {
  leave: planThat('leave', ...chain),
  undo: planThat('undo', ...chain),
  sent: planThat(
    'undo',
    step('draft', 'a'),
    step('send', 's', { dependsOn: ['a'] }),
    step('draft', 'bad', { dependsOn: ['s'] }),
  ),
};

async function failingLife(ledger = createLedger()): Promise<TestLife> {
  const life = await startLife(plans, { ledger });
  ledger.treat('bad', 'needs-reconnect');
  return life;
}
const ended = (run: RunDetail) =>
  run.events.flatMap(({ body }) => (body.kind === 'run.compensated' || body.kind === 'run.left' ? [body] : []));
const lastOf = (run: RunDetail) => run.events.at(-1)?.body;

describe('a run whose step failed', () => {
  it('leaves what was done where the plan says so, and names it', async () => {
    const life = await failingLife();
    const run = await life.still(await life.say('leave'));
    expect(run.state).toBe('failed');
    expect(entriesIn(life.folder)).toEqual(['a', 'b']);
    expect(ended(run)).toEqual([{ kind: 'run.left', stands: ['draft a', 'draft b'] }]);
  });

  it('takes it back, the last first, before it counts as failed', async () => {
    const life = await failingLife();
    const run = await life.still(await life.say('undo'));
    expect(run.state).toBe('failed');
    expect(entriesIn(life.folder)).toEqual([]);
    expect(ended(run)).toEqual([{ kind: 'run.compensated', undone: ['draft a', 'draft b'], kept: [] }]);
    expect(lastOf(run)).toMatchObject({ kind: 'run.changed', to: 'failed' });
    const undone = run.events.flatMap(({ body, stepId }) => (body.kind === 'undo.happened' ? [stepId] : []));
    expect(undone).toEqual(['b', 'a']);
  });

  it('names what could not be taken back', async () => {
    const life = await failingLife();
    const waiting = await life.still(await life.say('sent'));
    await life.approve(waiting.id);
    await life.until(() => life.run(waiting.id).state === 'failed');
    expect(ended(life.run(waiting.id))).toEqual([{ kind: 'run.compensated', undone: ['draft a'], kept: ['send s'] }]);
  });

  it.each(['before', 'after'] as const)('goes on taking back after a crash right %s one of it', async (where) => {
    const ledger = createLedger();
    const life = await failingLife(ledger);
    const stuck = ledger.hold('undo b', where);
    const runId = await life.say('undo');
    await stuck.arrived;
    expect(life.run(runId).state).toBe('executing');
    const crashed = makeFolder();
    cpSync(life.folder, crashed, { recursive: true });
    stuck.release();
    await life.still(runId);

    const again = await startLife(plans, { folder: crashed });
    const run = await again.still(runId);
    expect(run.state).toBe('failed');
    expect(entriesIn(crashed)).toEqual([]);
    expect(ended(run)).toHaveLength(1);
  });

  it('keeps what the person changed meanwhile, fails, and lets them answer later', async () => {
    const ledger = createLedger();
    const life = await failingLife(ledger);
    const stuck = ledger.hold('bad');
    ledger.treat('bad', 'well');
    const runId = await life.say('undo');
    await stuck.arrived;
    rewriteEntry(life.folder, 'b', 'mine');
    ledger.treat('after', 'needs-reconnect');
    stuck.release();
    const run = await life.still(runId);
    expect(ended(run)).toEqual([{ kind: 'run.compensated', undone: ['draft bad'], kept: ['draft a', 'draft b'] }]);
    const answered = await life.api.workflows.answerUndo({ id: runId, stepId: 'b', choice: 'overwrite' });
    expect(answered.steps.map(({ undo }) => undo.state).slice(0, 3)).toEqual(['undone', 'undone', 'undone']);
    expect(answered.state).toBe('failed');
    expect(ended(answered)).toHaveLength(1);
  });

  it('waits while everything is paused', async () => {
    const ledger = createLedger();
    const life = await failingLife(ledger);
    const stuck = ledger.hold('undo b');
    const runId = await life.say('undo');
    await stuck.arrived;
    await life.api.pause.everything();
    stuck.release();
    await life.until(() => entriesIn(life.folder).join() === 'a' && life.run(runId).steps[1]?.undo.state === 'undone');
    expect(life.run(runId).state).toBe('executing');
    await life.api.pause.resume({ all: true });
    expect((await life.still(runId)).state).toBe('failed');
    expect(entriesIn(life.folder)).toEqual([]);
  });
});
