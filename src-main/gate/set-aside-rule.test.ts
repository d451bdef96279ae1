import { describe, expect, it } from 'vitest';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';

const plans = {
  'write a': planOf(step('write', 'a')),
  'write b': planOf(step('write', 'b')),
  'pay e': planOf(step('pay', 'e')),
};
const HOUR_MS = 3_600_000;
const alwaysWrite = { template: 'always-for-yourself' as const, blanks: { tool: 'ledger.write', count: 10 } };

async function live(): Promise<TestLife> {
  const life = await startLife(plans);
  await life.trust();
  return life;
}

const outcome = async (life: TestLife, sentence: string) => (await life.still(await life.say(sentence))).state;

describe('a rule that is set aside', () => {
  const says = 'Never do this: pay a line.';
  const never = { template: 'never-do' as const, blanks: { tool: 'ledger.pay' } };

  it('wants its sentence typed out, is written down, and is in force again by itself', async () => {
    const life = await live();
    const { id } = await life.api.policies.addRule(never);
    await expect(life.api.policies.setAside({ ruleId: id, typed: 'yes' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(await outcome(life, 'pay e')).toBe('failed');
    await life.api.policies.setAside({ ruleId: id, typed: ' never do this:  Pay a line.', hours: 2 });
    // What always needs the person still does.
    expect(await outcome(life, 'pay e')).toBe('waiting_approval');
    expect((await life.api.policies.rules()).items[0]?.setAsideUntil).not.toBeNull();
    life.pass(2 * HOUR_MS);
    expect(await outcome(life, 'pay e')).toBe('failed');
    const { items } = await life.api.events.history({ limit: 500 });
    const bodies = items.map(({ body }) => body);
    const typed = ' never do this:  Pay a line.';
    expect(bodies).toContainEqual(expect.objectContaining({ kind: 'rule.set-aside', says, typed }));
  });

  it('can be put back at any time', async () => {
    const life = await live();
    const { id } = await life.api.policies.addRule(never);
    await life.api.policies.setAside({ ruleId: id, typed: says });
    await life.api.policies.putBack({ id });
    expect(await outcome(life, 'pay e')).toBe('failed');
  });

  it('is never one that protects the person, and never one that allows', async () => {
    const life = await live();
    const guardrail = { ruleId: 'payments-need-you', typed: 'I never pay anything without your OK.' };
    await expect(life.api.policies.setAside(guardrail)).rejects.toMatchObject({ code: 'CONFLICT' });
    const { id, says: allows } = await life.api.policies.addRule(alwaysWrite);
    await expect(life.api.policies.setAside({ ruleId: id, typed: allows })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(life.api.policies.setAside({ ruleId: 'no-such', typed: '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('may be that of the first week', async () => {
    const life = await startLife(plans);
    await life.api.policies.update({ id: 'autonomy', autonomy: 'run-safe' });
    expect(await outcome(life, 'write a')).toBe('waiting_approval');
    const typed = 'In your first week I ask before I change anything.';
    await life.api.policies.setAside({ ruleId: 'first-week', typed });
    expect(await outcome(life, 'write b')).toBe('completed');
  });
});
