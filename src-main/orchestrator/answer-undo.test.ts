import { cpSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RunDetail } from '#contract/api/workflows.ts';
import { makeFolder, planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { entriesIn, rewriteEntry, rowsIn } from '#main/ledger-for-tests.ts';

const plans = {
  three: planOf(step('draft', 'a'), step('draft', 'b', { dependsOn: ['a'] }), step('draft', 'c')),
};

/** Three things are done, and the person rewrites one of them by hand. */
async function alteredLife(): Promise<{ life: TestLife; id: string }> {
  const life = await startLife(plans);
  const { id } = await life.still(await life.say('three'));
  rewriteEntry(life.folder, 'b', 'in my own words');
  return { life, id };
}

const undoStates = (run: RunDetail) => run.steps.map(({ undo }) => undo.state);
const toldOf = (run: RunDetail) =>
  run.events.filter(({ body }) => /^(undo|redo)\./.test(body.kind)).map(({ body, stepId }) => [body.kind, stepId]);

describe('what the person changed since it was done', () => {
  it('is kept and asked about; what it was built on waits, the rest is taken back', async () => {
    const { life, id } = await alteredLife();
    const run = await life.api.workflows.undo({ id });
    expect(undoStates(run)).toEqual(['none', 'asks', 'undone']);
    expect(run.steps[1]?.undo.question).toEqual({ about: 'undo', what: '“b”' });
    expect(rowsIn(life.folder).map(({ text }) => text)).toEqual(['about a', 'in my own words']);
  });

  it('stays when they say so, and the request goes on without it', async () => {
    const { life, id } = await alteredLife();
    await life.api.workflows.undo({ id });
    const run = await life.api.workflows.answerUndo({ id, stepId: 'b', choice: 'keep' });
    expect(undoStates(run)).toEqual(['undone', 'none', 'undone']);
    expect(rowsIn(life.folder).map(({ text }) => text)).toEqual(['in my own words']);
    expect(run.steps[1]?.undo).toMatchObject({ question: null, available: true });
    await expect(life.api.workflows.answerUndo({ id, stepId: 'b', choice: 'keep' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('goes when they say so, is kept with the documents, and the request goes on', async () => {
    const { life, id } = await alteredLife();
    await life.api.workflows.undo({ id });
    const run = await life.api.workflows.answerUndo({ id, stepId: 'b', choice: 'overwrite' });
    expect(undoStates(run)).toEqual(['undone', 'undone', 'undone']);
    expect(entriesIn(life.folder)).toEqual([]);
    expect(toldOf(run).slice(-6)).toEqual([
      ['undo.answered', 'b'],
      ['undo.intended', 'b'],
      ['undo.happened', 'b'],
      ['undo.intended', 'a'],
      ['undo.happened', 'a'],
      ['undo.ended', null],
    ]);
    const kept = run.artifacts.find(({ name }) => name === 'Your b.txt');
    const content = await life.api.artifacts.content({ id: kept?.id ?? '' });
    expect(await content.text()).toBe('in my own words');
  });

  it('is asked about again after a restart, and the answer is carried out once', async () => {
    const { life, id } = await alteredLife();
    await life.api.workflows.undo({ id });
    const stuck = life.ledger.hold('undo b');
    const answering = life.api.workflows.answerUndo({ id, stepId: 'b', choice: 'overwrite' });
    await stuck.arrived;
    const crashed = makeFolder();
    cpSync(life.folder, crashed, { recursive: true });
    stuck.release();
    await answering;

    const again = await startLife(plans, { folder: crashed });
    await again.until(() => undoStates(again.run(id)).every((state) => state === 'undone'));
    expect(entriesIn(crashed)).toEqual([]);
  });

  it('is named before anything is taken back', async () => {
    const { life, id } = await alteredLife();
    const { items } = await life.api.undo.preview({ target: { of: 'step', runId: id, stepId: 'a' } });
    expect(items.map(({ stepId, verdict, changed }) => [stepId, verdict, changed])).toEqual([
      ['b', 'asks', '“b”'],
      ['a', 'will', null],
    ]);
    expect(entriesIn(life.folder).sort()).toEqual(['a', 'b', 'c']);
  });
});
