import { describe, expect, it } from 'vitest';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';

const plans = { 'add milk': planOf(step('write', 'milk')) };

/** A folder as new as on a first start: the harness itself has set how long a message waits. */
async function startNew() {
  const life = await startLife(plans);
  life.lifeOs.engine.journal.orm.$client.exec('DELETE FROM policies');
  return life;
}

async function kinds({ api }: Awaited<ReturnType<typeof startLife>>): Promise<string[]> {
  const { items } = await api.events.history({ limit: 100 });
  return items.flatMap(({ body }) => (body.kind === 'onboarding.changed' ? [body.change] : [])).reverse();
}

describe('the first start', () => {
  it('opens by itself for who is new here, and goes on where it was left, also after a restart', async () => {
    const life = await startNew();
    expect(await life.api.onboarding.get()).toMatchObject({
      state: 'not-begun',
      opensByItself: true,
      at: 'welcome',
      priorities: [],
      firstRunId: null,
    });
    await life.api.onboarding.move({ at: 'priorities' });
    await life.api.onboarding.move({ at: 'connect', priorities: ['health', 'finance'] });
    await life.close();
    const again = await startLife(plans, { folder: life.folder, keychain: life.keychain });
    expect(await again.api.onboarding.get()).toMatchObject({
      state: 'under-way',
      opensByItself: true,
      at: 'connect',
      priorities: ['health', 'finance'],
      firstRunId: null,
    });
    expect(await kinds(again)).toEqual(['begun']);
  });

  it.each(['finished', 'put-off'] as const)(
    '%s, it never opens by itself again, also once it is opened',
    async (how) => {
      const life = await startLife(plans);
      await life.api.onboarding.move({ at: 'guardrails' });
      expect(await life.api.onboarding.end({ how })).toMatchObject({
        state: how,
        opensByItself: false,
        at: 'guardrails',
      });
      expect(await life.api.onboarding.move({ at: 'welcome' })).toMatchObject({
        state: 'under-way',
        opensByItself: false,
      });
      await life.api.onboarding.end({ how });
      await life.api.onboarding.end({ how });
      expect(await kinds(life)).toEqual(['begun', how, 'begun', how]);
    },
  );

  it('can be put off before it was begun', async () => {
    const life = await startLife(plans);
    expect(await life.api.onboarding.end({ how: 'put-off' })).toMatchObject({ state: 'put-off', opensByItself: false });
    expect(await kinds(life)).toEqual(['put-off']);
  });

  it.each<[string, (life: Awaited<ReturnType<typeof startLife>>) => Promise<unknown>]>([
    ['asked for something', (life) => life.say('add milk')],
    [
      'saved somebody',
      ({ api }) => api.memory.add({ item: { kind: 'person', name: 'Ana', email: 'ana@example.com' } }),
    ],
    ['chosen a level', ({ api }) => api.policies.update({ id: 'autonomy', autonomy: 'run-safe' })],
    [
      'made a rule',
      ({ api }) => api.policies.addRule({ template: 'never-reach', blanks: { people: ['x@y.example'] }, days: 3 }),
    ],
    ['switched something off', ({ api }) => api.integrations.disconnect({ provider: 'ledger' })],
  ])('does not open for who has %s before it was there', async (_what, use) => {
    const life = await startNew();
    expect(await life.api.onboarding.get()).toMatchObject({ state: 'not-begun', opensByItself: true });
    await use(life);
    expect(await life.api.onboarding.get()).toMatchObject({ state: 'not-begun', opensByItself: false });
  });

  it('keeps the first request, and refuses one that is none', async () => {
    const life = await startLife(plans);
    const firstRunId = await life.say('add milk');
    expect(await life.api.onboarding.move({ at: 'first', firstRunId })).toMatchObject({ firstRunId });
    expect(await life.api.onboarding.move({ at: 'done' })).toMatchObject({ firstRunId, at: 'done' });
    expect(await life.api.onboarding.move({ at: 'first', firstRunId: null })).toMatchObject({ firstRunId: null });
    await expect(life.api.onboarding.move({ at: 'first', firstRunId: 'none' })).rejects.toThrow('no such request');
  });
});
