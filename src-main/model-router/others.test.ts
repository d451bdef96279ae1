import { describe, expect, it } from 'vitest';
import type { ModelSetting, ProviderSetting } from '#contract/model/model-settings.ts';
import { asking, openRouter, RED, speakByHand, startStub, wantsColour } from '#main/model-router/router-for-tests.ts';

const noKey = { readSecret: async () => null };

/** A router that finds an Ollama with one model. */
async function withOllama(answer: string) {
  const stub = await startStub();
  stub.on({ model: 'llama3.2' }, { content: answer });
  const life = await openRouter({ ...noKey, environment: { OLLAMA_HOST: stub.url.replace('http://', '') } });
  return { ...life, stub };
}

describe('Ollama', () => {
  it('is found by itself with its models, and what it is given does not leave', async () => {
    const { router } = await withOllama('');
    const standing = (await router.standings()).find(({ setting }) => setting.id === 'ollama');
    expect(standing).toMatchObject({ onThisComputer: true, offers: [{ name: 'llama3.2', elsewhere: false }] });
    expect(await router.wouldAsk('fast_structured')).toEqual([{ provider: 'ollama', model: 'llama3.2' }]);
  });

  it('answers in the shape that was asked for, and costs nothing', async () => {
    const { router, calls, stub } = await withOllama(JSON.stringify(RED));
    expect(await router.ask(asking('which colour?'), wantsColour)).toMatchObject({ ok: true, value: { value: RED } });
    expect(calls()).toMatchObject([{ provider: 'ollama', outcome: 'answered', cost: 0, left: false }]);
    expect(stub.getLastRequest()?.path).toBe('/api/chat');
  });

  it('is given the schema, room for the question, and an end', async () => {
    const stub = await startStub();
    let body = '';
    const url = speakByHand(stub, '/seen', (request, response, text) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      if (request.method === 'GET')
        return response.end(JSON.stringify({ models: [{ name: 'm' }, { name: 'nomic-embed-text' }] }));
      body = text;
      response.end(
        `${JSON.stringify({ message: { role: 'assistant', content: JSON.stringify(RED) }, done: true, done_reason: 'stop', prompt_eval_count: 7, eval_count: 3 })}\n`,
      );
    });
    const { router, calls } = await openRouter({ ...noKey, environment: { OLLAMA_HOST: url } });
    expect(await router.wouldAsk('batch')).toEqual([{ provider: 'ollama', model: 'm' }]);
    await router.ask(asking('which colour?'), wantsColour);
    expect(JSON.parse(body)).toMatchObject({
      model: 'm',
      stream: true,
      format: { type: 'object', required: ['colour', 'shade'] },
      options: { num_predict: 4000, num_ctx: 16_384 },
    });
    expect(calls()).toMatchObject([{ inputTokens: 7, outputTokens: 3 }]);
  });

  it('is said to be absent when it is', async () => {
    const { router } = await openRouter(noKey);
    const standing = (await router.standings()).find(({ setting }) => setting.id === 'ollama');
    expect(standing).toMatchObject({ provider: null, says: 'It was not found on this computer.' });
    expect(await router.ask(asking('which colour?'), wantsColour)).toMatchObject({ failure: { kind: 'not-found' } });
  });

  it('is not believed when its answer was cut, is not JSON, or when it fails', async () => {
    const cut = await withOllama('');
    cut.stub.clearFixtures();
    cut.stub.on({ model: 'llama3.2' }, { content: JSON.stringify(RED) }, { chunkSize: 4, truncateAfterChunks: 3 });
    expect(await cut.router.ask(asking('which colour?'), wantsColour)).toMatchObject({
      failure: { kind: 'unreachable' },
    });
    const babble = await withOllama('I would say red.');
    expect(await babble.router.ask(asking('which colour?'), wantsColour)).toMatchObject({
      failure: { kind: 'unreadable' },
    });
    const broken = await withOllama('');
    broken.stub.clearFixtures();
    broken.stub.on({ model: 'llama3.2' }, { error: { message: 'out of memory' }, status: 500 });
    expect(await broken.router.ask(asking('which colour?'), wantsColour)).toMatchObject({
      failure: { kind: 'unreachable' },
    });
  });

  it('cannot send what it is given on to somewhere else', async () => {
    const stub = await startStub();
    const elsewhere = await startStub();
    elsewhere.onMessage(/./, { content: JSON.stringify(RED) });
    const url = speakByHand(stub, '/detour', (request, response) => {
      if (request.method === 'GET') {
        response.writeHead(200, { 'content-type': 'application/json' });
        return response.end(JSON.stringify({ models: [{ name: 'm' }] }));
      }
      response.writeHead(307, { location: `${elsewhere.url}/api/chat` }).end();
    });
    const { router } = await openRouter({ ...noKey, environment: { OLLAMA_HOST: url } });
    expect(await router.ask(asking('which colour?'), wantsColour)).toMatchObject({ failure: { kind: 'unreachable' } });
    expect(elsewhere.getRequests()).toEqual([]);
  });

  it('counts as elsewhere for a model that it passes on', async () => {
    const stub = await startStub();
    const url = speakByHand(stub, '/passes-on', (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const models = [{ name: 'big:cloud' }, { name: 'other', remote_host: 'https://example.com' }, { name: 'small' }];
      response.end(JSON.stringify({ models }));
    });
    const { router, set } = await openRouter({ ...noKey, environment: { OLLAMA_HOST: url } });
    await set({ privacy: { staysHere: ['health'] } });
    const demand = { complexity: 'simple', latency: 'waiting', risk: 'L0' } as const;
    expect(await router.canAsk({ demand, domains: ['health'] })).toBe(true);
    expect(await router.wouldAsk('fast_structured')).toEqual([{ provider: 'ollama', model: 'small' }]);
  });
});

