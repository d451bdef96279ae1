import { describe, expect, it } from 'vitest';
import type { RunState } from '#contract/model/run.ts';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';
import { verifyLog } from '#main/events/verify-log.ts';
import { createLedger, entriesIn } from '#main/ledger-for-tests.ts';
import { cancelRun } from '#main/orchestrator/cancel-run.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';

const plans = {
  line: planOf(step('draft', 'a'), step('draft', 'b', { dependsOn: ['a'] })),
  write: planOf(step('write', 'a'), step('draft', 'b')),
  look: planOf(step('read', 'a'), step('write', 'b', { dependsOn: ['a'] })),
};

describe('canceling', () => {
  it.each<RunState>(['planning', 'executing', 'waiting_approval', 'completed'])(
    'at the moment a run becomes %s starts nothing more and leaves no loose step',
    async (moment) => {
      const life = await startLife(plans);
      const answer = new Promise<Refusal | null>((resolve) => {
        life.lifeOs.subscribe(({ body, runId }) => {
          if (body.kind === 'run.changed' && body.to === moment)
            resolve(cancelRun(life.lifeOs.engine, runId ?? '', 'you'));
        });
      });
      const runId = await life.say(moment === 'waiting_approval' ? 'write' : 'line');
      expect(await answer).toEqual(moment === 'completed' ? refusals.runOver : null);
      await life.close();

      const again = await startLife(plans, { folder: life.folder });
      const run = again.run(runId);
      expect(run.state).toBe(moment === 'completed' ? 'completed' : 'canceled');
      expect(run.steps.filter(({ state }) => !['succeeded', 'skipped'].includes(state))).toEqual([]);
      expect(run.approvals.filter(({ status }) => status === 'waiting')).toEqual([]);
      const done = run.steps.filter(({ state }) => state === 'succeeded').map(({ id }) => id);
      expect(entriesIn(life.folder)).toEqual(done);
      expect(verifyLog(again.lifeOs.engine.journal.orm).whole).toBe(true);
    },
  );

  it('while a request is out writes down what came of it, starts nothing else, and can be taken back', async () => {
    const ledger = createLedger();
    const out = ledger.hold('a');
    const life = await startLife(plans, { ledger });
    const runId = await life.say('line');
    await out.arrived;
    expect(await life.api.workflows.cancel({ id: runId })).toMatchObject({ state: 'canceled' });
    expect(life.run(runId).steps.map(({ state }) => state)).toEqual(['running', 'skipped']);
    out.release();
    const run = await life.until(() => life.run(runId).steps[0]?.state === 'succeeded' && life.run(runId));
    expect(run.state).toBe('canceled');
    expect(run.steps[0]?.undo.available).toBe(true);
    expect(entriesIn(life.folder)).toEqual(['a']);
    await life.api.workflows.undo({ id: runId });
    expect(entriesIn(life.folder)).toEqual([]);
  });

  it('while a look is out shows no card for it any more', async () => {
    const ledger = createLedger();
    const out = ledger.hold('a');
    const life = await startLife(plans, { ledger });
    const runId = await life.say('look');
    await out.arrived;
    await life.api.workflows.cancel({ id: runId });
    out.release();
    await life.until(() => life.run(runId).steps[0]?.state === 'succeeded');
    await life.close();
    const again = await startLife(plans, { folder: life.folder });
    expect(again.run(runId)).toMatchObject({ state: 'canceled', approvals: [], steps: [{}, { state: 'skipped' }] });
  });

  it('overtakes the cards that waited', async () => {
    const life = await startLife(plans);
    const run = await life.still(await life.say('write'));
    await life.api.workflows.cancel({ id: run.id });
    expect(life.run(run.id).approvals).toMatchObject([{ status: 'overtaken' }]);
    const late = life.api.approvals.decide({ id: run.approvals[0]?.id ?? '', decision: 'approve' });
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await life.api.approvals.list({ status: 'waiting' })).items).toEqual([]);
  });

  it('twice is once, and what is over cannot be canceled', async () => {
    const life = await startLife(plans);
    const run = await life.still(await life.say('write'));
    await life.api.workflows.cancel({ id: run.id });
    const { events } = await life.api.workflows.cancel({ id: run.id });
    expect(events.filter(({ body }) => body.kind === 'run.changed' && body.to === 'canceled')).toHaveLength(1);
    const done = await life.still(await life.say('line'));
    await expect(life.api.workflows.cancel({ id: done.id })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(life.api.workflows.cancel({ id: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
