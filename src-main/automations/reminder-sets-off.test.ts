import { expect, it } from 'vitest';
import { connectors } from '#connectors/registry.ts';
import type { FieldCondition } from '#contract/model/happening.ts';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';
import { rowsIn } from '#main/ledger-for-tests.ts';

const reminders = connectors.filter(({ provider }) => provider === 'reminders');
const set = step('write', 'set', {
  action: 'reminders.set',
  args: { message: 'Water the plants', startsAt: '2026-11-24T10:30:00', timeZone: 'Europe/Lisbon' },
});

it('a reminder that goes off sets off what waits for it, with its words in the blank', async () => {
  const plans = {
    'remind me': planOf(set),
    'draft {message}': planOf(step('draft', 'note', { args: { entry: 'note', text: '{message}' } })),
  };
  const life = await startLife(plans, { beside: reminders });
  const where: FieldCondition[] = [{ field: 'message', is: 'contains', text: 'plants' }];
  const trigger = { kind: 'event' as const, connector: 'reminders', happening: 'goes-off', where };
  await life.api.automations.create({ sentence: 'draft {message}', trigger });
  const { id } = await life.approve((await life.still(await life.say('remind me'))).id);
  await life.until(() => life.run(id).state === 'completed');
  life.pass(30 * 60_000);
  life.lifeOs.engine.wakeClock();
  await life.until(() => rowsIn(life.folder).length === 1);
  expect(rowsIn(life.folder)[0]?.text).toBe('Water the plants');
});
