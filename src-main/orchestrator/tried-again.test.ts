import { describe, expect, it } from 'vitest';
import type { Failure } from '#contract/model/failure.ts';
import { listBreakers } from '#db/repositories/breakers.ts';
import { listEventsAfter } from '#db/repositories/events.ts';
import { overtakeApproval } from '#main/approvals/ask.ts';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { FAILURES_TO_OPEN, noteHealth } from '#main/executor/breaker.ts';
import { MOST_TRIES } from '#main/executor/retry-policy.ts';
import { entriesIn } from '#main/ledger-for-tests.ts';

const plans = {
  draft: planOf(step('draft', 'a'), step('draft', 'b', { dependsOn: ['a'] })),
  send: planOf(step('send', 'a')),
  both: planOf(step('write', 'a'), step('read', 'look'), step('send', 'c')),
  reply: planOf({ ...step('draft', 'letter'), action: 'post-box.reply' }),
};
const HOUR = 3_600_000;

const tries = (life: TestLife, runId: string): number =>
  life.run(runId).events.filter(({ body }) => body.kind === 'effect.intended').length;

const delayed = (life: TestLife, runId: string, times: number): Promise<unknown> =>
  life.until(() => life.run(runId).events.filter(({ body }) => body.kind === 'step.delayed').length >= times);

/** Lets time go by until the step was tried so often that the person is asked. */
async function useUpTries(life: TestLife, runId: string): Promise<void> {
  for (let n = 1; n < MOST_TRIES; n += 1) {
    await delayed(life, runId, n);
    await life.until(() => life.run(runId).steps[0]?.waits);
    life.pass(HOUR);
  }
  await life.until(() => life.run(runId).state === 'waiting_approval');
}

