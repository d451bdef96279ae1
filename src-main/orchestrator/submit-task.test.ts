import { describe, expect, it } from 'vitest';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';
import { createLedger, entriesIn } from '#main/ledger-for-tests.ts';

const plans = { draft: planOf(step('draft', 'a')), other: planOf(step('draft', 'b')) };

describe('a sentence', () => {
  it('is stored with its run before it is answered', async () => {
    const life = await startLife(plans);
    const task = await life.api.tasks.submit({ intent: '  draft  ', priority: 'high', timeZone: 'Asia/Tokyo' });
    expect(task).toMatchObject({ intent: 'draft', priority: 'high', state: 'queued', id: expect.any(String) });
    expect(life.run(task.runId)).toMatchObject({ taskId: task.id, intent: 'draft', priority: 'high' });
    await life.still(task.runId);
    const [first] = life.run(task.runId).events;
    expect(first).toMatchObject({ actor: 'you', body: { kind: 'task.submitted', intent: 'draft' } });
  });

  it('under the same request is one task, at the same time, later, and after a restart', async () => {
    const life = await startLife(plans);
    const submit = () => life.api.tasks.submit({ intent: 'draft', requestId: 'r1' });
    const [first, second] = await Promise.all([submit(), submit()]);
    expect(second).toEqual(first);
    await life.still(first.runId);
    expect(await submit()).toMatchObject({ id: first.id, runId: first.runId, state: 'completed' });
    await life.close();

    const again = await startLife(plans, { folder: life.folder, from: '2026-11-24T11:00:00.000Z' });
    expect((await again.api.tasks.submit({ intent: 'draft', requestId: 'r1' })).runId).toBe(first.runId);
    expect((await again.api.workflows.list({})).items).toHaveLength(1);
    const another = await again.api.tasks.submit({ intent: 'other', requestId: 'r2' });
    await again.still(another.runId);
    expect(entriesIn(life.folder)).toEqual(['a', 'b']);
  });

  it.each([
    ['empty', ''],
    ['only white space', ' \n\t '],
    ['100 kB', 'a'.repeat(100_000)],
    ['only emoji', '🎉🎉🎉'],
    ['with control characters', 'draft\u0000'],
  ])('that is %s is refused in a plain sentence, and nothing is stored', async (_what, intent) => {
    const life = await startLife(plans);
    const before = (await life.api.status.get()).lastSeq;
    const refused = await life.api.tasks.submit({ intent }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'BAD_REQUEST' });
    expect((await life.api.workflows.list({})).items).toEqual([]);
    expect((await life.api.status.get()).lastSeq).toBe(before);
  });

  it('that is more urgent is taken up before those that wait', async () => {
    const ledger = createLedger();
    const fill = Array.from({ length: 64 }, (_, n) => `fill ${n}`);
    const holds = fill.map((entry) => ledger.hold(entry.replace(' ', '-')));
    const filled = Object.fromEntries(fill.map((text) => [text, planOf(step('draft', text.replace(' ', '-')))]));
    const life = await startLife({ ...plans, ...filled }, { ledger });
    const runs = await Promise.all(fill.map((text) => life.say(text)));
    await Promise.all(holds.map(({ arrived }) => arrived));
    const low = await life.api.tasks.submit({ intent: 'draft', priority: 'low' });
    const high = await life.api.tasks.submit({ intent: 'other', priority: 'high' });
    for (const hold of holds) hold.release();
    await Promise.all([...runs, low.runId, high.runId].map((runId) => life.still(runId)));
    const begun = (runId: string) => life.run(runId).events.find(({ body }) => body.kind === 'run.changed')?.seq ?? 0;
    expect(begun(high.runId)).toBeLessThan(begun(low.runId));
  });
});
