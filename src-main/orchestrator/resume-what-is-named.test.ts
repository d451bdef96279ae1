import { describe, expect, it } from 'vitest';
import type { PauseScope } from '#contract/model/pause.ts';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { createLedger, entriesIn } from '#main/ledger-for-tests.ts';

const plans = {
  one: planOf(step('draft', 'one')),
  two: planOf(step('draft', 'two')),
  three: planOf(step('draft', 'three')),
  trip: planOf(step('draft', 'trip', { domain: 'travel' }), step('draft', 'home', { domain: 'home' })),
  line: planOf(step('draft', 'slow'), step('draft', 'late', { dependsOn: ['slow'] })),
  plain: planOf(step('draft', 'plain')),
  beside: planOf(step('draft', 'slow'), step('send', 'lost'), step('draft', 'late', { dependsOn: ['slow'] })),
};

const kindsIn = async (life: TestLife) =>
  (await life.api.events.history({ limit: 200 })).items.map(({ body }) => body.kind);
const itemsIn = async (life: TestLife) => (await life.api.pause.get()).held.map(({ item }) => item);
const run = (runId: string): PauseScope => `run:${runId}`;

/** Says each while everything is paused, and waits until each stands at the pause with its plan made. */
async function heldRuns(life: TestLife, ...intents: string[]): Promise<string[]> {
  const runs: string[] = [];
  for (const intent of intents) {
    const runId = await life.say(intent);
    await life.until(() => life.run(runId).steps.some(({ state }) => state === 'ready'));
    runs.push(runId);
  }
  return runs;
}

