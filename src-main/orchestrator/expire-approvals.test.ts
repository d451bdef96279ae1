import { describe, expect, it } from 'vitest';
import type { RunDetail } from '#contract/api/workflows.ts';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';
import { entriesIn } from '#main/ledger-for-tests.ts';
import { expireApprovals } from '#main/orchestrator/expire-approvals.ts';

const two = { two: planOf(step('write', 'a'), step('write', 'b')) };
const WEEK = 7 * 86_400_000;
const firstCard = ({ approvals }: RunDetail): string => approvals.find(({ stepId }) => stepId === 'a')?.id ?? '';

describe('a card that nobody answers', () => {
  it('expires after a week, and its step is left out', async () => {
    const life = await startLife(two);
    const run = await life.still(await life.say('two'));
    life.pass(WEEK - 10_000);
    await expireApprovals(life.lifeOs.engine);
    expect(life.run(run.id).state).toBe('waiting_approval');
    life.pass(20_000);
    const late = life.api.approvals.decide({ id: firstCard(run), decision: 'approve' });
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
    await expireApprovals(life.lifeOs.engine);
    const done = await life.until(() => life.run(run.id).state === 'canceled' && life.run(run.id));
    expect(done.approvals.map(({ status }) => status)).toEqual(['expired', 'expired']);
    expect(done.steps.map(({ state }) => state)).toEqual(['skipped', 'skipped']);
    expect(entriesIn(life.folder)).toEqual([]);
  });

  it('does not take what was approved with it', async () => {
    const life = await startLife(two);
    const run = await life.still(await life.say('two'));
    await life.api.approvals.decide({ id: firstCard(run), decision: 'approve' });
    await life.until(() => life.run(run.id).steps[0]?.state === 'succeeded');
    life.pass(WEEK + 10_000);
    await expireApprovals(life.lifeOs.engine);
    const done = await life.until(() => life.run(run.id).state === 'completed' && life.run(run.id));
    expect(done.steps.map(({ state }) => state)).toEqual(['succeeded', 'skipped']);
  });
});
