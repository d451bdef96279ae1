import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { createLedger, entriesIn, touchLedger } from '#main/ledger-for-tests.ts';

const plans = {
  write: planOf(step('write', 'a')),
  two: planOf(step('draft', 'a'), step('draft', 'b', { dependsOn: ['a'] })),
};
const bytesOf = (life: TestLife) => readFileSync(join(life.folder, 'ledger/rows.jsonl'), 'utf8');

async function undoneLife(sentence: keyof typeof plans, ledger = createLedger()) {
  const life = await startLife(plans, { ledger });
  const run = await life.still(await life.say(sentence));
  if (run.state === 'waiting_approval') await life.approve(run.id);
  await life.until(() => life.run(run.id).state === 'completed');
  const done = bytesOf(life);
  await life.api.workflows.undo({ id: run.id });
  return { life, id: run.id, done };
}

describe('putting back what was taken back', () => {
  it('leaves exactly what stood, and can be taken back and put back again', async () => {
    const { life, id, done } = await undoneLife('write');
    for (let time = 1; time <= 2; time += 1) {
      expect(bytesOf(life)).toBe('');
      expect(life.run(id).steps[0]?.undo).toMatchObject({ state: 'undone', available: false, redo: true });
      const run = await life.api.workflows.redoStep({ id, stepId: 'a' });
      expect(run.steps[0]?.undo).toMatchObject({ state: 'none', available: true, redo: false });
      expect(bytesOf(life)).toBe(done);
      await life.api.workflows.undoStep({ id, stepId: 'a' });
    }
  });

  it('twice, also at the same time, is once', async () => {
    const { life, id, done } = await undoneLife('write');
    const redo = () => life.api.workflows.redoStep({ id, stepId: 'a' });
    await Promise.all([redo(), redo(), redo()]);
    expect(bytesOf(life)).toBe(done);
    expect(life.run(id).events.filter(({ body }) => body.kind === 'redo.intended')).toHaveLength(1);
  });

  it('asks where it would now be something else, and does only what was seen', async () => {
    const { life, id, done } = await undoneLife('write');
    touchLedger(life.folder, 'second');
    const asked = await life.api.workflows.redoStep({ id, stepId: 'a' });
    expect(asked.steps[0]?.undo).toMatchObject({ state: 'redo-asks', redo: false, question: { about: 'redo' } });
    expect(entriesIn(life.folder)).toEqual([]);

    touchLedger(life.folder, 'third');
    const again = await life.api.workflows.answerUndo({ id, stepId: 'a', choice: 'overwrite' });
    expect(again.steps[0]?.undo.state, 'it changed once more').toBe('redo-asks');
    expect(entriesIn(life.folder)).toEqual([]);
    const agreed = await life.api.workflows.answerUndo({ id, stepId: 'a', choice: 'overwrite' });
    expect(agreed.steps[0]?.undo).toMatchObject({ state: 'none', question: null });
    expect(bytesOf(life)).toBe(done);
  });

  it('leaves it taken back when they say so', async () => {
    const { life, id } = await undoneLife('write');
    touchLedger(life.folder, 'second');
    await life.api.workflows.redoStep({ id, stepId: 'a' });
    const run = await life.api.workflows.answerUndo({ id, stepId: 'a', choice: 'keep' });
    expect(run.steps[0]?.undo).toMatchObject({ state: 'undone', redo: true, question: null });
    expect(entriesIn(life.folder)).toEqual([]);
  });

  it('comes after what it builds on', async () => {
    const { life, id, done } = await undoneLife('two');
    expect(life.run(id).steps.map(({ undo }) => undo.redo)).toEqual([true, false]);
    await expect(life.api.workflows.redoStep({ id, stepId: 'b' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await life.api.workflows.redoStep({ id, stepId: 'a' });
    await life.api.workflows.redoStep({ id, stepId: 'b' });
    expect(bytesOf(life)).toBe(done);
  });

  it('is refused while everything is paused, for what stands, and for what is not there', async () => {
    const { life, id } = await undoneLife('write');
    await life.api.pause.everything();
    await expect(life.api.workflows.redoStep({ id, stepId: 'a' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await life.api.pause.resume({ all: true });
    await life.api.workflows.redoStep({ id, stepId: 'a' });
    await expect(life.api.workflows.redoStep({ id, stepId: 'a' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(life.api.workflows.redoStep({ id, stepId: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that does not work stands there with the reason, and is tried again', async () => {
    const { life, id, done } = await undoneLife('write');
    life.ledger.treat('a', 'needs-reconnect');
    const run = await life.api.workflows.redoStep({ id, stepId: 'a' });
    expect(run.steps[0]?.undo).toMatchObject({
      state: 'redo-failed',
      redo: true,
      failure: { kind: 'needs-reconnect' },
    });
    life.ledger.treat('a', 'unknown-after');
    await life.api.workflows.redoStep({ id, stepId: 'a' });
    life.ledger.treat('a', 'well');
    await life.api.workflows.redoStep({ id, stepId: 'a' });
    expect(life.run(id).steps[0]?.undo.state).toBe('none');
    expect(bytesOf(life), 'what stood already was not done again').toBe(done);
  });

  it.each(['before', 'after'] as const)('goes on after a crash right %s its effect, once', async (where) => {
    const ledger = createLedger();
    const { life, id, done } = await undoneLife('write', ledger);
    const stuck = ledger.hold('a', where);
    const redoing = life.api.workflows.redoStep({ id, stepId: 'a' });
    await stuck.arrived;
    const crashed = makeFolder();
    cpSync(life.folder, crashed, { recursive: true });
    stuck.release();
    await redoing;

    const again = await startLife(plans, { folder: crashed });
    expect(again.run(id).steps[0]?.undo.state).toBe('none');
    expect(bytesOf(again)).toBe(done);
  });
});