describe('going on after a pause', () => {
  it('lets go on what is named and nothing else, and shows first what each would do', async () => {
    const life = await startLife(plans);
    await life.api.pause.everything();
    const [one = '', two = '', three = ''] = await heldRuns(life, 'one', 'two', 'three');
    const { held } = await life.api.pause.get();
    expect(held).toMatchObject([
      { item: 'everything', says: 'Everything new', next: 'New requests start again. 3 requests below can go on.' },
      { item: run(one), says: 'one', next: 'draft one', needsConfirmation: false },
      { item: run(two), says: 'two', next: 'draft two' },
      { item: run(three), says: 'three', next: 'draft three' },
    ]);
    const after = await life.api.pause.resume({ resume: [run(two)], cancel: [three] });
    expect(after).toMatchObject({ paused: true, held: [{ item: 'everything' }, { item: run(one) }] });
    expect((await life.still(two)).state).toBe('completed');
    expect(life.run(three).state).toBe('canceled');
    expect(entriesIn(life.folder)).toEqual(['two']);
    const [plain = ''] = await heldRuns(life, 'plain');
    expect(await itemsIn(life)).toEqual(['everything', run(one), run(plain)]);
  });

  it('lets go on exactly the run that is asked for by itself, under a pause of any width', async () => {
    const wide: PauseScope[] = ['everything', 'domain:everyday', 'connector:ledger'];
    const life = await startLife(plans);
    for (const scope of wide) await life.api.pause.everything({ scope });
    const [one = '', two = ''] = await heldRuns(life, 'one', 'two');
    await life.api.workflows.pause({ id: one });
    expect(await life.api.workflows.resume({ id: one })).toMatchObject({ id: one, paused: false });
    expect((await life.still(one)).state).toBe('completed');
    expect(entriesIn(life.folder)).toEqual(['one']);
    expect(new Set(await itemsIn(life))).toEqual(new Set([...wide, run(two)]));
  });

  it('keeps standing, each by itself, what a lifted pause held and nobody named', async () => {
    const life = await startLife(plans);
    await life.api.pause.everything();
    const [one = '', two = ''] = await heldRuns(life, 'one', 'two');
    const after = await life.api.pause.resume({ resume: ['everything', run(two)] });
    expect(after).toMatchObject({ paused: false, held: [{ item: run(one), next: 'draft one' }] });
    expect((await life.still(two)).state).toBe('completed');
    expect((await life.still(await life.say('three'))).state).toBe('completed');
    await life.close();
    const again = await startLife(plans, { folder: life.folder });
    expect(entriesIn(life.folder).sort()).toEqual(['three', 'two']);
    await again.api.pause.resume({ resume: [run(one)] });
    expect((await again.still(one)).state).toBe('completed');
  });

  it('names nothing: nothing goes on, and that is said', async () => {
    const life = await startLife(plans);
    await life.api.pause.everything();
    const [one = ''] = await heldRuns(life, 'one');
    await expect(life.api.pause.resume({})).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(life.api.pause.resume({ resume: ['everything'], cancel: ['x'] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(life.run(one).paused).toBe(true);
    expect((await life.api.pause.get()).paused).toBe(true);
  });

  it('holds one part of life, or one connector, and leaves the rest alone', async () => {
    const life = await startLife(plans);
    await life.api.pause.everything({ scope: 'domain:travel' });
    const trip = await life.say('trip');
    await life.until(() => life.run(trip).steps[1]?.state === 'succeeded');
    expect((await life.still(await life.say('plain'))).state).toBe('completed');
    expect((await life.api.pause.get()).held).toMatchObject([
      {
        item: 'domain:travel',
        says: 'Travel',
        next: 'It is used again for new requests. One request below can go on.',
      },
      { item: run(trip), next: 'draft trip' },
    ]);
    await life.api.pause.everything({ scope: 'connector:ledger' });
    await life.api.pause.resume({ resume: ['domain:travel', run(trip)] });
    expect((await life.still(trip)).state).toBe('completed');
    const [one = ''] = await heldRuns(life, 'one');
    expect(await itemsIn(life)).toEqual(['connector:ledger', run(one)]);
    await life.api.pause.resume({ all: true });
    expect((await life.still(one)).state).toBe('completed');
  });

  it('pressed again, also holds again what was let go on', async () => {
    const ledger = createLedger();
    const out = ledger.hold('slow');
    const life = await startLife(plans, { ledger });
    await life.api.pause.everything();
    const [runId = ''] = await heldRuns(life, 'line');
    await life.api.pause.resume({ resume: [run(runId)] });
    await out.arrived;
    const before = (await life.api.pause.get()).epoch;
    expect((await life.api.pause.everything()).epoch).toBe(before + 1);
    out.release();
    await life.until(() => life.run(runId).steps[1]?.state === 'ready');
    await life.close();
    expect(entriesIn(life.folder)).not.toContain('late');
  });

  it('twice is once', async () => {
    const life = await startLife(plans);
    await life.api.pause.everything();
    await life.api.pause.resume({ resume: ['everything'] });
    await life.api.pause.resume({ resume: ['everything'] });
    expect((await kindsIn(life)).filter((kind) => kind === 'pause.lifted')).toHaveLength(1);
  });
});

describe('the receipt of a pause', () => {
  it('tells what was stopped, and of what was out what is known since; also after a restart and a resume', async () => {
    const ledger = createLedger();
    const [slow, lost] = [ledger.hold('slow'), ledger.hold('lost', 'after')];
    ledger.treat('lost', 'unknown-after');
    let life = await startLife(plans, { ledger });
    await life.trust();
    const runId = await life.say('beside');
    await life.until(() => life.run(runId).state === 'waiting_approval');
    await life.approve(runId);
    await Promise.all([slow.arrived, lost.arrived]);
    const pressed = await life.api.pause.everything();
    expect(pressed).toMatchObject({
      stopped: [{ runId, stepId: 'late', says: 'draft late' }],
      completed: [],
      unknown: [],
    });
    expect(pressed.stillOut.map(({ stepId }) => stepId).sort()).toEqual(['lost', 'slow']);
    slow.release();
    lost.release();
    await life.until(
      () => life.run(runId).steps[1]?.state === 'blocked' && life.run(runId).steps[0]?.state === 'succeeded',
    );
    const later = { completed: [{ stepId: 'slow', happened: true }], unknown: [{ stepId: 'lost' }], stillOut: [] };
    expect(await life.api.pause.get()).toMatchObject(later);
    await life.close();
    life = await startLife(plans, { folder: life.folder, ledger });
    await life.api.pause.resume({ all: true });
    expect(await life.api.pause.get()).toMatchObject({
      ...later,
      paused: false,
      about: { scope: 'everything', liftedAt: expect.any(String) },
      stopped: [{ runId, stepId: 'late' }],
    });
  });
});
