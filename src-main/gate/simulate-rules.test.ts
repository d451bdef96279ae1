import { describe, expect, it } from 'vitest';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { CAREFUL_LIMITS } from '#main/gate/limits-in-force.ts';

const DAY_MS = 86_400_000;
const plans = { 'write a': planOf(step('write', 'a')), 'draft b': planOf(step('draft', 'b')) };
const counts = async (life: TestLife, tried: Parameters<TestLife['api']['policies']['simulate']>[0]) => {
  const { looked, askedMore, askedLess, refused } = await life.api.policies.simulate(tried);
  return { looked, askedMore, askedLess, refused };
};

/** One change that was asked and one draft that went by itself, the first week being over. */
async function lived(): Promise<TestLife> {
  const life = await startLife(plans);
  await life.trust();
  await life.api.policies.update({ id: 'autonomy', autonomy: 'ask-important' });
  const asked = await life.say('write a');
  if ((await life.still(asked)).state === 'waiting_approval') await life.approve(asked);
  await life.still(asked);
  await life.still(await life.say('draft b'));
  return life;
}

describe('rules that are only tried', () => {
  it('change nothing where they are as they stand', async () => {
    const life = await lived();
    expect(await counts(life, {})).toEqual({ looked: 2, askedMore: 0, askedLess: 0, refused: 0 });
  });

  it('name what would have been asked, and why', async () => {
    const life = await lived();
    const { changes } = await life.api.policies.simulate({ autonomy: 'ask-everything' });
    expect(changes).toMatchObject([{ was: 'by-itself', would: 'ask', stepId: 'b' }]);
    expect(changes[0]?.because[0]?.says).toMatch(/\.$/);
  });

  it('are not saved', async () => {
    const life = await lived();
    await life.api.policies.simulate({ autonomy: 'ask-everything', firstWeek: true });
    const { items } = await life.api.policies.list();
    expect(items.find(({ id }) => id === 'autonomy')?.autonomy).toBe('ask-important');
    expect(items.find(({ id }) => id === 'first-week')?.enabled).toBe(false);
  });

  it('look back as far as they are told', async () => {
    const life = await lived();
    life.pass(10 * DAY_MS);
    expect((await counts(life, { autonomy: 'ask-everything', days: 5 })).looked).toBe(0);
    expect((await counts(life, { autonomy: 'ask-everything' })).looked).toBe(2);
  });

  it('cannot be told of in words that mean nothing', async () => {
    const life = await lived();
    await expect(life.api.policies.simulate({ days: 0 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(life.api.policies.simulate({ autonomy: 'anything' as never })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect((await counts(life, { limits: { ...CAREFUL_LIMITS, perPlan: 0 } })).refused).toBe(0);
  });
});
