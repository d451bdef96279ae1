import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#contract/model/json.ts';
import { savePolicy } from '#db/repositories/settings.ts';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';

const plans = { write: planOf(step('write', 'a')), draft: planOf(step('draft', 'a')) };
const DAY = 86_400_000;

describe('the rules in force', () => {
  it('ask before every change in the first week, whatever the level, and then what the level says', async () => {
    const life = await startLife(plans);
    await life.api.policies.update({ id: 'autonomy', autonomy: 'run-safe' });
    life.pass(6 * DAY);
    const early = await life.still(await life.say('write'));
    expect(early).toMatchObject({ state: 'waiting_approval', approvals: [{ reason: [{ rule: 'first-week' }] }] });
    life.pass(2 * DAY);
    const late = await life.still(await life.say('write'));
    expect(late).toMatchObject({ state: 'completed', approvals: [] });
  });

  it('can have their first week ended and begun again', async () => {
    const life = await startLife(plans);
    await life.trust();
    expect((await life.still(await life.say('write'))).state).toBe('completed');
    life.pass(30 * DAY);
    const week = await life.api.policies.update({ id: 'first-week', enabled: true });
    expect(Date.parse(week.until ?? '') - Date.parse((await life.api.status.get()).now)).toBeGreaterThan(6.9 * DAY);
    expect((await life.still(await life.say('write'))).state).toBe('waiting_approval');
  });

  it.each<JsonObject>([{ level: 'everything goes' }, {}, { level: null }])(
    'fall back on asking for everything from %j',
    async (value) => {
      const life = await startLife(plans);
      await life.lifeOs.engine.journal.write((tx) => savePolicy(tx, 'autonomy', value, tx.now));
      const run = await life.still(await life.say('draft'));
      expect(run).toMatchObject({
        state: 'waiting_approval',
        approvals: [{ reason: [{ rule: 'ask-everything-with-your-ok' }] }],
      });
    },
  );
});
