import { describe, expect, it } from 'vitest';
import { asking, openRouter, RED, speakByHand, startStub, wantsColour } from '#main/model-router/router-for-tests.ts';

/** A router that knows one OpenAI on loopback. */
async function withOpenAi(more: Parameters<typeof openRouter>[0] = {}) {
  const stub = await startStub();
  const life = await openRouter({ ...more, environment: { OPENAI_BASE_URL: `${stub.url}/v1` } });
  const ask = (input = 'which colour?') => life.router.ask(asking(input), wantsColour);
  const outcomes = () => life.calls().map(({ outcome }) => outcome);
  return { ...life, stub, ask, outcomes };
}

const event = (type: string, more: object) => `event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`;

describe('OpenAI, through the Responses API', () => {
  it('answers in the shape that was asked for, and its tokens are counted', async () => {
    const { stub, ask, calls } = await withOpenAi();
    stub.onMessage('which colour?', { content: JSON.stringify(RED), usage: { input_tokens: 200, output_tokens: 20 } });
    expect(await ask()).toEqual({ ok: true, value: { value: RED, by: { provider: 'openai', model: 'gpt-5-mini' } } });
    expect(calls()).toMatchObject([
      { outcome: 'answered', inputTokens: 200, outputTokens: 20, cost: 200 * 25 + 20 * 200, left: true, attempt: 1 },
    ]);
  });

  it('is told the schema, how hard to think, what can be cached, and to keep nothing', async () => {
    const stub = await startStub();
    let body = '';
    const url = speakByHand(stub, '/seen', (_request, response, text) => {
      body = text;
      response.writeHead(500).end();
    });
    const { router } = await openRouter({ environment: { OPENAI_BASE_URL: `${url}/v1` } });
    await router.ask(asking('which colour?'), wantsColour);
    expect(JSON.parse(body)).toEqual({
      model: 'gpt-5-mini',
      instructions: 'Say which colour it is.',
      input: 'which colour?',
      max_output_tokens: 4000,
      prompt_cache_key: 'life-os:colours@1',
      store: false,
      stream: true,
      reasoning: { effort: 'low' },
      text: {
        format: {
          type: 'json_schema',
          name: 'colour',
          strict: true,
          schema: {
            type: 'object',
            properties: { colour: { type: 'string' }, shade: { type: 'string', enum: ['light', 'dark'] } },
            required: ['colour', 'shade'],
            additionalProperties: false,
          },
        },
      },
    });
  });

  it('is not asked without its key, and its key is nowhere in what is kept', async () => {
    const { router } = await openRouter({ readSecret: async () => null });
    expect(await router.ask(asking('which colour?'), wantsColour)).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    });
    const { stub, ask, calls } = await withOpenAi({ readSecret: async () => 'sk-secret-of-mine' });
    stub.onMessage(/./, { content: JSON.stringify(RED) });
    await ask();
    expect(JSON.stringify(calls())).not.toContain('sk-secret-of-mine');
  });

  it('hands a text on as it comes', async () => {
    const { stub, router } = await withOpenAi();
    stub.onMessage(/./, { content: 'Roses are red, violets are blue.' }, { chunkSize: 6 });
    const heard: string[] = [];
    const demand = { complexity: 'text', latency: 'waiting', risk: 'L1' } as const;
    const written = await router.write(
      asking('a poem', { demand }),
      () => [],
      (soFar) => heard.push(soFar),
    );
    expect(written).toMatchObject({ value: { value: 'Roses are red, violets are blue.', by: { model: 'gpt-5.2' } } });
    expect(heard.length).toBeGreaterThan(3);
    expect(heard[0]).toBe('Roses ');
    expect(heard.at(-1)).toBe('Roses are red, violets are blue.');
  });

  it('is asked again with what was wrong, at most twice', async () => {
    const { stub, ask, calls } = await withOpenAi();
    let asked = 0;
    stub.onMessage(/./, () => {
      asked += 1;
      return { content: asked === 1 ? 'It is {red' : asked === 2 ? '{"colour":"red"}' : JSON.stringify(RED) };
    });
    expect(await ask()).toMatchObject({ ok: true, value: { value: RED } });
    expect(calls().map(({ outcome, attempt }) => [attempt, outcome])).toEqual([
      [1, 'invalid'],
      [2, 'invalid'],
      [3, 'answered'],
    ]);
    expect(calls()[1]?.sent?.input).toContain('The answer is not JSON.');
    expect(calls()[2]?.sent?.input).toMatch(/shade: /);
  });

  it('is given up after three answers that could not be read', async () => {
    const { stub, ask, outcomes } = await withOpenAi();
    stub.onMessage(/./, { content: 'red, I think' });
    expect(await ask()).toEqual({ ok: false, failure: { kind: 'unreadable', because: 'The answer is not JSON.' } });
    expect(outcomes()).toEqual(['invalid', 'invalid', 'invalid']);
  });

  it('is not believed when its answer was cut in the middle', async () => {
    const { stub, ask, calls } = await withOpenAi();
    stub.onMessage(/./, { content: JSON.stringify(RED) }, { chunkSize: 4, truncateAfterChunks: 11, latency: 5 });
    expect(await ask()).toEqual({ ok: false, failure: { kind: 'unreachable', service: 'OpenAI' } });
    expect(calls()).toMatchObject([{ outcome: 'failed', failure: { kind: 'unreachable' } }]);
    // What had come so far was written, and has its price.
    expect(calls()[0]?.outputTokens).toBeGreaterThan(0);
    expect(calls()[0]?.cost).toBeGreaterThan(0);
  });

  it('is waited for as long as it says, when that is short', async () => {
    const { stub, ask, waited, outcomes } = await withOpenAi();
    let asked = 0;
    stub.onMessage(/./, () => {
      asked += 1;
      return asked === 1
        ? { error: { message: 'slow down', type: 'rate_limit_error' }, status: 429, retryAfter: 3 }
        : { content: JSON.stringify(RED) };
    });
    expect(await ask()).toMatchObject({ ok: true });
    expect(waited).toEqual([3000]);
    expect(outcomes()).toEqual(['failed', 'answered']);
  });

  it('is left alone as long as it says, when that is long', async () => {
    const { stub, ask, waited, calls } = await withOpenAi();
    stub.onMessage(/./, { error: { message: 'slow down' }, status: 429, retryAfter: 120 });
    expect(await ask()).toEqual({ ok: false, failure: { kind: 'rate-limited', retryAfterSeconds: 120 } });
    expect(await ask()).toMatchObject({ ok: false, failure: { kind: 'rate-limited' } });
    expect(waited).toEqual([]);
    expect(calls()).toHaveLength(1);
    expect(calls()[0]).toMatchObject({ cost: 0, outcome: 'failed' });
  });

  it.each([
    [401, {}, { kind: 'needs-reconnect', provider: 'OpenAI' }],
    [404, {}, { kind: 'not-found', what: 'the model gpt-5-mini at OpenAI' }],
    [400, {}, { kind: 'invalid-arguments', problems: ['OpenAI did not take the question.'] }],
    [429, { code: 'insufficient_quota' }, { kind: 'refused', because: 'The account at OpenAI has nothing left.' }],
    [503, {}, { kind: 'unreachable', service: 'OpenAI' }],
  ])('turns a %i with %j into a failure that is known', async (status, more, failure) => {
    const { stub, ask, calls } = await withOpenAi();
    stub.onMessage(/./, { error: { message: 'no', ...more }, status });
    expect(await ask()).toEqual({ ok: false, failure });
    expect(calls()[0]?.failure).toEqual(failure);
  });

  it('may refuse, and is not pressed', async () => {
    const stub = await startStub();
    const url = speakByHand(stub, '/refuses', (_request, response) => {
      const refusal = 'I cannot help with that.';
      const item = { type: 'message', id: 'm', role: 'assistant', content: [{ type: 'refusal', refusal }] };
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(event('response.refusal.delta', { delta: refusal }));
      response.end(event('response.completed', { response: { id: 'r', status: 'completed', output: [item] } }));
    });
    const { router, calls } = await openRouter({ environment: { OPENAI_BASE_URL: `${url}/v1` } });
    expect(await router.ask(asking('which colour?'), wantsColour)).toEqual({
      ok: false,
      failure: { kind: 'refused', because: 'OpenAI did not want to answer that.' },
    });
    expect(calls().map(({ outcome }) => outcome)).toEqual(['refused']);
  });

  it('is not believed when its answer grew too long', async () => {
    const { stub, ask, calls } = await withOpenAi({ rule: { maxOutputTokens: 4 } });
    stub.onMessage(/./, { content: JSON.stringify({ colour: 'red'.repeat(100), shade: 'dark' }) });
    expect(await ask()).toMatchObject({ ok: false, failure: { because: 'The answer is too long.' } });
    expect(calls()[0]?.answer?.length).toBeLessThan(60);
    stub.clearFixtures();
    stub.onMessage(/./, { content: '{"colour":', finishReason: 'length' });
    expect(await ask()).toMatchObject({ ok: false, failure: { because: 'The answer is too long.' } });
  });

  it('is not waited for without end: neither for its first word nor for its last', async () => {
    const slow = await withOpenAi({ rule: { firstWordMs: 60 } });
    slow.stub.onMessage(/./, { content: JSON.stringify(RED) }, { latency: 20_000 });
    expect(await slow.ask()).toEqual({ ok: false, failure: { kind: 'unreachable', service: 'openai' } });
    const endless = await withOpenAi({ rule: { wholeMs: 150 } });
    endless.stub.onMessage(
      /./,
      { content: 'red '.repeat(500) },
      { chunkSize: 4, streamingProfile: { ttft: 1, tps: 20 } },
    );
    expect(await endless.ask()).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
    expect(endless.calls()[0]).toMatchObject({ outcome: 'failed' });
  });

  it('stops at once when nobody waits for it any more', async () => {
    const { stub, router, calls } = await withOpenAi();
    stub.onMessage(/./, { content: JSON.stringify(RED) }, { latency: 20_000 });
    const stop = new AbortController();
    const answer = router.ask(asking('which colour?', { signal: stop.signal }), wantsColour);
    while (calls().length === 0) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    expect(await answer).toMatchObject({ ok: false, failure: { because: 'It was stopped.' } });
    expect(calls()).toMatchObject([{ outcome: 'stopped' }]);
  });

  it('thinks in the background where that is wanted, and is called off with the question', async () => {
    const stub = await startStub();
    const asked: string[] = [];
    let looks = 0;
    const output = [
      { type: 'message', id: 'm', role: 'assistant', content: [{ type: 'output_text', text: JSON.stringify(RED) }] },
    ];
    const url = speakByHand(stub, '/background', (request, response, body) => {
      asked.push(`${request.method} ${request.url?.replace(/^.*v1/, '')}`);
      looks += request.method === 'GET' ? 1 : 0;
      const isDone = request.method === 'GET' && looks === 1;
      const usage = { input_tokens: 10, output_tokens: 5, input_tokens_details: { cached_tokens: 8 } };
      if (body.includes('"background"')) expect(JSON.parse(body)).toMatchObject({ background: true, store: true });
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({
          id: 'r1',
          object: 'response',
          ...(isDone ? { status: 'completed', output, usage } : { status: 'queued', output: [] }),
        }),
      );
    });
    const life = await openRouter({ environment: { OPENAI_BASE_URL: `${url}/v1` } });
    const price = { currency: 'USD', input: 100, cachedInput: 10, output: 1000 };
    const thinker = {
      provider: 'openai',
      name: 'thinker',
      profiles: ['fast_structured' as const],
      price,
      background: true,
    };
    await life.set({ models: [thinker] });
    expect(await life.router.ask(asking('which colour?'), wantsColour)).toMatchObject({
      ok: true,
      value: { value: RED },
    });
    expect(asked).toEqual(['POST /responses', 'GET /responses/r1']);
    expect(life.calls()).toMatchObject([{ cachedTokens: 8, cost: 2 * 100 + 8 * 10 + 5 * 1000 }]);
    const stop = new AbortController();
    const answer = life.router.ask(asking('which colour?', { signal: stop.signal }), wantsColour);
    while (asked.length < 4) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    expect(await answer).toMatchObject({ ok: false });
    expect(asked.slice(2)).toEqual(['POST /responses', 'GET /responses/r1', 'POST /responses/r1/cancel']);
  });
});
