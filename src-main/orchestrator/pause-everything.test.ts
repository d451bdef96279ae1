import { describe, expect, it } from 'vitest';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { createLedger, entriesIn } from '#main/ledger-for-tests.ts';

const plans = {
  draft: planOf(step('draft', 'a')),
  write: planOf(step('write', 'a')),
  line: planOf(step('draft', 'a'), step('draft', 'b', { dependsOn: ['a'] })),
  both: planOf(step('write', 'a'), step('draft', 'b')),
  look: planOf(step('read', 'a')),
  beside: planOf(step('draft', 'slow'), step('draft', 'a'), step('draft', 'b', { dependsOn: ['a'] })),
};

/** Closing waits for everything that is under way, so that what was not done by then is held. */
async function restart(life: TestLife): Promise<TestLife> {
  await life.close();
  return startLife(plans, { folder: life.folder, ledger: life.ledger, from: '2026-11-24T11:00:00.000Z' });
}
const intended = (life: TestLife, runId: string) =>
  life.run(runId).events.filter(({ body }) => body.kind === 'effect.intended').length;

describe('pausing everything', () => {
  it('starts nothing from then on, not even a look, and keeps it so over restarts until it is lifted', async () => {
    let life = await startLife(plans);
    const receipt = await life.api.pause.everything();
    expect(receipt).toMatchObject({ paused: true, since: expect.any(String), stopped: [], stillOut: [] });
    const runs = [await life.say('draft'), await life.say('look')];
    life = await restart(life);
    life = await restart(life);
    for (const runId of runs) expect(intended(life, runId)).toBe(0);
    expect(entriesIn(life.folder)).toEqual([]);
    expect(await life.api.pause.get()).toMatchObject({ paused: true, since: receipt.since });
    expect((await life.api.status.get()).paused).toBe(true);
    expect((await life.api.pause.resume({ all: true })).paused).toBe(false);
    for (const runId of runs) expect((await life.still(runId)).state).toBe('completed');
    expect(entriesIn(life.folder)).toEqual(['a']);
  });

  it('holds the very next step of a run that is under way, and names what was out', async () => {
    const ledger = createLedger();
    const out = ledger.hold('a');
    let life = await startLife(plans, { ledger });
    const runId = await life.say('line');
    await out.arrived;
    const receipt = await life.api.pause.everything();
    expect(receipt).toMatchObject({
      paused: true,
      stopped: [{ runId, stepId: 'b', says: 'draft b' }],
      stillOut: [{ runId, stepId: 'a', says: 'draft a' }],
    });
    out.release();
    await life.until(() => life.run(runId).steps[0]?.state === 'succeeded');
    life = await restart(life);
    expect(entriesIn(life.folder)).toEqual(['a']);
    expect(life.run(runId)).toMatchObject({ state: 'executing', paused: true });
    expect(await life.api.pause.get()).toMatchObject({
      stopped: [{ runId, stepId: 'b' }],
      completed: [{ runId, stepId: 'a', happened: true }],
      stillOut: [],
      held: [{ item: 'everything' }, { item: `run:${runId}`, says: 'line', next: 'draft b' }],
    });
    await life.api.pause.resume({ all: true });
    expect((await life.still(runId)).state).toBe('completed');
    expect(entriesIn(life.folder)).toEqual(['a', 'b']);
  });

  it('still shows cards and takes answers; what was approved is done after it', async () => {
    let life = await startLife(plans);
    await life.api.pause.everything();
    const runId = await life.say('both');
    const waiting = await life.still(runId);
    expect(waiting).toMatchObject({ state: 'waiting_approval', paused: true });
    expect(waiting.approvals).toMatchObject([{ stepId: 'a', status: 'waiting' }]);
    await life.approve(runId);
    life = await restart(life);
    expect(life.run(runId).state).toBe('executing');
    expect(entriesIn(life.folder)).toEqual([]);
    await life.api.pause.resume({ all: true });
    expect((await life.still(runId)).state).toBe('completed');
    expect(entriesIn(life.folder).sort()).toEqual(['a', 'b']);
  });

  it('lets a run be stopped for good and things be taken back', async () => {
    const life = await startLife(plans);
    const done = await life.still(await life.say('draft'));
    await life.api.pause.everything();
    const held = await life.say('look');
    await life.api.workflows.cancel({ id: held });
    await life.api.workflows.undo({ id: done.id });
    expect(entriesIn(life.folder)).toEqual([]);
    await life.api.pause.resume({ all: true });
    expect(life.run(held).state).toBe('canceled');
  });

  it('twice is once, and so is resuming', async () => {
    const life = await startLife(plans);
    const first = await life.api.pause.everything();
    expect(await life.api.pause.everything()).toEqual(first);
    await life.api.pause.resume({ all: true });
    await life.api.pause.resume({ all: true });
    const { items } = await life.api.events.history({ limit: 100 });
    const kinds = items.map(({ body }) => body.kind).filter((kind) => kind.startsWith('pause.'));
    expect(kinds.toSorted()).toEqual(['pause.lifted', 'pause.set']);
  });

  it('that is lifted while another step is out lets what it held go on beside that one', async () => {
    const ledger = createLedger();
    const [slow, first] = [ledger.hold('slow'), ledger.hold('a')];
    const life = await startLife(plans, { ledger });
    const runId = await life.say('beside');
    await Promise.all([slow.arrived, first.arrived]);
    await life.api.pause.everything();
    first.release();
    await life.until(() =>
      life.run(runId).events.some(({ body, stepId }) => body.kind === 'gate.decided' && stepId === 'b'),
    );
    await life.api.pause.resume({ all: true });
    await life.until(() => life.run(runId).steps[2]?.state === 'succeeded');
    expect(life.run(runId).steps.map(({ state }) => state)).toEqual(['running', 'succeeded', 'succeeded']);
    slow.release();
    expect((await life.still(runId)).state).toBe('completed');
  });
});

describe('holding one run', () => {
  it('holds that one and no other, also over a restart', async () => {
    const ledger = createLedger();
    const out = ledger.hold('a');
    let life = await startLife(plans, { ledger });
    const held = await life.say('line');
    await out.arrived;
    expect(await life.api.workflows.pause({ id: held })).toMatchObject({ paused: true, state: 'executing' });
    out.release();
    life = await restart(life);
    expect(life.run(held).steps.map(({ state }) => state)).toEqual(['succeeded', 'ready']);
    const free = await life.say('look');
    expect((await life.still(free)).state).toBe('completed');
    expect(await life.api.workflows.resume({ id: held })).toMatchObject({ paused: false });
    expect((await life.still(held)).state).toBe('completed');
    expect(entriesIn(life.folder)).toEqual(['a', 'b']);
  });

  it('outlasts a pause of everything that is lifted', async () => {
    const life = await startLife(plans);
    const runId = await life.say('write');
    await life.still(runId);
    await life.api.workflows.pause({ id: runId });
    await life.api.pause.everything();
    await life.approve(runId);
    await life.api.pause.resume({ all: true });
    const again = await restart(life);
    expect(entriesIn(again.folder)).toEqual([]);
    await again.api.workflows.resume({ id: runId });
    expect((await again.still(runId)).state).toBe('completed');
  });

  it('is refused for what does not exist', async () => {
    const life = await startLife(plans);
    await expect(life.api.workflows.resume({ id: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(life.api.workflows.pause({ id: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
