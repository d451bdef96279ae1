import { cpSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RunDetail } from '#contract/api/workflows.ts';
import { makeFolder, planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { createLedger, entriesIn, LENT_UNTIL, type Ledger } from '#main/ledger-for-tests.ts';

const plans = {
  three: planOf(step('draft', 'a'), step('draft', 'b', { dependsOn: ['a'] }), step('draft', 'c', { dependsOn: ['b'] })),
  lend: planOf(step('lend', 'a')),
  send: planOf(step('send', 'a'), step('draft', 'b')),
  look: planOf(step('read', 'a')),
  half: planOf(step('draft', 'a'), step('write', 'b', { dependsOn: ['a'] }), step('write', 'c')),
};

async function doneLife(sentence: keyof typeof plans, ledger: Ledger = createLedger(), still = false) {
  const life = await startLife(plans, { ledger, still });
  const run = await life.still(await life.say(sentence));
  if (run.state === 'waiting_approval') await life.approve(run.id);
  await life.until(() => life.run(run.id).state === 'completed');
  return { life, id: run.id };
}
const undoStates = (run: RunDetail) => run.steps.map(({ undo }) => undo.state);
const toldOf = (life: TestLife, id: string, kind: string) =>
  life.run(id).events.flatMap(({ body, stepId }) => (body.kind === kind ? [stepId] : []));

describe('taking a step back', () => {
  it('takes that one back after what builds on it, says so, and leaves the run and the others as they are', async () => {
    const { life, id } = await doneLife('three');
    expect(life.run(id).steps.map(({ undo }) => undo.builtOn)).toEqual([2, 1, 0]);
    const run = await life.api.workflows.undoStep({ id, stepId: 'b' });
    expect(run.state).toBe('completed');
    expect(undoStates(run)).toEqual(['none', 'undone', 'undone']);
    expect(run.steps.map(({ undo }) => undo.available)).toEqual([true, false, false]);
    expect(entriesIn(life.folder)).toEqual(['a']);
    expect(toldOf(life, id, 'undo.intended')).toEqual(['c', 'b']);
    expect(toldOf(life, id, 'undo.happened')).toEqual(['c', 'b']);
  });

  it('twice, also at the same time, is once', async () => {
    const { life, id } = await doneLife('three');
    const undo = () => life.api.workflows.undoStep({ id, stepId: 'b' });
    await Promise.all([undo(), undo(), life.api.workflows.undo({ id })]);
    await undo();
    expect(toldOf(life, id, 'undo.intended').toSorted()).toEqual(['a', 'b', 'c']);
    expect(entriesIn(life.folder)).toEqual([]);
  });

  it('that did not work stands there with the reason and can be tried again', async () => {
    const { life, id } = await doneLife('three');
    life.ledger.treat('b', 'fails-to-undo');
    const run = await life.api.workflows.undo({ id });
    expect(run.steps[1]?.undo).toMatchObject({ state: 'failed', available: true, failure: { kind: 'unreachable' } });
    expect(undoStates(run)).toEqual(['none', 'failed', 'undone']);
    expect(entriesIn(life.folder), 'what it was built on stays under it').toEqual(['a', 'b']);
    life.ledger.treat('b', 'well');
    const again = await life.api.workflows.undoStep({ id, stepId: 'b' });
    expect(again.steps[1]?.undo).toMatchObject({ state: 'undone', failure: null });
    expect(entriesIn(life.folder)).toEqual(['a']);
  });

  it('leaves out what was still to be built on it, so that its run can end', async () => {
    const life = await startLife(plans);
    const waiting = await life.still(await life.say('half'));
    const { id } = await life.approve(waiting.id);
    await life.until(() => life.run(id).steps[1]?.state === 'blocked' && life.run(id).state === 'waiting_approval');
    expect(entriesIn(life.folder).sort()).toEqual(['a', 'c']);
    await life.api.workflows.undoStep({ id, stepId: 'a' });
    await life.until(() => life.run(id).state === 'completed');
    expect(life.run(id).steps.map(({ state }) => state)).toEqual(['succeeded', 'skipped', 'succeeded']);
    expect(life.run(id).approvals.map(({ status }) => status)).not.toContain('waiting');
    expect(entriesIn(life.folder)).toEqual(['c']);
  });

  it('is possible until it is not any more', async () => {
    const { life, id } = await doneLife('lend');
    expect(life.run(id).steps[0]?.undo).toMatchObject({ available: true, until: LENT_UNTIL });
    life.pass(2 * 86_400_000);
    expect(life.run(id).steps[0]?.undo.available).toBe(false);
    await expect(life.api.workflows.undoStep({ id, stepId: 'a' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(entriesIn(life.folder)).toEqual(['a']);
  });

  it.each([
    ['what cannot be taken back', 'send', 'a', 'CONFLICT'],
    ['what only looked', 'look', 'a', 'CONFLICT'],
    ['a step that is not there', 'look', 'x', 'NOT_FOUND'],
  ] as const)('is refused for %s', async (_what, sentence, stepId, code) => {
    const { life, id } = await doneLife(sentence);
    const before = entriesIn(life.folder);
    await expect(life.api.workflows.undoStep({ id, stepId })).rejects.toMatchObject({ code });
    expect(entriesIn(life.folder)).toEqual(before);
  });
});

describe('taking a run back', () => {
  it.each([false, true])('takes the latest first, also within one millisecond: %s', async (still) => {
    const { life, id } = await doneLife('three', createLedger(), still);
    const run = await life.api.workflows.undo({ id });
    expect(undoStates(run)).toEqual(['undone', 'undone', 'undone']);
    expect(toldOf(life, id, 'undo.happened')).toEqual(['c', 'b', 'a']);
    expect(entriesIn(life.folder)).toEqual([]);
  });

  it('takes back what can be, leaves what cannot, and is refused when nothing is left', async () => {
    const { life, id } = await doneLife('send');
    const run = await life.api.workflows.undo({ id });
    expect(undoStates(run)).toEqual(['none', 'undone']);
    expect(entriesIn(life.folder)).toEqual(['a']);
    await expect(life.api.workflows.undo({ id })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(life.api.workflows.undo({ id: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['before', 'after'] as const)('goes on after a crash right %s the effect of one', async (where) => {
    const ledger = createLedger();
    const { life, id } = await doneLife('three', ledger);
    const stuck = ledger.hold('undo b', where === 'before' ? 'before' : 'after');
    const undoing = life.api.workflows.undoStep({ id, stepId: 'b' });
    await stuck.arrived;
    expect(life.run(id).steps[1]?.undo).toMatchObject({ state: 'running', available: false });
    const crashed = makeFolder();
    cpSync(life.folder, crashed, { recursive: true });
    stuck.release();
    await undoing;

    const again = await startLife(plans, { folder: crashed });
    expect(again.run(id).steps[1]?.undo).toMatchObject({ state: 'undone', failure: null });
    expect(entriesIn(crashed)).toEqual(['a']);
    expect(toldOf(again, id, 'undo.happened')).toEqual(['c', 'b']);
  });
});
