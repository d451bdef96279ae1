import { describe, expect, it } from 'vitest';
import type { Provenance } from '#contract/model/provenance.ts';
import type { SuspicionLimits } from '#contract/model/suspicion.ts';
import { updateRun } from '#db/repositories/runs.ts';
import { findStep } from '#db/repositories/steps.ts';
import { listOpenSuspicions } from '#db/repositories/suspicions.ts';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { USUAL_LIMITS } from '#main/gate/suspicion-limits.ts';
import { watchForSuspicion } from '#main/gate/watch-for-suspicion.ts';
import { createLedger, entriesIn } from '#main/ledger-for-tests.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const plans = {
  ...Object.fromEntries(NAMES.map((name) => [`write ${name}`, planOf(step('write', name))])),
  ...Object.fromEntries(NAMES.map((name) => [`draft ${name}`, planOf(step('draft', name))])),
  writeAll: planOf(...NAMES.map((name) => step('write', name))),
  sendAll: planOf(...NAMES.map((name) => step('send', name, { args: { entry: name, text: `${name}@example.com` } }))),
  sendToOne: planOf(...NAMES.map((name) => step('send', name, { args: { entry: name, text: 'ana@example.com' } }))),
  look: planOf(step('read', 'look')),
};

async function limited(limits: Partial<SuspicionLimits>, options: Parameters<typeof startLife>[1] = {}) {
  const life = await startLife(plans, options);
  await life.trust();
  await life.api.policies.update({ id: 'suspicion', suspicion: limits });
  return life;
}

/** Says one after the other, and waits for each to be done or to stand at a pause. */
async function sayEach(life: TestLife, ...intents: string[]): Promise<string[]> {
  const runs: string[] = [];
  for (const intent of intents) {
    const runId = await life.say(intent);
    await life.until(() => {
      const { state, paused, steps } = life.run(runId);
      return state === 'completed' || state === 'failed' || (paused && steps.some((each) => each.state === 'ready'));
    });
    runs.push(runId);
  }
  return runs;
}

async function doneWithApproval(life: TestLife, intent: string): Promise<string> {
  const { id } = await life.still(await life.say(intent));
  await life.approve(id);
  return id;
}

/** A run that read something, and a rule that refuses what would come of values of this provenance. */
async function reading() {
  const life = await limited({ 'outside-text': TWO });
  const [runId = ''] = await sayEach(life, 'look');
  const refuse = (provenance: Provenance) =>
    life.lifeOs.engine.journal.write((tx) => {
      const row = findStep(tx.orm, runId, 'look');
      return row && watchForSuspicion(tx, row, { kind: 'refused', sinks: [{ provenance }] });
    });
  return { life, runId, refuse };
}

const TWO = { most: 2, minutes: 10 };
const suspicionIn = async (life: TestLife) => (await life.api.pause.get()).suspicions[0];
const raised = async (life: TestLife) =>
  (await life.api.events.history({ limit: 200 })).items.filter(({ body }) => body.kind === 'suspicion.raised');

/** Three changes that nobody said yes to, where two are usual: the third is held. */
async function burst(options: Parameters<typeof startLife>[1] = {}) {
  const life = await limited({ burst: TWO }, options);
  await life.api.integrations.connect({ provider: 'post-box' });
  const runs = await sayEach(life, 'write a', 'write b', 'write c');
  return { life, runs };
}