describe('a step that fails in a way that passes', () => {
  it('is tried again later, also over a restart, and done once', async () => {
    const life = await startLife(plans);
    life.ledger.treat('a', 'rate-limited');
    const runId = await life.say('draft');
    await delayed(life, runId, 1);
    expect(life.run(runId)).toMatchObject({
      state: 'executing',
      steps: [{ state: 'ready', waits: { for: 'retry' } }, {}],
    });
    await life.close();

    const again = await startLife(plans, { folder: life.folder, from: '2026-11-24T12:00:00.000Z' });
    expect((await again.still(runId)).state).toBe('completed');
    expect(entriesIn(life.folder)).toEqual(['a', 'b']);
    expect(again.run(runId).steps.map(({ attempt }) => attempt)).toEqual([2, 1]);
  });

  it('is put before the person after several tries, who can have it tried again', async () => {
    const life = await startLife(plans);
    life.ledger.treat('a', 'unreachable');
    const runId = await life.say('draft');
    await useUpTries(life, runId);
    const [letter] = (await life.api.attention.get({})).deadLetters;
    expect(letter).toMatchObject({
      runId,
      stepId: 'a',
      intent: 'draft',
      failure: { kind: 'unreachable' },
      status: 'waiting',
    });
    expect(letter?.tries).toHaveLength(MOST_TRIES);
    expect(life.run(runId).steps[0]).toMatchObject({ state: 'blocked', deadLetterId: letter?.id });

    life.ledger.treat('a', 'well');
    await life.api.attention.answerDeadLetter({ id: letter?.id ?? '', decision: 'replay' });
    expect((await life.still(runId)).state).toBe('completed');
    expect(entriesIn(life.folder)).toEqual(['a', 'b']);
    await expect(
      life.api.attention.answerDeadLetter({ id: letter?.id ?? '', decision: 'discard' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('can be left by the person, and then so is what waits for it', async () => {
    const life = await startLife(plans);
    life.ledger.treat('a', 'unreachable');
    const runId = await life.say('draft');
    await useUpTries(life, runId);
    const [letter] = (await life.api.attention.get({})).deadLetters;
    await life.api.attention.answerDeadLetter({ id: letter?.id ?? '', decision: 'discard' });
    const run = await life.until(() => life.run(runId).state === 'failed' && life.run(runId));
    expect(run.steps.map(({ state }) => state)).toEqual(['failed', 'skipped']);
    expect((await life.api.attention.get({})).deadLetters).toEqual([]);
  });

  it('waits no more when its run is stopped for good', async () => {
    const life = await startLife(plans);
    life.ledger.treat('a', 'unreachable');
    const runId = await life.say('draft');
    await useUpTries(life, runId);
    await life.api.workflows.cancel({ id: runId });
    expect((await life.api.attention.get({})).deadLetters).toEqual([]);
    expect(entriesIn(life.folder)).toEqual([]);
  });
});

describe('a service that is out of order', () => {
  it('is left alone after several failures: what needs it is drafted and waits, and goes on once it is back', async () => {
    const life = await startLife(plans);
    await life.api.integrations.connect({ provider: 'post-box' });
    life.ledger.treat('post-box', 'unreachable');
    const runs = await Promise.all(Array.from({ length: 5 }, () => life.say('reply')));
    const failing = await life.until(() => service(life));
    expect(failing).toMatchObject({ title: 'Post box', failure: { kind: 'unreachable' } });

    const late = await life.say('reply');
    await delayed(life, late, 1);
    expect(tries(life, late)).toBe(0);
    expect(life.run(late).steps[0]?.waits?.for).toBe('service');
    const drafted = await life.until(() => life.run(late).artifacts[0]);
    expect(drafted.name).toBe('letter.txt');

    life.ledger.treat('post-box', 'well');
    life.pass(HOUR);
    for (const runId of [...runs, late]) {
      await life.until(() => life.run(runId).state === 'completed');
    }
    expect((await life.api.attention.get({})).services).toEqual([]);
    const told = listEventsAfter(life.lifeOs.engine.journal.orm, 0, 1_000).map(({ kind }) => kind);
    expect(told.filter((kind) => kind === 'service.failing')).toHaveLength(1);
    expect(told.filter((kind) => kind === 'service.back')).toHaveLength(1);
  });
});

describe('a service that answers, even with a no', () => {
  it('is not out of order: only failures in a row count', async () => {
    const life = await startLife(plans);
    await life.api.integrations.connect({ provider: 'post-box' });
    const { journal } = life.lifeOs.engine;
    const postBox = { connector: 'post-box', title: 'Post box' };
    const fails = (times: number, failure: Failure) =>
      Promise.all(Array.from({ length: times }, () => journal.write((tx) => noteHealth(tx, postBox, failure))));
    await fails(FAILURES_TO_OPEN - 1, { kind: 'unreachable', service: 'Post box' });
    await fails(1, { kind: 'not-found', what: 'the letter' });
    await fails(FAILURES_TO_OPEN - 1, { kind: 'unreachable', service: 'Post box' });
    expect(service(life)).toBeUndefined();
    // Neither an answer nor an outage: it may come from this side of the wire.
    await fails(1, { kind: 'refused', because: 'A rule says no.' });
    await fails(1, { kind: 'unreachable', service: 'Post box' });
    expect(service(life)).toMatchObject({ title: 'Post box' });
    expect(await fails(1, { kind: 'changed-since', what: 'the letter' })).toEqual([true]);
    expect(service(life)).toBeUndefined();
  });
});

const service = (life: TestLife) => {
  const [first] = listBreakers(life.lifeOs.engine.journal.orm).filter(({ openedAt }) => openedAt !== null);
  return first && { title: life.lifeOs.engine.tools.titleOf(first.connector), failure: first.failure };
};

describe('a message', () => {
  it('waits before it leaves, and can be called off until then', async () => {
    const life = await startLife(plans, { hold: 20 });
    const { id } = await life.still(await life.say('send'));
    await life.approve(id);
    const held = await life.until(() => life.run(id).steps[0]?.waits);
    expect(held.for).toBe('hold');
    await life.api.workflows.callOff({ id, stepId: 'a' });
    expect((await life.still(id)).state).toBe('canceled');
    await life.api.workflows.callOff({ id, stepId: 'a' });
    expect(entriesIn(life.folder)).toEqual([]);
  });

  it('that is asked about anew waits anew: its card is another one now', async () => {
    const life = await startLife(plans, { hold: 20 });
    const { id } = await life.still(await life.say('send'));
    await life.approve(id);
    await life.until(() => life.run(id).steps[0]?.waits);
    const [card] = life.run(id).approvals;
    await life.lifeOs.engine.journal.write((tx) => overtakeApproval(tx, card?.id ?? ''));
    life.pass(21_000);
    await life.still(id);
    await life.approve(id);
    expect((await life.until(() => life.run(id).steps[0]?.waits)).for).toBe('hold');
    expect(entriesIn(life.folder)).toEqual([]);
  });

  it('leaves once the time is over, and cannot be called off any more', async () => {
    const life = await startLife(plans, { hold: 20 });
    const { id } = await life.still(await life.say('send'));
    await life.approve(id);
    await life.until(() => life.run(id).steps[0]?.waits);
    life.pass(21_000);
    expect((await life.still(id)).state).toBe('completed');
    await expect(life.api.workflows.callOff({ id, stepId: 'a' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(entriesIn(life.folder)).toEqual(['a']);
  });
});

describe('a shadow run', () => {
  it('does everything but the effects, asks nothing, and reports what would have come of it', async () => {
    const life = await startLife(plans);
    const { runId } = await life.api.tasks.submit({ intent: 'both', shadow: true });
    const run = await life.still(runId);
    expect(run).toMatchObject({ state: 'completed', shadow: true });
    expect(run.approvals).toEqual([]);
    expect(run.steps.map(({ state }) => state)).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(run.steps[0]?.decision?.verdict).toBe('ask');
    expect(run.steps.every(({ undo }) => !undo.available)).toBe(true);
    expect(run.events.filter(({ body }) => body.kind === 'effect.rehearsed')).toHaveLength(2);
    expect(entriesIn(life.folder)).toEqual([]);
  });
});
