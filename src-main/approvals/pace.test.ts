import { describe, expect, it } from 'vitest';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';

const plans = { 'write a': planOf(step('write', 'a')), both: planOf(step('write', 'a'), step('write', 'b')) };
const SECOND = 1_000;
const DAY = 86_400_000;

/** Asks, lets the person look at it for so long, and has them say yes. */
async function answerAfter(life: TestLife, milliseconds: number, sentence = 'write a'): Promise<void> {
  const run = await life.say(sentence);
  await life.still(run);
  life.pass(milliseconds);
  await life.approve(run);
  await life.still(run);
}

describe('how often the person is asked', () => {
  it('is counted by their own day, a plan as one', async () => {
    const life = await startLife(plans);
    await answerAfter(life, 60 * SECOND, 'both');
    await answerAfter(life, 60 * SECOND);
    expect(await life.api.approvals.pace({})).toMatchObject({ askedToday: 2, usually: 0, waiting: 0 });
    life.pass(DAY);
    expect(await life.api.approvals.pace({})).toMatchObject({ askedToday: 0, usually: 0.1 });
  });
});

describe('answers that come faster than they can be read', () => {
  it('have the next card wait a moment, with the reason', async () => {
    const life = await startLife(plans);
    await answerAfter(life, 0.3 * SECOND);
    expect((await life.api.approvals.pace({})).slowDown).toBeNull();
    await answerAfter(life, 0.3 * SECOND);
    const { slowDown } = await life.api.approvals.pace({});
    expect(slowDown?.seconds).toBeGreaterThanOrEqual(3);
    expect(slowDown?.says).toMatch(/faster than they can be read/);
  });

  it('are forgotten after a while, and after one that was read', async () => {
    const life = await startLife(plans);
    for (const _ of [1, 2]) await answerAfter(life, 0.3 * SECOND);
    await answerAfter(life, 20 * SECOND);
    expect((await life.api.approvals.pace({})).slowDown).toBeNull();
    for (const _ of [1, 2]) await answerAfter(life, 0.3 * SECOND);
    expect((await life.api.approvals.pace({})).slowDown).not.toBeNull();
    life.pass(11 * 60 * SECOND);
    expect((await life.api.approvals.pace({})).slowDown).toBeNull();
  });

  it('are none when a plan is read as a whole', async () => {
    const life = await startLife(plans);
    for (const _ of [1, 2, 3]) await answerAfter(life, 10 * SECOND, 'both');
    expect((await life.api.approvals.pace({})).slowDown).toBeNull();
  });
});
