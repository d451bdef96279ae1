import { describe, expect, it } from 'vitest';
import type { RunDetail } from '#contract/api/workflows.ts';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';
import { entriesIn, rowsIn, touchLedger } from '#main/ledger-for-tests.ts';

const two = { two: planOf(step('write', 'a'), step('write', 'b')) };
const WEEK = 7 * 86_400_000;

function cardOf(run: RunDetail, stepId: string) {
  const card = run.approvals.findLast((each) => each.stepId === stepId);
  if (!card) throw new Error(`${stepId} has no card.`);
  return card;
}
const conflict = { code: 'CONFLICT' };

describe('one card', () => {
  it('takes the first answer, says the same to the same answer again, and refuses the other one', async () => {
    const life = await startLife({ one: planOf(step('write', 'a')) });
    const run = await life.still(await life.say('one'));
    const { id, digest } = cardOf(run, 'a');
    const { decide } = life.api.approvals;
    const answers = await Promise.allSettled([
      decide({ id, decision: 'approve', digest }),
      decide({ id, decision: 'decline' }),
      decide({ id, decision: 'approve', digest }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(answers[1]).toMatchObject({ reason: conflict });
    expect((await life.until(() => life.run(run.id).state === 'completed' && life.run(run.id))).state).toBe(
      'completed',
    );
    expect(entriesIn(life.folder)).toEqual(['a']);
    expect(await decide({ id, decision: 'approve' })).toMatchObject({ status: 'approved', decidedBy: 'you' });
    await expect(decide({ id, decision: 'decline' })).rejects.toMatchObject(conflict);
    expect(entriesIn(life.folder)).toEqual(['a']);
  });

  it('keeps the note that came with the answer', async () => {
    const life = await startLife({ one: planOf(step('write', 'a')) });
    const run = await life.still(await life.say('one'));
    const { id } = cardOf(run, 'a');
    const answered = await life.api.approvals.decide({ id, decision: 'decline', notes: 'Not this week.' });
    expect(answered).toMatchObject({ status: 'declined', notes: 'Not this week.' });
    const done = await life.until(() => life.run(run.id).state === 'canceled' && life.run(run.id));
    expect(done.steps[0]?.state).toBe('skipped');
    expect(entriesIn(life.folder)).toEqual([]);
  });

  it('is not answered by a yes to something else', async () => {
    const life = await startLife({ one: planOf(step('write', 'a')) });
    const run = await life.still(await life.say('one'));
    const { id } = cardOf(run, 'a');
    const stale = { id, decision: 'approve', digest: '0'.repeat(64) } as const;
    await expect(life.api.approvals.decide(stale)).rejects.toMatchObject(conflict);
    expect(cardOf(life.run(run.id), 'a').status).toBe('waiting');
  });

  it('is unknown by another name', async () => {
    const life = await startLife({});
    await expect(life.api.approvals.decide({ id: 'x', decision: 'approve' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('says what it would do, what stands there now, why it asks, and until when it waits', async () => {
    const life = await startLife({ one: planOf(step('write', 'a')) });
    const { approvals } = await life.still(await life.say('one'));
    expect(approvals).toMatchObject([
      {
        status: 'waiting',
        card: {
          title: 'write “a”',
          risk: 'L2',
          differences: [{ label: 'Text', before: 'first', after: 'about a' }],
          values: [
            { path: '/entry', label: 'Entry', value: 'a' },
            { path: '/text', label: 'Text', value: 'about a' },
          ],
        },
        reason: [{ rule: 'first-week' }],
      },
    ]);
    const [card] = approvals;
    expect(Date.parse(card?.expiresAt ?? '') - Date.parse(card?.createdAt ?? '')).toBe(WEEK);
  });
});

describe('a consent', () => {
  it('is overtaken when what was looked at changed before it was used, and a fresh card is asked', async () => {
    const life = await startLife(two);
    const runId = await life.say('two');
    await life.still(runId);
    await life.api.pause.everything();
    await life.approve(runId);
    touchLedger(life.folder, 'second version');
    await life.api.pause.resume({ all: true });
    const asked = await life.until(() => {
      const run = life.run(runId);
      return (
        run.state === 'waiting_approval' &&
        run.approvals.filter(({ status }) => status === 'waiting').length === 2 &&
        run
      );
    });
    expect(entriesIn(life.folder)).toEqual([]);
    expect(asked.approvals.map(({ status }) => status).sort()).toEqual([
      'overtaken',
      'overtaken',
      'waiting',
      'waiting',
    ]);
    expect(cardOf(asked, 'b').card.differences[0]?.before).toBe('second version');
    await life.approve(runId);
    expect((await life.until(() => life.run(runId).state === 'completed' && life.run(runId))).state).toBe('completed');
    expect(entriesIn(life.folder).sort()).toEqual(['a', 'b']);
  });

  it('does not outlive a change of the person’s own: new arguments, new card', async () => {
    const life = await startLife({ one: planOf(step('write', 'a')) });
    const run = await life.still(await life.say('one'));
    const old = cardOf(run, 'a');
    const changes = { '/text': 'something else' };
    const answered = await life.api.approvals.decide({ id: old.id, decision: 'change', digest: old.digest, changes });
    expect(answered.status).toBe('overtaken');
    const again = await life.until(() => cardOf(life.run(run.id), 'a').status === 'waiting' && life.run(run.id));
    const fresh = cardOf(again, 'a');
    expect(fresh.id).not.toBe(old.id);
    expect(fresh.digest).not.toBe(old.digest);
    expect(fresh.card.values[1]).toMatchObject({ value: 'something else', provenance: ['person'] });
    await expect(life.api.approvals.decide({ id: old.id, decision: 'approve' })).rejects.toMatchObject(conflict);
    await life.still(run.id);
    await life.approve(run.id);
    await life.until(() => life.run(run.id).state === 'completed');
    expect(rowsIn(life.folder)).toMatchObject([{ entry: 'a', text: 'something else' }]);
  });

  it('can be to a value that nobody had said, which the card shows all the same', async () => {
    const life = await startLife({ one: planOf(step('write', 'a', { args: { entry: 'a' } })) });
    const run = await life.still(await life.say('one'));
    const { id, card } = cardOf(run, 'a');
    expect(card.values[1]).toMatchObject({ path: '/text', value: 'as usual' });
    await life.api.approvals.decide({ id, decision: 'change', changes: { '/text': 'not as usual' } });
    await life.until(() => cardOf(life.run(run.id), 'a').status === 'waiting');
    await life.still(run.id);
    await life.approve(run.id);
    await life.until(() => life.run(run.id).state === 'completed');
    expect(rowsIn(life.folder)).toMatchObject([{ entry: 'a', text: 'not as usual' }]);
  });

  it.each([
    ['does not fit', { '/entry': '' }],
    ['is of another kind', { '/text': 7 }],
    ['is to what the card does not show', { '/other': 'x' }],
    ['leads into nothing', { '/text/0': 'x' }],
  ])('stays as it was when a change %s', async (_what, changes) => {
    const life = await startLife({ one: planOf(step('write', 'a')) });
    const run = await life.still(await life.say('one'));
    const { id } = cardOf(run, 'a');
    await expect(life.api.approvals.decide({ id, decision: 'change', changes })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(cardOf(life.run(run.id), 'a')).toMatchObject({ id, status: 'waiting' });
    await life.approve(run.id);
    await life.until(() => life.run(run.id).state === 'completed');
    expect(rowsIn(life.folder)).toMatchObject([{ entry: 'a', text: 'about a' }]);
  });

  it('replaces what outside text decided by what the person wrote, and says so', async () => {
    const text = { from: 'letter', path: '/letter' };
    const life = await startLife({
      plan: planOf(
        { ...step('read', 'letter'), action: 'post-box.open', args: {} },
        step('send', 'a', { dependsOn: ['letter'], args: { entry: 'a', text } }),
      ),
    });
    await life.api.integrations.connect({ provider: 'post-box' });
    const run = await life.still(await life.say('plan'));
    const { id, card } = cardOf(run, 'a');
    expect(card.values[1]?.provenance).toContain('outside:post-box/letter');
    await life.api.approvals.decide({ id, decision: 'change', changes: { '/text': 'my own words' } });
    const fresh = await life.until(
      () => cardOf(life.run(run.id), 'a').status === 'waiting' && cardOf(life.run(run.id), 'a'),
    );
    expect(fresh.card.values[1]).toMatchObject({ value: 'my own words', provenance: ['person'] });
    expect(fresh.reason.map(({ rule }) => rule)).not.toContain('outside-text-needs-you');
  });
});

describe('a whole plan', () => {
  it('is approved together or not at all', async () => {
    const life = await startLife(two);
    const run = await life.still(await life.say('two'));
    const [a, b] = [cardOf(run, 'a'), cardOf(run, 'b')];
    const seen = { approvalId: a.id, digest: a.digest };
    const refusedWith = (approve: { approvalId: string; digest: string }[], code = 'CONFLICT') =>
      expect(life.api.workflows.approve({ id: run.id, approve })).rejects.toMatchObject({ code });
    await refusedWith([seen, { approvalId: b.id, digest: 'another' }]);
    await refusedWith([seen, { approvalId: 'unknown', digest: b.digest }], 'NOT_FOUND');
    const still = life.run(run.id);
    expect(still.state).toBe('waiting_approval');
    expect(still.approvals.map(({ status }) => status)).toEqual(['waiting', 'waiting']);
    expect(still.events.some(({ body }) => body.kind === 'approval.answered')).toBe(false);
  });

  it('does not take the card of another plan', async () => {
    const life = await startLife(two);
    const run = await life.still(await life.say('two'));
    const other = await life.still(await life.say('two'));
    const { id, digest } = cardOf(other, 'a');
    const approve = [{ approvalId: id, digest }];
    await expect(life.api.workflows.approve({ id: run.id, approve })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(cardOf(life.run(other.id), 'a').status).toBe('waiting');
  });

  it('can lose one line: that one is left out, the rest is done', async () => {
    const life = await startLife(two);
    const run = await life.still(await life.say('two'));
    const { id, digest } = cardOf(run, 'a');
    await life.api.workflows.approve({
      id: run.id,
      approve: [{ approvalId: id, digest }],
      decline: [cardOf(run, 'b').id],
    });
    const done = await life.until(() => life.run(run.id).state === 'completed' && life.run(run.id));
    expect(done.steps.map(({ state }) => state)).toEqual(['succeeded', 'skipped']);
    expect(entriesIn(life.folder)).toEqual(['a']);
  });

  it('with every line declined ends without anything done, also what needed no OK', async () => {
    const life = await startLife({ plan: planOf(step('write', 'a'), step('draft', 'b', { dependsOn: ['a'] })) });
    const run = await life.still(await life.say('plan'));
    await life.api.workflows.approve({ id: run.id, approve: [], decline: [cardOf(run, 'a').id] });
    const done = await life.until(() => life.run(run.id).state === 'canceled' && life.run(run.id));
    expect(done.steps.map(({ state }) => state)).toEqual(['skipped', 'skipped']);
    expect(entriesIn(life.folder)).toEqual([]);
  });

  it('is left by a no to the one line that asked, also when another could not even be prepared', async () => {
    const unfit = step('write', 'unfit', { args: { entry: '' } });
    const life = await startLife({ some: planOf(unfit, step('write', 'a'), step('draft', 'b')) });
    const run = await life.still(await life.say('some'));
    expect(run.steps.map(({ state }) => state)).toEqual(['failed', 'blocked', 'ready']);
    await life.api.approvals.decide({ id: cardOf(run, 'a').id, decision: 'decline' });
    await life.until(() => life.run(run.id).state === 'failed');
    expect(life.run(run.id).steps.map(({ state }) => state)).toEqual(['failed', 'skipped', 'skipped']);
    expect(entriesIn(life.folder)).toEqual([]);
  });

  it('waits on for the lines that were not answered', async () => {
    const life = await startLife(two);
    const run = await life.still(await life.say('two'));
    const { id, digest } = cardOf(run, 'a');
    await life.api.workflows.approve({ id: run.id, approve: [{ approvalId: id, digest }] });
    const waiting = await life.until(() => {
      const now = life.run(run.id);
      return now.steps[0]?.state === 'succeeded' && now.state === 'waiting_approval' && now;
    });
    expect(waiting.steps[1]?.state).toBe('blocked');
    await life.approve(run.id);
    await life.until(() => life.run(run.id).state === 'completed');
    expect(entriesIn(life.folder)).toEqual(['a', 'b']);
  });

  it('asks again for a later step whose card needed what an earlier one made', async () => {
    const entry = { from: 'a', path: '/entry' };
    const line = planOf(step('write', 'a'), step('write', 'b', { dependsOn: ['a'], args: { entry, text: 'late' } }));
    const life = await startLife({ line });
    const run = await life.still(await life.say('line'));
    expect(run.approvals.map(({ stepId }) => stepId)).toEqual(['a']);
    await life.approve(run.id);
    const asked = await life.until(() => {
      const now = life.run(run.id);
      return now.state === 'waiting_approval' && now.approvals.length === 2 && now;
    });
    expect(cardOf(asked, 'b').card.values[0]?.value).toBe('a');
    await life.approve(run.id);
    await life.until(() => life.run(run.id).state === 'completed');
    expect(rowsIn(life.folder).map(({ text }) => text)).toEqual(['about a', 'late']);
  });
});
