import { describe, expect, it } from 'vitest';
import { startLife } from '#main/compose-for-tests.ts';
import { startStub } from '#main/model-router/router-for-tests.ts';
import { planAnswer, RIDDLE } from '#main/planner/with-model/answers-for-tests.ts';
import { callsOf, lifeWithModel } from '#main/planner/with-model/life-with-model-for-tests.ts';

describe('a value that a model leaves open in its plan', () => {
  const find = { id: 'find', action: 'reminders.list', args: { timeZone: 'Europe/Lisbon' } };
  const cancel = {
    id: 'cancel',
    action: 'reminders.cancel',
    args: { id: { open: 'the id of the reminder about plants' } },
    dependsOn: ['find'],
  };

  it('is sent back where no model on this computer could fill it in, and the prompt does not speak of it', async () => {
    const { life } = await lifeWithModel(planAnswer(find, cancel));
    expect(await life.still(await life.say(RIDDLE))).toMatchObject({ state: 'failed', steps: [] });
    const [last] = await callsOf(life);
    expect(last?.failure).toMatchObject({ because: expect.stringContaining('Nothing of “cancel” may be left open') });
    expect(last?.sent?.instructions).not.toContain('{"open"');
  });

  it('is filled in by one, for what the step does and nothing else', async () => {
    const stub = await startStub();
    let id = '';
    stub.onMessage(/"open":\[/, () => ({
      content: JSON.stringify({ values: [{ place: '/id', value: JSON.stringify(id) }], cannot: '' }),
    }));
    stub.onMessage(/./, { content: planAnswer(find, cancel) });
    const life = await startLife('as shipped', { environment: { OLLAMA_HOST: stub.url.replace('http://', '') } });
    await life.trust();
    await life.still(await life.say('Remind me to water the plants tomorrow at 9'));
    id = (await life.api.schedules.list()).items[0]?.id ?? '';
    const run = await life.still(await life.say('The plants are plastic, actually'));
    expect(run).toMatchObject({ state: 'completed', steps: [{ state: 'succeeded' }, { state: 'succeeded' }] });
    expect((await callsOf(life)).map(({ purpose, prompt }) => [purpose, prompt.split(' ')[0]])).toEqual([
      ['arguments', 'executor@1'],
      ['plan', 'open@1'],
    ]);
  });

  it('has to wait for a step that could settle it', async () => {
    const stub = await startStub();
    stub.onMessage(/./, { content: planAnswer({ ...cancel, dependsOn: [] }) });
    const life = await startLife('as shipped', { environment: { OLLAMA_HOST: stub.url.replace('http://', '') } });
    expect(await life.still(await life.say(RIDDLE))).toMatchObject({ steps: [] });
    const [last] = await callsOf(life);
    expect(last?.failure).toMatchObject({ because: expect.stringContaining('waits for no step that could settle it') });
  });
});