describe('any server that speaks OpenAI’s chat completions', () => {
  const price = { currency: 'USD', input: 10, cachedInput: 1, output: 20 };
  const server = (baseUrl: string): ProviderSetting => ({
    id: 'mine',
    kind: 'compatible',
    title: 'My server',
    baseUrl,
    use: 'auto',
    secret: null,
  });
  const model: ModelSetting = { provider: 'mine', name: 'm', profiles: ['fast_structured'], price, background: false };

  async function withServer(...respond: Parameters<Awaited<ReturnType<typeof startStub>>['onMessage']>) {
    const stub = await startStub();
    stub.onMessage(...respond);
    const life = await openRouter(noKey);
    await life.set({ providers: [server(`${stub.url}/v1`)], models: [model] });
    return { ...life, stub };
  }

  it('answers in the shape that was asked for', async () => {
    const usage = { prompt_tokens: 30, completion_tokens: 10, total_tokens: 40 };
    const { router, calls, stub } = await withServer(/./, { content: JSON.stringify(RED), usage });
    expect(await router.ask(asking('which colour?'), wantsColour)).toMatchObject({ ok: true, value: { value: RED } });
    expect(stub.getLastRequest()?.body).toMatchObject({ response_format: { type: 'json_schema' }, max_tokens: 4000 });
    expect(calls()).toMatchObject([{ outcome: 'answered', cost: 30 * 10 + 10 * 20, left: false }]);
  });

  it('is not believed when its answer was cut, and may say that it was too long', async () => {
    const cut = await withServer(/./, { content: JSON.stringify(RED) }, { chunkSize: 4, truncateAfterChunks: 4 });
    expect(await cut.router.ask(asking('which colour?'), wantsColour)).toMatchObject({
      failure: { kind: 'unreachable' },
    });
    const long = await withServer(/./, { content: '{"colour"', finishReason: 'length' });
    expect(await long.router.ask(asking('which colour?'), wantsColour)).toMatchObject({
      failure: { because: 'The answer is too long.' },
    });
  });

  it('may refuse', async () => {
    const { router } = await withServer(/./, { content: '', finishReason: 'content_filter' });
    expect(await router.ask(asking('which colour?'), wantsColour)).toMatchObject({ failure: { kind: 'refused' } });
  });

  it('says when it can be asked again', async () => {
    const { router } = await withServer(/./, { error: { message: 'busy' }, status: 429, retryAfter: 60 });
    expect(await router.ask(asking('which colour?'), wantsColour)).toMatchObject({
      failure: { kind: 'rate-limited', retryAfterSeconds: 60 },
    });
  });
});
