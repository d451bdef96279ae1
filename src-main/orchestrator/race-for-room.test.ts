import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { succeed } from '#contract/model/result.ts';
import { listReservationsOfRun } from '#db/repositories/reservations.ts';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';
import { CAREFUL_LIMITS } from '#main/gate/limits-in-force.ts';
import { createLedger } from '#main/ledger-for-tests.ts';

describe('many plans that run by themselves', () => {
  it('never pass a limit together: exactly the room that there is gets taken, and the others ask', async () => {
    const COUNT = 24;
    const ROOM = 7;
    const { town, told } = makeTown();
    const plans = Object.fromEntries(
      Array.from({ length: COUNT }, (_, index) => [
        `${index}`,
        planOf({ ...step('write', 'tell'), action: 'town.tell', args: {} }),
      ]),
    );
    const life = await startLife(plans, { ledger: { ...createLedger(), connectors: [town] } });
    await life.trust();
    await life.api.policies.update({ id: 'limits', limits: { ...CAREFUL_LIMITS, messagesPerDay: ROOM } });
    const ids = await Promise.all(Object.keys(plans).map((sentence) => life.say(sentence)));
    const runs = await Promise.all(ids.map((id) => life.still(id)));
    expect(runs.filter(({ state }) => state === 'completed')).toHaveLength(ROOM);
    expect(told()).toBe(ROOM);
    const asking = runs.filter(({ state }) => state === 'waiting_approval');
    expect(asking).toHaveLength(COUNT - ROOM);
    for (const run of asking) {
      expect(run.steps[0]?.decision).toMatchObject({ verdict: 'ask', because: [{ rule: 'your-limits' }] });
      expect(run.approvals[0]?.card.conflicts).toHaveLength(1);
    }
    const tried = (messagesPerDay: number) =>
      life.api.policies.simulate({ limits: { ...CAREFUL_LIMITS, messagesPerDay } });
    expect(await tried(ROOM)).toMatchObject({ looked: COUNT, askedMore: 0 });
    expect(await tried(COUNT)).toMatchObject({ askedMore: 0, askedLess: COUNT - ROOM });
    const stricter = await tried(ROOM - 4);
    expect(stricter).toMatchObject({ askedMore: 4, askedLess: 0 });
    expect(stricter.changes.map(({ because }) => because[0]?.rule)).toEqual(Array(4).fill('your-limits'));
    const [undone] = runs.filter(({ state }) => state === 'completed');
    await life.api.workflows.undo({ id: undone?.id ?? '' });
    const held = listReservationsOfRun(life.lifeOs.engine.journal.orm, undone?.id ?? '');
    expect(held.map(({ state }) => state)).toEqual(['released', 'released']);
    expect(life.errors).toEqual([]);
  }, 60_000);
});

/** Sends messages to the person themselves, which may go ahead without asking. */
function makeTown() {
  const told = new Set<string>();
  const tell = defineAction({
    name: 'town.tell',
    title: 'Tell yourself',
    input: z.strictObject({}),
    output: z.object({ key: z.string() }),
    risk: 'L2',
    scopes: [],
    delivery: 'exactly-once',
    labels: {},
    effect: () => ({ kind: 'message', audience: 'self', recipients: [], reversible: 'yes' }),
    describe: () => ({ title: 'Tell yourself', differences: [], undo: 'It is taken back.' }),
    report: () => ({ says: 'You were told.', lines: [] }),
    async run(_input, { key }) {
      told.add(key);
      return succeed({ key });
    },
    async undo({ key }) {
      told.delete(key);
      return succeed(null);
    },
  });
  const town = defineConnector({
    provider: 'town',
    title: 'Town',
    says: 'Tells you things.',
    lives: 'computer',
    files: [],
    actions: [tell],
  });
  return { town, told: () => told.size };
}
