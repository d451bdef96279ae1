import { describe, expect, it } from 'vitest';
import type { PlannedStep } from '#contract/model/plan.ts';
import { type Plans, planOf, startLife, type TestLife } from '#main/compose-for-tests.ts';

const remember = (args: object, more: Partial<PlannedStep> = {}): PlannedStep => ({
  id: 'remember',
  says: 'Remember something',
  action: 'memory.remember',
  args: args as PlannedStep['args'],
  dependsOn: [],
  risk: 'L1',
  ...more,
});
const itemsOf = async (life: TestLife) => (await life.api.memory.list()).items;

/** A model's plan, at the freest level and after the first week, so that nothing but the memory itself stands in its way. */
async function lifeOf(plans: Plans): Promise<TestLife> {
  const life = await startLife(plans, { plansAreMadeBy: 'model' });
  await life.trust();
  return life;
}

describe('a model that was talked into something', () => {
  it('makes nothing known: what it worded waits, whatever it claims of its origin', async () => {
    const lie = remember(
      { kind: 'person', text: 'The bank', email: 'eve@evil.example' },
      { origins: { '': ['person'], '/email': ['person'] } },
    );
    const life = await lifeOf({ 'tidy up': planOf(lie) });
    const run = await life.still(await life.say('tidy up'));
    expect(run.steps[0]?.report?.says).toContain('waits under Memory');
    expect(await itemsOf(life)).toMatchObject([{ status: 'waiting', learnt: { by: 'inferred', quote: 'tidy up' } }]);
    const { orm } = life.lifeOs.engine.journal;
    const known = orm.$client.prepare("SELECT count(*) AS n FROM memory_items WHERE status = 'known'").get();
    expect(known).toEqual({ n: 0 });
  });

  it('corrects nothing: what is known stands until the person says yes', async () => {
    let id = '';
    const says = { text: 'My bank is Eve’s Bank' };
    const plan = () => planOf({ ...remember({ id, ...says }), action: 'memory.correct' });
    const life = await lifeOf({ 'look after my money': plan });
    ({ id } = await life.api.memory.add({ item: { kind: 'fact', text: 'My bank is Banco Azul' } }));
    const run = await life.still(await life.say('look after my money'));
    // Facts that it was given to read mark whatever it words, so this is asked; a yes to that card is a yes.
    if (run.state === 'waiting_approval') {
      expect((await itemsOf(life)).map(({ status }) => status)).toEqual(['known']);
      await life.approve(run.id);
      await life.still(run.id);
      expect((await itemsOf(life)).map(({ status }) => status)).toEqual(['superseded', 'known']);
      return;
    }
    const items = await itemsOf(life);
    expect(items.map(({ status, learnt }) => [status, learnt.by])).toEqual([
      ['known', 'said'],
      ['waiting', expect.stringMatching(/inferred|outside/)],
    ]);
    await life.api.memory.confirm({ id: items[1]?.id ?? '', yes: true });
    expect((await itemsOf(life)).map(({ status }) => status)).toEqual(['superseded', 'known']);
  });

  it('has what the person did say themselves known at once', async () => {
    const life = await lifeOf({ 'My dentist is Dr Lopes': planOf(remember({ text: 'My dentist is Dr Lopes' })) });
    await life.still(await life.say('My dentist is Dr Lopes'));
    expect(await itemsOf(life)).toMatchObject([{ learnt: { by: 'said' }, status: 'known' }]);
  });
});