describe('suspicious automation, step by step as in docs/runbooks/suspicious-automation.md', () => {
  it('1. pauses by itself, in the very claim that is one too many, and stays so over a restart', async () => {
    const { life, runs } = await burst();
    expect(entriesIn(life.folder)).toEqual(['a', 'b']);
    const because = 'More than 2 changes were about to be made within 10 minutes without anybody saying yes to each.';
    const pauses = [{ scope: 'everything', by: 'life-os', because, needsConfirmation: true }];
    expect(await life.api.pause.get()).toMatchObject({ paused: true, pauses, stopped: [{ runId: runs[2] }] });
    expect(life.run(runs[2] ?? '')).toMatchObject({ steps: [{ state: 'ready', attempt: 0 }] });
    await life.close();
    const again = await startLife(plans, { folder: life.folder });
    expect(await again.api.pause.get()).toMatchObject({ paused: true, pauses, suspicions: [{ kind: 'burst' }] });
    expect(entriesIn(life.folder)).toEqual(['a', 'b']);
  });

  it('2. wants every account that it covers to be signed in to again, or switched off', async () => {
    for (const settle of ['connect', 'disconnect'] as const) {
      const { life } = await burst();
      const signInDue = async () =>
        (await life.api.integrations.list()).items.filter((each) => each.signInDue).map(({ provider }) => provider);
      expect(await signInDue()).toEqual(['post-box']);
      const confirmed = { all: true, confirm: true as const, suspicionIds: [(await suspicionIn(life))?.id ?? ''] };
      await expect(life.api.pause.resume(confirmed)).rejects.toMatchObject({
        code: 'CONFLICT',
        message: 'Sign in again first, or switch it off: Post box. Nothing was let go on.',
      });
      expect((await life.api.pause.get()).paused).toBe(true);
      await life.api.integrations[settle]({ provider: 'post-box' });
      expect(await signInDue()).toEqual([]);
      expect((await life.api.pause.resume(confirmed)).paused).toBe(false);
    }
  });

  it('3. puts what happened into the timeline: why, and each thing that was counted', async () => {
    const { life, runs } = await burst();
    const [event, ...more] = await raised(life);
    expect(more).toEqual([]);
    expect(event?.body).toMatchObject({ suspicion: 'burst', scope: 'everything', says: expect.stringContaining('2') });
    const evidence = event?.body.kind === 'suspicion.raised' ? event.body.evidence : [];
    expect(evidence.map(({ runId, says }) => [runId, says])).toEqual([
      [runs[2], 'write c'],
      [runs[1], 'write b'],
      [runs[0], 'write a'],
    ]);
    expect(evidence.map(({ toolCallId }) => toolCallId !== null)).toEqual([false, true, true]);
    for (const { runId } of evidence)
      expect((await life.api.workflows.get({ id: runId })).events.length).toBeGreaterThan(0);
  });

  it('4. goes on only after the person confirmed this very suspicion, and counts afresh from then on', async () => {
    const { life, runs } = await burst();
    await life.api.integrations.disconnect({ provider: 'post-box' });
    const held = runs[2] ?? '';
    const suspicionIds = [(await suspicionIn(life))?.id ?? ''];
    const careless = [
      { all: true },
      { resume: ['everything' as const] },
      { resume: [`run:${held}` as const] },
      { all: true, suspicionIds },
      { all: true, confirm: true as const },
      { all: true, confirm: true as const, suspicionIds: ['another'] },
    ];
    for (const each of careless) {
      await expect(life.api.pause.resume(each)).rejects.toMatchObject({ code: 'CONFLICT' });
    }
    expect(entriesIn(life.folder)).toEqual(['a', 'b']);
    await expect(life.api.workflows.resume({ id: held })).rejects.toMatchObject({ code: 'CONFLICT' });
    await life.api.pause.resume({ all: true, confirm: true, suspicionIds });
    expect((await life.still(held)).state).toBe('completed');
    await sayEach(life, 'write d');
    expect(entriesIn(life.folder)).toEqual(['a', 'b', 'c', 'd']);
    expect((await life.api.pause.get()).suspicions).toEqual([]);
    await sayEach(life, 'write e');
    expect(await raised(life)).toHaveLength(2);
  });
});

describe('what was confirmed for one request', () => {
  it('goes on alone, and the pause that stays is lifted without saying it again', async () => {
    const { life, runs } = await burst();
    await life.api.integrations.disconnect({ provider: 'post-box' });
    const held = runs[2] ?? '';
    const suspicionIds = [(await suspicionIn(life))?.id ?? ''];
    const after = await life.api.pause.resume({ resume: [`run:${held}`], confirm: true, suspicionIds });
    expect(after).toMatchObject({ paused: true, suspicions: [], pauses: [{ needsConfirmation: false }] });
    expect((await life.still(held)).state).toBe('completed');
    expect((await life.api.pause.resume({ all: true })).paused).toBe(false);
  });
});

