import { describe, expect, it } from 'vitest';
import type { RunDetail } from '#contract/api/workflows.ts';
import type { KeptChoice } from '#contract/model/conflict.ts';
import type { Limits } from '#contract/model/limits.ts';
import { listReservationsOfRun } from '#db/repositories/reservations.ts';
import { type Plans, planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { CAREFUL_LIMITS } from '#main/gate/limits-in-force.ts';
import { createLedger, entriesIn } from '#main/ledger-for-tests.ts';
import { expireApprovals } from '#main/orchestrator/expire-approvals.ts';

const DAY = 86_400_000;

/** So many plans that each do one thing of a kind. */
const many = (count: number, verb: 'send' | 'pay'): Plans =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}`, planOf(step(verb, `${verb}-${index}`))]));

const setLimits = (life: TestLife, limits: Partial<Limits>) =>
  life.api.policies.update({ id: 'limits', limits: { ...CAREFUL_LIMITS, ...limits } });

const sayAll = (life: TestLife, sentences: readonly string[]): Promise<string[]> =>
  Promise.all(sentences.map((sentence) => life.say(sentence)));
const stillAll = (life: TestLife, ids: readonly string[]): Promise<RunDetail[]> =>
  Promise.all(ids.map((id) => life.still(id)));

const saysOf = (run: RunDetail): string[] =>
  run.approvals
    .filter(({ status }) => status === 'waiting')
    .flatMap(({ card }) => (card.conflicts ?? []).map(({ says }) => says));

function cardOf(run: RunDetail) {
  const card = run.approvals.findLast(({ status }) => status === 'waiting');
  if (!card) throw new Error('No card waits.');
  return card;
}

async function answer(life: TestLife, runId: string, choice?: KeptChoice): Promise<void> {
  const { id, digest } = cardOf(life.run(runId));
  await life.api.approvals.decide({ id, digest, decision: 'approve', choice });
}

const statesOf = (life: TestLife, runId: string): string[] =>
  listReservationsOfRun(life.lifeOs.engine.journal.orm, runId).map(({ state }) => state);

describe('a limit of a day', () => {
  it('is said on the card of the first one over it, with what can be done, and the one in room is not put off', async () => {
    const life = await startLife(many(3, 'send'));
    await setLimits(life, { messagesPerDay: 2 });
    const [a = '', b = '', c = ''] = await sayAll(life, ['0', '1', '2']);
    const runs = await stillAll(life, [a, b, c]);
    const [over, ...others] = runs.filter((run) => saysOf(run).length > 0);
    expect(others).toEqual([]);
    expect(over && saysOf(over)).toEqual([
      'This would be the 3rd message today, with 2 planned but not done yet. You set 2.',
    ]);
    expect(over && cardOf(over).card.conflicts?.[0]?.choices.map(({ kind, says }) => [kind, says])).toEqual([
      ['anyway', 'Do it this once anyway'],
      ['wait', 'Wait for room, until Wednesday 25 November'],
      ['leave', 'Leave it'],
    ]);
    const inRoom = runs.filter((run) => run !== over);
    for (const { id } of inRoom) await answer(life, id);
    for (const { id } of inRoom) await life.until(() => life.run(id).state === 'completed');
    expect(entriesIn(life.folder)).toHaveLength(2);
  });

  it('is not passed by a yes that does not say what to do about it', async () => {
    const life = await startLife(many(1, 'send'));
    await setLimits(life, { messagesPerDay: 0 });
    const run = await life.still(await life.say('0'));
    const { id, digest } = cardOf(run);
    const together = life.api.workflows.approve({ id: run.id, approve: [{ approvalId: id, digest }] });
    await expect(together).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(life.api.approvals.decide({ id, digest, decision: 'approve' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Something stands in the way of this. Say what to do about it, and then yes. Nothing was done.',
    });
    const notOffered = { id, digest, decision: 'approve', choice: 'another-time' } as const;
    await expect(life.api.approvals.decide(notOffered)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(cardOf(life.run(run.id)).id).toBe(id);
    await life.api.workflows.approve({ id: run.id, approve: [{ approvalId: id, digest, choice: 'anyway' }] });
    await life.until(() => life.run(run.id).state === 'completed');
    expect(entriesIn(life.folder)).toEqual(['send-0']);
    expect(life.run(run.id).approvals[0]).toMatchObject({ status: 'approved', choice: 'anyway' });
  });

  it('is checked again when the effect is claimed: of ten with a yes each, exactly the last place is taken', async () => {
    const life = await startLife(many(10, 'send'));
    const ids = await sayAll(life, Object.keys(many(10, 'send')));
    await stillAll(life, ids);
    await setLimits(life, { messagesPerDay: 1 });
    await Promise.all(ids.map((id) => answer(life, id)));
    const runs = await Promise.all(
      ids.map((id) =>
        life.until(() => {
          const run = life.run(id);
          return (run.state === 'completed' || saysOf(run).length > 0) && run;
        }),
      ),
    );
    expect(runs.filter(({ state }) => state === 'completed')).toHaveLength(1);
    expect(entriesIn(life.folder)).toHaveLength(1);
    for (const run of runs.filter(({ state }) => state !== 'completed')) {
      expect(run.approvals.map(({ status }) => status)).toEqual(['overtaken', 'waiting']);
      expect(saysOf(run)[0]).toMatch(/^This would be the \d+(st|nd|rd|th) message today.* You set 1\.$/);
    }
  });

  it('is waited out: the step is done without another question once the person’s own day is over', async () => {
    const life = await startLife(many(2, 'send'));
    await setLimits(life, { messagesPerDay: 1 });
    const first = await life.still(await life.say('0'));
    await answer(life, first.id);
    await life.until(() => life.run(first.id).state === 'completed');
    const second = await life.still(await life.say('1'));
    await answer(life, second.id, 'wait');
    await life.until(() => life.run(second.id).state === 'executing');
    const waits = { for: 'room', until: '2026-11-25T00:00:00.000Z' };
    await life.until(() => life.run(second.id).steps[0]?.waits !== null);
    expect(life.run(second.id).steps[0]?.waits).toEqual(waits);
    life.lifeOs.engine.queue.wakeAll();
    await life.close();
    expect(entriesIn(life.folder)).toEqual(['send-0']);

    const sameDay = await startLife({}, { folder: life.folder, from: '2026-11-24T23:59:00.000Z' });
    await sameDay.close();
    expect(entriesIn(life.folder)).toEqual(['send-0']);
    const next = await startLife({}, { folder: life.folder, from: '2026-11-25T00:00:01.000Z' });
    await next.until(() => next.run(second.id).state === 'completed');
    expect(entriesIn(life.folder)).toEqual(['send-0', 'send-1']);
    expect(next.run(second.id).approvals).toHaveLength(1);
    expect(next.run(second.id).steps[0]?.waits).toBeNull();
  });

  it('has room again, and who waits is done, when the person raises it', async () => {
    const life = await startLife(many(1, 'send'));
    // One message is over the limit by itself, so waiting for the next day would be no help.
    await setLimits(life, { messagesPerDay: 0 });
    const run = await life.still(await life.say('0'));
    expect(cardOf(run).card.conflicts?.[0]?.choices.map(({ kind }) => kind)).toEqual(['anyway', 'leave']);
    await life.api.approvals.decide({ id: cardOf(run).id, decision: 'decline' });

    await setLimits(life, { messagesPerDay: 1 });
    const again = await startWaiting(life);
    await setLimits(life, { messagesPerDay: 2 });
    await life.until(() => life.run(again).state === 'completed');
    expect(entriesIn(life.folder)).toHaveLength(2);
  });

  it('is given back by a no, a stop, an expiry, a failure and an undo', async () => {
    const ledger = createLedger();
    const life = await startLife(many(5, 'send'), { ledger });
    await setLimits(life, { messagesPerDay: 1 });
    const freed: string[] = [];
    const declined = await life.still(await life.say('0'));
    await life.api.approvals.decide({ id: cardOf(declined).id, decision: 'decline' });
    freed.push(declined.id);
    const canceled = await life.still(await life.say('1'));
    expect(saysOf(canceled)).toEqual([]);
    await life.api.workflows.cancel({ id: canceled.id });
    freed.push(canceled.id);
    ledger.treat('send-2', 'needs-reconnect');
    const failed = await life.still(await life.say('2'));
    expect(saysOf(failed)).toEqual([]);
    await answer(life, failed.id);
    await life.until(() => life.run(failed.id).state === 'failed');
    freed.push(failed.id);
    const expired = await life.still(await life.say('3'));
    expect(saysOf(expired)).toEqual([]);
    life.pass(8 * DAY);
    await expireApprovals(life.lifeOs.engine);
    await life.until(() => life.run(expired.id).state === 'canceled');
    freed.push(expired.id);
    expect(saysOf(await life.still(await life.say('4')))).toEqual([]);
    for (const id of freed) expect(new Set(statesOf(life, id))).toEqual(new Set(['released']));
  });
});

/** Does the one that there is room for, and lets another wait for room. */
async function startWaiting(life: TestLife): Promise<string> {
  const done = await life.still(await life.say('0'));
  await answer(life, done.id);
  await life.until(() => life.run(done.id).state === 'completed');
  const waiting = await life.still(await life.say('0'));
  await answer(life, waiting.id, 'wait');
  await life.until(() => life.run(waiting.id).state === 'executing');
  return waiting.id;
}

describe('money', () => {
  const spending = (perAction: number, perDay: number, perMonth: number) => ({
    spending: { EUR: { perAction, perDay, perMonth } },
  });

  it.each([
    [
      'one payment',
      spending(499, 5_000, 5_000),
      'This costs €5.00. You set €4.99 for one payment.',
      ['anyway', 'leave'],
    ],
    [
      'a day',
      spending(500, 900, 5_000),
      'With this you would spend €10.00 today. You set €9.00.',
      ['anyway', 'wait', 'leave'],
    ],
    [
      'a month',
      spending(500, 5_000, 900),
      'With this you would spend €10.00 this month. You set €9.00.',
      ['anyway', 'wait', 'leave'],
    ],
  ])('over the limit of %s is said with its amount', async (_what, limits, says, kinds) => {
    const life = await startLife(many(2, 'pay'));
    const first = await life.still(await life.say('0'));
    await answer(life, first.id);
    await life.until(() => life.run(first.id).state === 'completed');
    await setLimits(life, limits);
    const second = await life.still(await life.say('1'));
    expect(saysOf(second)).toEqual([says]);
    expect(cardOf(second).card.conflicts?.[0]?.choices.map(({ kind }) => kind)).toEqual(kinds);
    expect(second.events.some(({ body }) => body.kind === 'conflict.found' && body.says === says)).toBe(true);
    await answer(life, second.id, 'anyway');
    await life.until(() => life.run(second.id).state === 'completed');
    expect(entriesIn(life.folder)).toHaveLength(2);
  });

  it('of a plan that asked first is not put off by a later one that is over', async () => {
    const life = await startLife(many(2, 'pay'));
    await setLimits(life, spending(500, 900, 5_000));
    const first = await life.still(await life.say('0'));
    const second = await life.still(await life.say('1'));
    expect(saysOf(second)).toEqual([
      'With this you would spend €10.00 today, with €5.00 planned but not done yet. You set €9.00.',
    ]);
    await answer(life, first.id);
    await life.until(() => life.run(first.id).state === 'completed');
    expect(life.run(first.id).approvals).toHaveLength(1);
    await answer(life, second.id, 'anyway');
    await life.until(() => life.run(second.id).state === 'completed');
  });

  it('is asked about again when another one went first after the yes', async () => {
    const life = await startLife(many(2, 'pay'));
    await setLimits(life, spending(500, 900, 5_000));
    const first = await life.still(await life.say('0'));
    const second = await life.still(await life.say('1'));
    await answer(life, second.id, 'anyway');
    await life.until(() => life.run(second.id).state === 'completed');
    await answer(life, first.id);
    await life.until(() => saysOf(life.run(first.id)).length > 0);
    expect(saysOf(life.run(first.id))).toEqual(['With this you would spend €10.00 today. You set €9.00.']);
    expect(entriesIn(life.folder)).toEqual(['pay-1']);
  });
});
