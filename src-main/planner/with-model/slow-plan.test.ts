import { describe, expect, it } from 'vitest';
import { startLife, type TestLife } from '#main/compose-for-tests.ts';
import { speakByHand, startStub } from '#main/model-router/router-for-tests.ts';
import { addOatMilk, RIDDLE } from '#main/planner/with-model/answers-for-tests.ts';
import { callsOf, lifeWithModel, outcomesOf } from '#main/planner/with-model/life-with-model-for-tests.ts';

describe('a plan that takes its time', () => {
  const slow = { latency: 60_000 };

  it('is called off with its run', async () => {
    const { life } = await lifeWithModel(addOatMilk, slow);
    const runId = await life.say(RIDDLE);
    await asked(life);
    await life.api.workflows.cancel({ id: runId });
    expect((await life.still(runId)).state).toBe('canceled');
    await life.close();
    expect(life.errors).toEqual([]);
  });

  it('is called off by a pause, and made anew when work goes on', async () => {
    const stub = await startStub();
    let isSlow = true;
    const url = speakByHand(stub, '/slow', (_request, response) => {
      if (isSlow) return;
      const done = { id: 'r', status: 'completed', output: [] };
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const event of [
        { type: 'response.output_text.delta', delta: addOatMilk },
        { type: 'response.completed', response: done },
      ]) {
        response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
      }
      response.end();
    });
    const environment = { OPENAI_API_KEY: 'a-key', OPENAI_BASE_URL: `${url}/v1` };
    const life = await startLife('as shipped', { environment });
    const runId = await life.say(RIDDLE);
    await asked(life);
    await life.api.pause.everything({});
    while ((await outcomesOf(life))[0] !== 'stopped') await new Promise((resolve) => setTimeout(resolve, 20));
    expect(life.run(runId)).toMatchObject({ state: 'planning', steps: [] });
    isSlow = false;
    await life.api.pause.resume({ all: true });
    expect(await life.still(runId)).toMatchObject({
      state: 'waiting_approval',
      steps: [{ action: 'lists.add-items' }],
    });
    expect(await outcomesOf(life)).toEqual(['stopped', 'answered']);
  });

  it('is made anew after the app was ended in the middle of it', async () => {
    const { life } = await lifeWithModel(addOatMilk, slow);
    const runId = await life.say(RIDDLE);
    await asked(life);
    await life.close();
    const { folder } = life;
    const stub = await startStub();
    stub.onMessage(/./, { content: addOatMilk });
    const environment = { OPENAI_API_KEY: 'a-key', OPENAI_BASE_URL: `${stub.url}/v1` };
    const again = await startLife('as shipped', { environment, folder });
    expect(await again.still(runId)).toMatchObject({
      state: 'waiting_approval',
      steps: [{ action: 'lists.add-items' }],
    });
  });
});

/** Waits until a model was asked. */
async function asked(life: TestLife): Promise<void> {
  while ((await callsOf(life)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
}