describe('what is suspicious', () => {
  it('is many messages to people who are new, also when each was approved', async () => {
    const life = await limited({ 'new-recipients': TWO });
    await doneWithApproval(life, 'sendAll');
    await life.until(() => listOpenSuspicions(life.lifeOs.engine.journal.orm).length > 0);
    expect(await suspicionIn(life)).toMatchObject({ kind: 'new-recipients', scope: 'everything' });
    await life.close();
    expect(entriesIn(life.folder)).toHaveLength(2);
  });

  it('is an account that turns the sign-in away again and again, and pauses that account alone', async () => {
    const ledger = createLedger();
    for (const name of ['a', 'b', 'c']) ledger.treat(name, 'needs-reconnect');
    const life = await limited({ 'failed-sign-in': TWO }, { ledger });
    await sayEach(life, 'write a', 'write b', 'write c', 'write d');
    expect(await life.api.pause.get()).toMatchObject({ paused: false, pauses: [{ scope: 'connector:ledger' }] });
    expect(await suspicionIn(life)).toMatchObject({ kind: 'failed-sign-in' });
    expect(entriesIn(life.folder)).toEqual([]);
  });

  it('is text by somebody else that again and again leads to what a rule refuses', async () => {
    const { life, refuse } = await reading();
    for (let n = 0; n < 5; n += 1) expect(await refuse(['person'])).toBe(false);
    expect([await refuse(['outside:mail/1']), await refuse(['outside:mail/1'])]).toEqual([false, false]);
    expect(await refuse(['outside:mail/1'])).toBe(true);
    expect(await life.api.pause.get()).toMatchObject({ paused: true, suspicions: [{ kind: 'outside-text' }] });
    // One more of the same while it stands open is no news.
    expect(await refuse(['outside:mail/1'])).toBe(false);
  });

  it('pauses the automation alone that it comes from', async () => {
    const { life, runId, refuse } = await reading();
    await life.lifeOs.engine.journal.write((tx) => updateRun(tx, runId, { automationId: 'weekly', updatedAt: tx.now }));
    for (let n = 0; n < 3; n += 1) await refuse(['outside:mail/1']);
    expect(await life.api.pause.get()).toMatchObject({ paused: false, pauses: [{ scope: 'automation:weekly' }] });
  });

  it('adds itself to a pause that the person set, so that lifting that needs the confirmation too', async () => {
    const { life, refuse } = await reading();
    await life.api.pause.everything();
    for (let n = 0; n < 3; n += 1) await refuse(['outside:mail/1']);
    expect((await life.api.pause.get()).pauses).toMatchObject([{ by: 'you', needsConfirmation: true }]);
    await expect(life.api.pause.resume({ all: true })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('what is not suspicious', () => {
  it('is a plan of many changes that the person said yes to', async () => {
    const life = await startLife(plans);
    await life.api.policies.update({ id: 'suspicion', suspicion: { burst: TWO } });
    const runId = await doneWithApproval(life, 'writeAll');
    expect((await life.still(runId)).state).toBe('completed');
    expect(await raised(life)).toEqual([]);
  });

  it('is any number of looks and drafts', async () => {
    const life = await limited({ burst: TWO });
    await sayEach(life, 'look', 'look', 'look', ...NAMES.map((name) => `draft ${name}`));
    expect(entriesIn(life.folder)).toHaveLength(6);
    expect(await raised(life)).toEqual([]);
  });

  it('is many messages to one person, or to people who stand in the memory', async () => {
    const life = await limited({ 'new-recipients': TWO });
    expect((await life.still(await doneWithApproval(life, 'sendToOne'))).state).toBe('completed');
    for (const name of NAMES)
      await life.api.memory.add({ item: { kind: 'person', name, email: `${name}@example.com` } });
    expect((await life.still(await doneWithApproval(life, 'sendAll'))).state).toBe('completed');
    expect(await raised(life)).toEqual([]);
  });

  it('is as much as the limit, or more of it over a longer time', async () => {
    const life = await limited({ burst: TWO });
    for (const name of NAMES) {
      await sayEach(life, `write ${name}`);
      life.pass(6 * 60_000);
    }
    expect(entriesIn(life.folder)).toHaveLength(6);
    expect(await raised(life)).toEqual([]);
  });

  it('is a busy day under the usual limits', async () => {
    const life = await limited({});
    const words = Array.from({ length: 8 }, () => NAMES.map((name) => `write ${name}`)).flat();
    await sayEach(life, ...words);
    await life.still(await doneWithApproval(life, 'sendAll'));
    expect(await raised(life)).toEqual([]);
  });
});

describe('the limits', () => {
  it('stand among the policies, are the person’s to change one by one, and survive nonsense on disk', async () => {
    const life = await startLife(plans);
    const read = async () => (await life.api.policies.list()).items.find(({ id }) => id === 'suspicion')?.suspicion;
    expect(await read()).toEqual(USUAL_LIMITS);
    await life.api.policies.update({ id: 'suspicion', suspicion: { burst: TWO } });
    expect(await read()).toEqual({ ...USUAL_LIMITS, burst: TWO });
    await expect(
      life.api.policies.update({ id: 'suspicion', suspicion: { burst: { most: 0, minutes: 1 } } }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(life.api.policies.update({ id: 'suspicion', enabled: false })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});
