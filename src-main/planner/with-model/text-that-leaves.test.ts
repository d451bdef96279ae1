import { describe, expect, it } from 'vitest';
import { connectors } from '#connectors/registry.ts';
import { openRouter, startStub } from '#main/model-router/router-for-tests.ts';
import { makePlan } from '#main/planner/make-plan.ts';
import { catalogueOf, request } from '#main/planner/planner.testsuite.ts';
import { createPlanner } from '#main/planner/with-model/plan-with-model.ts';
import { createRoles } from '#main/roles/roles.ts';

const TEXT = 'Shall we have lunch?';
const SURE = { confidence: 0.95, doubts: [] };
const actions = connectors.flatMap((connector) => connector.actions);

/** The planner as people have it, every account connected, with a model that writes and one that looks again. */
async function plannerWith(verdict: object, { isFrozen = false, text = TEXT } = {}) {
  const stub = await startStub();
  stub.onMessage(/"said":/, { content: JSON.stringify(verdict) });
  stub.onMessage(/./, { content: text });
  const { router, calls } = await openRouter({ environment: { OPENAI_BASE_URL: `${stub.url}/v1` } });
  const plan = createPlanner({
    builtIn: makePlan,
    router,
    roles: createRoles(router, () => 'a-writing'),
    findAction: (name) => actions.find((action) => action.name === name),
    isFrozen: () => isFrozen,
    ownTone: () => [],
  });
  const about = { runId: null, automationId: null, signal: new AbortController().signal };
  return {
    calls,
    async plan(sentence: string) {
      const outcome = await plan(request(sentence, { catalogue: catalogueOf(() => true) }), about);
      if (outcome?.kind !== 'plan') throw new Error(`It came to ${outcome?.kind}.`);
      return outcome.plan;
    },
  };
}

describe('an email that a model has written', () => {
  it.each([
    ['Send an email to ana@example.com about lunch', 'mail.send'],
    ['Answer Ana about lunch', 'mail.reply'],
    ['Draft a reply to Ana about lunch', 'mail.draft-reply'],
  ])('says that it did, whatever becomes of it: %s', async (sentence, action) => {
    const { plan } = await plannerWith(SURE);
    const step = (await plan(sentence)).steps.find((each) => each.action === action);
    expect(step?.args).toMatchObject({ body: expect.stringContaining(TEXT) });
    expect(step?.origins?.['/body']).toContain('model');
  });

  it('is looked at again before the person sees it, where it leaves once they say yes', async () => {
    const doubts = ['Nobody said that it is for Ana.'];
    const { plan, calls } = await plannerWith({ confidence: 0.3, doubts });
    const made = await plan('Send an email to ana@example.com about lunch');
    expect(calls().map(({ purpose }) => purpose)).toEqual(['write', 'validate']);
    expect(made.steps).toMatchObject([{ action: 'mail.send', confidence: 0.3 }]);
    expect(made.leftOut.map(({ says }) => says)).toEqual(doubts);
  });

  it('is looked at again where it is about money, health or the law, also as a draft', async () => {
    const { plan, calls } = await plannerWith(SURE);
    await plan('Draft an email to ana@example.com about my diagnosis');
    expect(calls().map(({ purpose }) => purpose)).toEqual(['write', 'validate']);
    const other = await plannerWith(SURE);
    await other.plan('Draft an email to ana@example.com about lunch');
    expect(other.calls().map(({ purpose }) => purpose)).toEqual(['write']);
  });

  it('is not sure where nobody could look again, and while a model is in doubt', async () => {
    const sentence = 'Send an email to ana@example.com about lunch';
    const mute = await plannerWith({ nonsense: true });
    expect((await mute.plan(sentence)).steps).toMatchObject([{ confidence: 0.5 }]);
    const frozen = await plannerWith(SURE, { isFrozen: true });
    expect((await frozen.plan(sentence)).steps).toMatchObject([{ confidence: 0.5 }]);
  });

  it('is written for each email of a sentence, and for none that the person has said themselves', async () => {
    const { plan, calls } = await plannerWith(SURE);
    const { steps } = await plan(
      'Draft an email to ana@example.com about lunch, draft an email to tom@example.com about dinner, and draft an email to mum@example.com that I’ll be late',
    );
    expect(steps.map(({ action }) => action)).toEqual(['drafts.write', 'drafts.write', 'drafts.write']);
    expect(steps.map(({ origins }) => origins?.['/body']?.includes('model') ?? false)).toEqual([true, true, false]);
    expect(calls().map(({ purpose }) => purpose)).toEqual(['write', 'write']);
    // Neither is told what the other says.
    expect(calls().map(({ sent }) => JSON.parse(sent?.input ?? '').sentence)).toEqual([
      expect.stringMatching(/about lunch$/),
      expect.stringMatching(/about dinner$/),
    ]);
    expect(calls()[1]?.sent?.input).not.toContain(TEXT);
  });
});
