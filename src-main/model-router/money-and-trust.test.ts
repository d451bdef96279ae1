import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LLMock } from '@copilotkit/aimock';
import { describe, expect, it } from 'vitest';
import { listEventsAfter } from '#db/repositories/events.ts';
import { costsOfModelCalls, sumOfDay } from '#db/repositories/model-calls.ts';
import { isFrozen } from '#main/model-router/reliance.ts';
import {
  asking,
  openRouter,
  RED,
  startStub,
  type TestRouter,
  wantsColour,
} from '#main/model-router/router-for-tests.ts';

const USAGE = { input_tokens: 1000, output_tokens: 100 };
/** With gpt-5-mini: 25 and 200 cents for a million tokens. */
const COST = 1000 * 25 + 100 * 200;
const MOST = 4000 * 200;

async function withOpenAi(): Promise<TestRouter & { stub: LLMock; ask: (more?: object) => Promise<unknown> }> {
  const stub = await startStub();
  stub.onMessage(/./, { content: JSON.stringify(RED), usage: USAGE });
  const life = await openRouter({ environment: { OPENAI_BASE_URL: `${stub.url}/v1` } });
  return { ...life, stub, ask: (more) => life.router.ask(asking('which colour?', more), wantsColour) };
}

describe('the budget', () => {
  it('has the most that a call can cost taken out before it, and what it did cost after it', async () => {
    const stub = await startStub();
    const life = await openRouter({ environment: { OPENAI_BASE_URL: `${stub.url}/v1` } });
    let reserved = 0;
    stub.onMessage(/./, () => {
      reserved = sumOfDay(life.journal.orm, '2026-11-24', 'USD');
      return { content: JSON.stringify(RED), usage: USAGE };
    });
    await life.router.ask(asking('which colour?'), wantsColour);
    expect(reserved).toBeGreaterThan(MOST);
    expect(sumOfDay(life.journal.orm, '2026-11-24', 'USD')).toBe(COST);
  });

  it('lets nothing leave once it is used up, says so, and is new the next day', async () => {
    const { stub, ask, set, pass, calls } = await withOpenAi();
    await set({ budget: { perDay: 0 } });
    expect(await ask()).toEqual({
      ok: false,
      failure: { kind: 'refused', because: 'Today’s budget for models is used up.' },
    });
    expect(stub.getRequests()).toEqual([]);
    expect(calls()).toMatchObject([{ outcome: 'no-budget', cost: 0, sent: null }]);
    // Just enough for one call at a time, and not for a second one on the same day.
    await set({ budget: { perDay: 1 } });
    expect(await ask()).toMatchObject({ ok: true });
    for (let again = 0; again < 4; again += 1) await ask();
    expect(await ask()).toMatchObject({ ok: false });
    pass(86_400_000);
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('is held by two calls at once together', async () => {
    const { ask, set, calls } = await withOpenAi();
    await set({ budget: { perDay: 1 } });
    const answers = (await Promise.all([ask(), ask()])) as { ok: boolean }[];
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(
      calls()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['answered', 'no-budget']);
  });

  it('is one of its own for each automation', async () => {
    const { ask, set } = await withOpenAi();
    await set({ budget: { perAutomation: 0 } });
    expect(await ask({ automationId: 'nightly' })).toMatchObject({
      failure: { because: 'Today’s budget for models of this automation is used up.' },
    });
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('is in the person’s currency, by their rate', async () => {
    const { ask, set, calls } = await withOpenAi();
    await set({ budget: { currency: 'EUR' } });
    expect(await ask()).toMatchObject({
      failure: { because: 'Its price in your currency is not known. Set the rate under budget.' },
    });
    await set({ budget: { currency: 'EUR', rates: { USD: 0.9 } } });
    expect(await ask()).toMatchObject({ ok: true });
    expect(calls().at(-1)).toMatchObject({ currency: 'EUR', cost: Math.ceil(COST * 0.9) });
  });

  it('tells what each plan and each automation cost', async () => {
    const { ask, journal } = await withOpenAi();
    await ask({ runId: 'one' });
    await ask({ runId: 'one' });
    await ask({ runId: 'two', automationId: 'nightly' });
    const of = (wanted: object) => costsOfModelCalls(journal.orm, wanted);
    expect(of({ runId: 'one' })).toEqual([{ currency: 'USD', millionths: 2 * COST, calls: 2 }]);
    expect(of({ automationId: 'nightly' })).toEqual([{ currency: 'USD', millionths: COST, calls: 1 }]);
    expect(of({})).toEqual([{ currency: 'USD', millionths: 3 * COST, calls: 3 }]);
  });

  it('keeps what was reserved for a call that was out when the app ended', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'life-os-models-'));
    const stub = await startStub();
    stub.onMessage(/./, { content: JSON.stringify(RED) }, { latency: 30_000 });
    const { router, calls } = await openRouter({ folder, environment: { OPENAI_BASE_URL: `${stub.url}/v1` } });
    const stop = new AbortController();
    const asked = router.ask(asking('which colour?', { signal: stop.signal }), wantsColour);
    while (calls().length === 0) await new Promise((resolve) => setImmediate(resolve));
    await router.recover();
    expect(calls()).toMatchObject([{ outcome: 'interrupted' }]);
    expect(calls()[0]?.cost).toBeGreaterThan(MOST);
    stop.abort();
    await asked;
  });
});

describe('what leaves', () => {
  it('has no address, number, account or password in it, and what comes back has them again', async () => {
    const stub = await startStub();
    const life = await openRouter({ environment: { OPENAI_BASE_URL: `${stub.url}/v1` } });
    stub.onMessage(/./, { content: JSON.stringify({ colour: '[email-1] and [phone-1], [email-9]', shade: 'dark' }) });
    const text =
      'Write to ana@example.com (again: ana@example.com), call +351 912 345 678, IBAN PT50 0002 0123 1234 5678 9015 4, card 4111 1111 1111 1111, my password is hunter2, customer 12345678';
    const answer = await life.router.ask(asking(text), wantsColour);
    const sent = life.calls()[0]?.sent?.input;
    expect(sent).toBe(
      'Write to [email-1] (again: [email-1]), call [phone-1], IBAN [account-1], card [card-1], my password is [secret-1], customer [number-1]',
    );
    expect(JSON.stringify(stub.getLastRequest()?.body)).toContain(sent);
    expect(answer).toMatchObject({ value: { value: { colour: 'ana@example.com and +351 912 345 678, [email-9]' } } });
  });

  it('leaves days, times and amounts as they were said', async () => {
    const { router, calls, stub } = await withOpenAi();
    const text =
      'on 2026-12-24 at 17:30 pay 1,250.00 € to Ana, room 4012, 10-12 people, from 2026-11-24 to 2026-11-25 2026-11-26';
    await router.ask(asking(text), wantsColour);
    expect(calls()[0]?.sent?.input).toBe(text);
    expect(stub.getRequests()).toHaveLength(1);
  });

  it('is kept word for word, and only as long as the person wants', async () => {
    const { ask, calls, pass, stub } = await withOpenAi();
    await ask();
    expect(calls()[0]).toMatchObject({ answer: JSON.stringify(RED), prompt: 'colours@1' });
    expect(calls()[0]?.sent).toMatchObject({ instructions: 'Say which colour it is.', input: 'which colour?' });
    expect(stub.getRequests()).toHaveLength(1);
    pass(31 * 86_400_000);
    await ask();
    expect(calls()[0]).toMatchObject({ sent: null, answer: null, cost: COST, outcome: 'answered' });
  });

  it('is nothing of a part of life that stays here', async () => {
    const { ask, set, stub } = await withOpenAi();
    await set({ privacy: { staysHere: ['health', 'finance'] } });
    expect(await ask({ domains: ['health'] })).toMatchObject({ failure: { kind: 'not-found' } });
    expect(await ask({ domains: ['travel', 'finance'] })).toMatchObject({ failure: { kind: 'not-found' } });
    expect(stub.getRequests()).toEqual([]);
    expect(await ask({ domains: ['travel'] })).toMatchObject({ ok: true });
  });
});

describe('who is asked', () => {
  it.each([
    [{ complexity: 'simple', latency: 'waiting', risk: 'L2' }, 'fast_structured'],
    [{ complexity: 'complex', latency: 'waiting', risk: 'L0' }, 'high_reasoning'],
    [{ complexity: 'simple', latency: 'waiting', risk: 'L3' }, 'high_reasoning'],
    [{ complexity: 'text', latency: 'waiting', risk: 'L3' }, 'longform'],
    [{ complexity: 'text', latency: 'nobody-waits', risk: 'L1' }, 'batch'],
    [{ complexity: 'text', latency: 'nobody-waits', risk: 'L3' }, 'longform'],
  ] as const)('for %j a model of %s', async (demand, profile) => {
    const { ask, calls } = await withOpenAi();
    await ask({ demand });
    expect(calls()).toMatchObject([{ profile }]);
  });

  it('is the next provider when the first one cannot answer, and nobody when none can', async () => {
    const { ask, stub, calls } = await withOpenAi();
    stub.clearFixtures();
    stub.onMessage(/./, { content: 'nonsense' });
    const local = await startStub();
    local.on({ model: 'llama3.2' }, { content: JSON.stringify(RED) });
    const both = await openRouter({ environment: { OPENAI_BASE_URL: `${stub.url}/v1`, OLLAMA_HOST: local.url } });
    expect(await both.router.ask(asking('which colour?'), wantsColour)).toMatchObject({
      ok: true,
      value: { by: { provider: 'ollama' } },
    });
    expect(both.calls().map(({ provider, outcome }) => `${provider} ${outcome}`)).toEqual([
      'openai invalid',
      'openai invalid',
      'openai invalid',
      'ollama answered',
    ]);
    expect(await ask()).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
    expect(calls()).toHaveLength(3);
  });

  it('is nobody whom the person switched off', async () => {
    const { ask, set, stub } = await withOpenAi();
    const off = {
      id: 'openai',
      kind: 'openai',
      title: 'OpenAI',
      baseUrl: null,
      use: 'off',
      secret: 'OPENAI_API_KEY',
    } as const;
    await set({ providers: [off] });
    expect(await ask()).toMatchObject({ failure: { kind: 'not-found' } });
    expect(stub.getRequests()).toEqual([]);
  });
});

/** Runbook 24.2, docs/runbooks/model-regression.md: step by step. */
describe('a model that gets worse', () => {
  async function worse() {
    const life = await withOpenAi();
    life.stub.clearFixtures();
    life.stub.on({ model: 'gpt-5-mini' }, { content: 'nonsense' });
    life.stub.on({ model: 'gpt-5.2' }, { content: JSON.stringify(RED), usage: USAGE });
    await life.ask();
    const events = () => listEventsAfter(life.journal.orm, 0, 100).map(({ body }) => JSON.parse(body));
    return { ...life, events };
  }

  it('1. is noticed by how few of its answers can be used, and that is said once', async () => {
    const { ask, events } = await worse();
    expect(events()).toEqual([]);
    await ask();
    expect(events()).toEqual([
      {
        kind: 'model.doubted',
        model: 'openai/gpt-5-mini',
        passed: 0,
        of: 5,
        says: expect.stringContaining('0 of 5 could'),
      },
    ]);
  });

  it('2. is not asked any more: the models of the profile that stands in are', async () => {
    const { ask, calls } = await worse();
    await ask();
    const before = calls().length;
    expect(await ask()).toMatchObject({ ok: true, value: { by: { model: 'gpt-5.2' } } });
    expect(calls().slice(before)).toMatchObject([{ profile: 'high_reasoning', outcome: 'answered' }]);
  });

  it('4. freezes what any model planned', async () => {
    const { ask, journal } = await worse();
    expect(isFrozen(journal.orm)).toBe(false);
    await ask();
    expect(isFrozen(journal.orm)).toBe(true);
  });

  it('is judged by the thresholds that the person set', async () => {
    const { ask, set, journal } = await worse();
    await set({ watch: { passRate: 0 } });
    for (let again = 0; again < 4; again += 1) await ask();
    expect(isFrozen(journal.orm)).toBe(false);
  });
});
