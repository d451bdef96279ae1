import { describe, expect, it } from 'vitest';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { createLedger, entriesIn, type Mood } from '#main/ledger-for-tests.ts';

const plans = { send: planOf(step('send', 'a'), step('draft', 'b', { dependsOn: ['a'] })) };

/** Sends something whose outcome nobody can know, up to where the person is asked. */
async function sendInto(mood: Mood): Promise<{ life: TestLife; runId: string }> {
  const ledger = createLedger();
  ledger.treat('a', mood);
  const life = await startLife(plans, { ledger });
  const runId = await life.say('send');
  await life.still(runId);
  await life.approve(runId);
  await life.until(
    () => life.run(runId).steps[0]?.failure?.kind === 'outcome-unknown' && life.run(runId).state === 'waiting_approval',
  );
  return { life, runId };
}
const settle = (
  { life, runId }: { life: TestLife; runId: string },
  outcome: 'it-happened' | 'do-it-again' | 'leave-it',
) => life.api.workflows.settleStep({ id: runId, stepId: 'a', outcome });
const over = (life: TestLife, runId: string) =>
  life.until(() => ['completed', 'failed', 'canceled'].includes(life.run(runId).state) && life.run(runId));

describe('an outcome that nobody can know', () => {
  it.each<Mood>(['unknown-before', 'unknown-after', 'throws-before', 'throws-after', 'answers-nonsense'])(
    'waits for the person and is never tried again blindly: %s',
    async (mood) => {
      const { life, runId } = await sendInto(mood);
      const run = life.run(runId);
      expect(run.steps.map(({ state }) => state)).toEqual(['blocked', 'pending']);
      expect(run.events.filter(({ body }) => body.kind === 'effect.unknown')).toHaveLength(1);
      expect(entriesIn(life.folder)).toEqual(mood.endsWith('before') ? [] : ['a']);
      await life.close();
      const again = await startLife(plans, { folder: life.folder });
      expect(again.run(runId).steps[0]).toMatchObject({ state: 'blocked', failure: { kind: 'outcome-unknown' } });
      expect(entriesIn(life.folder)).toEqual(mood.endsWith('before') ? [] : ['a']);
    },
  );

  it('is asked about over all requests, and after its request was stopped, but then it is not to be done again', async () => {
    const { life, runId } = await sendInto('unknown-before');
    const lookedAt = async () => (await life.api.attention.get({})).unknown;
    expect(await lookedAt()).toMatchObject([{ runId, stepId: 'a', intent: 'send', runOver: false, tries: [{}] }]);
    await life.api.workflows.cancel({ id: runId });
    expect(await lookedAt()).toMatchObject([{ runId, stepId: 'a', runOver: true }]);
    await settle({ life, runId }, 'it-happened');
    expect(await lookedAt()).toEqual([]);
  });

  it('that happened, as the person says, lets the rest go on', async () => {
    const asked = await sendInto('unknown-after');
    await settle(asked, 'it-happened');
    const done = await over(asked.life, asked.runId);
    expect(done.state).toBe('completed');
    expect(done.steps.map(({ state }) => state)).toEqual(['succeeded', 'succeeded']);
    expect(done.steps[0]).toMatchObject({ failure: null, undo: { available: false } });
    expect(entriesIn(asked.life.folder)).toEqual(['a', 'b']);
  });

  it('that did not happen is done again when the person says so', async () => {
    const asked = await sendInto('unknown-before');
    asked.life.ledger.treat('a', 'well');
    await settle(asked, 'do-it-again');
    const done = await over(asked.life, asked.runId);
    expect(done.steps[0]).toMatchObject({ state: 'succeeded', attempt: 2, failure: null });
    expect(entriesIn(asked.life.folder)).toEqual(['a', 'b']);
  });

  it('that did not happen is left, and so is what waits for it', async () => {
    const asked = await sendInto('unknown-before');
    await settle(asked, 'leave-it');
    const done = await over(asked.life, asked.runId);
    expect(done.state).toBe('canceled');
    expect(done.steps.map(({ state }) => state)).toEqual(['skipped', 'skipped']);
    expect(entriesIn(asked.life.folder)).toEqual([]);
  });

  it('can stay unknown twice', async () => {
    const asked = await sendInto('unknown-before');
    const { life, runId } = asked;
    await settle(asked, 'do-it-again');
    await life.until(() => life.run(runId).steps[0]?.attempt === 2 && life.run(runId).state === 'waiting_approval');
    life.ledger.treat('a', 'well');
    await settle(asked, 'do-it-again');
    expect((await over(life, runId)).state).toBe('completed');
    expect(entriesIn(life.folder)).toEqual(['a', 'b']);
  });

  it('is settled once', async () => {
    const asked = await sendInto('unknown-after');
    await settle(asked, 'it-happened');
    await expect(settle(asked, 'do-it-again')).rejects.toMatchObject({ code: 'CONFLICT' });
    await over(asked.life, asked.runId);
    await expect(settle(asked, 'do-it-again')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(entriesIn(asked.life.folder)).toEqual(['a', 'b']);
  });

  it('of a run that was stopped meanwhile can be said, but nothing of it is done any more', async () => {
    const ledger = createLedger();
    ledger.treat('a', 'unknown-after');
    const out = ledger.hold('a', 'after');
    const life = await startLife(plans, { ledger });
    const runId = await life.say('send');
    await life.still(runId);
    await life.approve(runId);
    await out.arrived;
    await life.api.workflows.cancel({ id: runId });
    out.release();
    await life.until(() => life.run(runId).steps[0]?.failure?.kind === 'outcome-unknown');
    await expect(settle({ life, runId }, 'do-it-again')).rejects.toMatchObject({ code: 'CONFLICT' });
    const settled = await settle({ life, runId }, 'it-happened');
    expect(settled).toMatchObject({ state: 'canceled', steps: [{ state: 'succeeded' }, { state: 'skipped' }] });
    expect(entriesIn(life.folder)).toEqual(['a']);
  });

  it.each([
    ['an unknown run', 'x', 'a', 'NOT_FOUND'],
    ['an unknown step', null, 'x', 'NOT_FOUND'],
    ['a step that never ran', null, 'b', 'CONFLICT'],
  ])('is not said of %s', async (_what, run, stepId, code) => {
    const { life, runId } = await sendInto('unknown-before');
    const said = life.api.workflows.settleStep({ id: run ?? runId, stepId, outcome: 'it-happened' });
    await expect(said).rejects.toMatchObject({ code });
  });
});

describe('an outcome that the service can tell', () => {
  it.each<[Mood, string, string[]]>([
    ['throws-after', 'succeeded', ['a']],
    ['unknown-after', 'succeeded', ['a']],
    ['answers-nonsense', 'succeeded', ['a']],
    ['only-claims', 'failed', []],
    ['throws-before', 'failed', []],
    // The wire broke before it was done, which passes: it is tried again.
    ['unknown-before', 'ready', []],
    ['needs-reconnect', 'failed', []],
    ['needs-reconnect', 'failed', []],
  ])('is asked for and not guessed: %s ends %s', async (mood, state, rows) => {
    const ledger = createLedger();
    ledger.treat('a', mood);
    const life = await startLife({ draft: planOf(step('draft', 'a')) }, { ledger });
    const runId = await life.say('draft');
    const done = state === 'ready' ? await life.until(() => tried(life, runId)) : await life.still(runId);
    expect(done.steps[0]).toMatchObject({ state, attempt: 1 });
    expect(entriesIn(life.folder)).toEqual(rows);
    if (state === 'succeeded') expect(done.steps[0]?.undo.available).toBe(true);
  });

  it('of a look that threw is a plain failure', async () => {
    const ledger = createLedger();
    ledger.treat('a', 'throws-before');
    const life = await startLife({ look: planOf(step('read', 'a')) }, { ledger });
    const done = await life.still(await life.say('look'));
    expect(done.steps[0]).toMatchObject({ state: 'failed', failure: { kind: 'internal-error' } });
    expect(JSON.stringify(done)).not.toContain('closed');
    expect(life.errors).toEqual(['an action threw: Error: The ledger is closed.']);
  });
});

/** Once it waits to be tried again. */
function tried(life: TestLife, runId: string) {
  const run = life.run(runId);
  return run.steps[0]?.waits && run;
}
