import { describe, expect, it } from 'vitest';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';
import { entriesIn } from '#main/ledger-for-tests.ts';
import { startStub } from '#main/model-router/router-for-tests.ts';
import { planAnswer } from '#main/planner/with-model/answers-for-tests.ts';
import { callsOf } from '#main/planner/with-model/life-with-model-for-tests.ts';

const letter = { ...step('read', 'letter'), action: 'post-box.open', args: {} };
const pick = {
  ...step('read', 'pick'),
  action: 'reading.pick-out',
  dependsOn: ['letter'],
  args: { text: { from: 'letter', path: '/letter' }, wanted: { words: 'words' } },
};
const note = step('draft', 'note', {
  dependsOn: ['pick'],
  args: { entry: 'note', text: { from: 'pick', path: '/values/words/value' } },
});

const ollamaAt = (url: string): Record<string, string> => ({ OLLAMA_HOST: url.replace('http://', '') });

/** Has a model on this computer, which says that the letter needs other steps, and then plans them. */
async function withModelHere(newPlan: string, environmentOf = ollamaAt) {
  const stub = await startStub();
  const other = JSON.stringify({ values: { words: null }, otherSteps: 'The letter says that it was moved' });
  stub.onMessage(/planned|because/, { content: newPlan });
  stub.onMessage(/./, { content: other });
  const life = await startLife({ 'do it': planOf(letter, pick, note) }, { environment: environmentOf(stub.url) });
  await life.api.integrations.connect({ provider: 'post-box' });
  await life.trust();
  return { life, stub };
}

describe('a plan in place of one that did not fit what was read', () => {
  it('is made by a model on this computer, seen as a whole, and then carried out', async () => {
    const { life } = await withModelHere(
      planAnswer({ action: 'ledger.draft', args: { entry: 'moved', text: 'It was moved' } }),
    );
    const waiting = await life.still(await life.say('do it'));
    expect(waiting.state).toBe('waiting_approval');
    const card = waiting.approvals.find(({ status }) => status === 'waiting');
    expect(card?.reason.map(({ rule }) => rule)).toContain('new-plans-need-you');
    expect(card?.card.values).toContainEqual(
      expect.objectContaining({ value: 'It was moved', provenance: ['model', 'outside:post-box/letter'] }),
    );
    expect(entriesIn(life.folder)).toEqual([]);
    const calls = await callsOf(life);
    expect(calls.map(({ purpose, left }) => `${purpose} ${left}`).sort()).toEqual(['plan false', 'read false']);

    await life.approve(waiting.id);
    expect((await life.still(waiting.id)).state).toBe('completed');
    expect(entriesIn(life.folder)).toEqual(['moved']);
  });

  it('is not made where no model is on this computer: the plan stays as far as it came', async () => {
    const { life } = await withModelHere('{}', (url) => ({ OPENAI_API_KEY: 'a-key', OPENAI_BASE_URL: `${url}/v1` }));
    const done = await life.still(await life.say('do it'));
    expect(done.approvals).toEqual([]);
    expect(await callsOf(life)).toEqual([]);
  });

  it('is not made of steps that stand already', async () => {
    const { life } = await withModelHere(
      planAnswer({ id: 'letter', action: 'ledger.draft', args: { entry: 'again', text: 'x' } }),
    );
    const done = await life.still(await life.say('do it'));
    expect(done.state).toBe('failed');
    expect(done.steps.find(({ id }) => id === 'pick')?.failure).toMatchObject({ kind: 'needs-another-plan' });
    expect(entriesIn(life.folder)).toEqual([]);
  });
});
