import { describe, expect, it } from 'vitest';
import { listSteps } from '#db/repositories/steps.ts';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { entriesIn, rowsIn } from '#main/ledger-for-tests.ts';
import { startStub } from '#main/model-router/router-for-tests.ts';
import { callsOf, outcomesOf } from '#main/planner/with-model/life-with-model-for-tests.ts';

const letter = { ...step('read', 'letter'), action: 'post-box.open', args: {} };
const note = step('write', 'note', {
  dependsOn: ['letter'],
  args: { entry: 'note', text: { open: 'when the letter says that it is' } },
});
const ASKED = 'note when it is, I think on Friday';

const proposing = (value: unknown, place = '/text') =>
  JSON.stringify({ values: [{ place, value: JSON.stringify(value) }], cannot: '' });

type Options = Parameters<typeof startLife>[1];

/** Has a model on this computer that answers so, one after the other, the last from then on. */
async function withModelHere(answers: string[], { more = {}, latency = 0, steps = [letter, note] } = {}) {
  const stub = await startStub();
  stub.onMessage(/./, () => ({ content: answers.length > 1 ? String(answers.shift()) : String(answers[0]) }), {
    latency,
  });
  const options: Options = {
    environment: { OLLAMA_HOST: stub.url.replace('http://', '') },
    plansAreMadeBy: 'model',
    ...more,
  };
  const life = await startLife({ [ASKED]: planOf(...steps) }, options);
  await life.api.integrations.connect({ provider: 'post-box' });
  await life.trust();
  return { life, stub };
}

const noteOf = ({ lifeOs }: TestLife, runId: string) =>
  listSteps(lifeOs.engine.journal.orm, runId).find(({ id }) => id === 'note');

describe('a value that a plan left open', () => {
  it('is proposed from what was found, shown with where it came from, and done only then', async () => {
    const { life } = await withModelHere([proposing('on the 5th at noon')]);
    const waiting = await life.still(await life.say(ASKED));
    expect(waiting.state).toBe('waiting_approval');
    const card = waiting.approvals.find(({ status }) => status === 'waiting');
    expect(card?.card.values).toContainEqual(
      expect.objectContaining({ value: 'on the 5th at noon', provenance: ['model', 'outside:post-box/letter'] }),
    );
    expect(entriesIn(life.folder)).toEqual([]);
    const calls = await callsOf(life);
    expect(calls).toMatchObject([{ purpose: 'arguments', left: false, outcome: 'answered', prompt: 'executor@1' }]);
    expect(calls[0]?.runId).toBe(waiting.id);
    await life.approve(waiting.id);
    expect((await life.still(waiting.id)).state).toBe('completed');
    expect(rowsIn(life.folder)).toMatchObject([{ entry: 'note', text: 'on the 5th at noon' }]);
    const told = waiting.events.find(({ body }) => body.kind === 'arguments.settled');
    expect(told?.body).toEqual({
      kind: 'arguments.settled',
      action: 'ledger.write',
      says: note.says,
      places: ['/text'],
    });
  });

  it('is the person’s own where it stands in their words', async () => {
    const { life } = await withModelHere([proposing('on Friday')]);
    const run = await life.still(await life.say(ASKED));
    expect(noteOf(life, run.id)).toMatchObject({
      args: { entry: 'note', text: 'on Friday' },
      origins: { '/text': ['person'], '': ['model'] },
    });
  });

  it.each([
    ['in another place', proposing('x', '/entry'), '“/entry” is not open. “/text” needs one value.'],
    ['of another kind', proposing(5), 'Text: This does not fit here.'],
    ['that points elsewhere', proposing({ from: 'letter', path: '/letter' }), 'A value must stand for itself.'],
    ['that is no JSON', JSON.stringify({ values: [{ place: '/text', value: '{x' }], cannot: '' }), 'must be JSON text'],
  ])('%s is sent back, and nothing is done when it does not get better', async (_what, answer, says) => {
    const { life } = await withModelHere([answer]);
    const run = await life.still(await life.say(ASKED));
    expect(run.state).toBe('failed');
    expect(run.steps.find(({ id }) => id === 'note')).toMatchObject({
      state: 'failed',
      failure: { kind: 'refused', because: expect.stringContaining('no model on this computer') },
    });
    expect(entriesIn(life.folder)).toEqual([]);
    expect(await outcomesOf(life)).toEqual(['invalid', 'invalid', 'invalid']);
    const [last] = await callsOf(life);
    expect(last?.failure).toMatchObject({ because: expect.stringContaining(says) });
  });

  it('is taken from a better second answer', async () => {
    const { life } = await withModelHere([proposing(5), proposing('at noon')]);
    const run = await life.still(await life.say(ASKED));
    expect(noteOf(life, run.id)).toMatchObject({ args: { text: 'at noon' } });
    expect(await outcomesOf(life)).toEqual(['invalid', 'answered']);
  });

  it('that is not in what was found needs another plan, which is the person’s to see', async () => {
    const because = 'The letter names no day.';
    const { life } = await withModelHere([JSON.stringify({ values: [], cannot: because })], {
      more: { planAnew: () => ({ kind: 'answer', reason: 'not-understood', says: '', examples: [] }) },
    });
    const run = await life.still(await life.say(ASKED));
    expect(run.steps.find(({ id }) => id === 'note')?.failure).toEqual({ kind: 'needs-another-plan', because });
    expect(entriesIn(life.folder)).toEqual([]);
  });

  it('is shown to no model that is not on this computer', async () => {
    const stub = await startStub();
    stub.onMessage(/./, { content: proposing('x') });
    const environment = { OPENAI_API_KEY: 'a-key', OPENAI_BASE_URL: `${stub.url}/v1`, OLLAMA_HOST: '127.0.0.1:9' };
    const { life } = await withModelHere(['{}'], { more: { environment } });
    const run = await life.still(await life.say(ASKED));
    expect(run.steps.find(({ id }) => id === 'note')?.failure).toMatchObject({ kind: 'refused' });
    expect(await callsOf(life)).toEqual([]);
  });

  it('is none in a plan that no model made, whatever it looks like', async () => {
    const { life } = await withModelHere([proposing('x')], { more: { plansAreMadeBy: 'built-in' } });
    const run = await life.still(await life.say(ASKED));
    expect(run.steps.find(({ id }) => id === 'note')?.failure).toMatchObject({ kind: 'invalid-arguments' });
    expect(await callsOf(life)).toEqual([]);
  });

  it('is called off by a pause, and filled in anew when the run goes on', async () => {
    const { life, stub } = await withModelHere([proposing('at noon')], { latency: 60_000 });
    const runId = await life.say(ASKED);
    while ((await callsOf(life)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await life.api.pause.everything({});
    while ((await outcomesOf(life))[0] !== 'stopped') await new Promise((resolve) => setTimeout(resolve, 20));
    expect(life.run(runId).steps.find(({ id }) => id === 'note')?.state).toBe('ready');
    stub.clearFixtures();
    stub.onMessage(/./, { content: proposing('at noon') });
    await life.api.pause.resume({ all: true });
    expect(await life.still(runId)).toMatchObject({ state: 'waiting_approval' });
    expect(noteOf(life, runId)).toMatchObject({ args: { text: 'at noon' } });
  });
});
