import type { IncomingMessage } from 'node:http';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ModelProfile, ModelSettings } from '#contract/model/model-settings.ts';
import { makeFolder, startLife } from '#main/compose-for-tests.ts';
import { chooseEmbedder } from '#main/memory/embedder.ts';
import { openRouter } from '#main/model-router/router-for-tests.ts';

/** Two lives, one after the other, and two indexes. */
const SLOW_MS = 90_000;

/** A server on loopback that speaks as Ollama and OpenAI do of embeddings; “car” and “automobile” are one to it. */
async function startEmbeddings(
  dimensions = 32,
): Promise<{ readonly url: string; readonly asked: string[][]; stop(): void }> {
  const asked: string[][] = [];
  const vectorOf = (text: string) => {
    const about = /car|automobile/i.test(text) ? 3 : /tulip|flower/i.test(text) ? 11 : 20;
    return Array.from({ length: dimensions }, (_, at) => (at >= about && at < about + 8 ? 1 : -0.05));
  };
  const answer = (request: IncomingMessage, body: string, response: ServerResponse) => {
    const json = (value: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (request.url === '/api/tags')
      return json({ models: [{ name: 'nomic-embed-text:latest' }, { name: 'llama3.2:latest' }] });
    const { input } = JSON.parse(body || '{}') as { input: string[] };
    asked.push(input);
    if (request.url === '/api/embed') return json({ embeddings: input.map(vectorOf), prompt_eval_count: 7 });
    if (request.url === '/v1/embeddings') {
      const data = input.map((text, index) => ({ index, embedding: vectorOf(text), object: 'embedding' }));
      return json({ data: data.toReversed(), usage: { prompt_tokens: 9, total_tokens: 9 } });
    }
    return response.writeHead(404).end();
  };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    answer(request, body, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  onTestFinished(stop);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, stop };
}

const elsewhere = (url: string): Pick<ModelSettings, 'providers' | 'models'> => ({
  providers: [
    { id: 'openai', kind: 'openai', title: 'OpenAI', baseUrl: `${url}/v1`, use: 'auto', secret: 'OPENAI_API_KEY' },
  ],
  models: [
    {
      provider: 'openai',
      name: 'text-embedding-3-small',
      profiles: ['embedding'],
      price: { currency: 'USD', input: 2, cachedInput: 2, output: 0 },
      background: false,
    },
  ],
});

describe('who makes the vectors', () => {
  it('is what is built in where there is no model', async () => {
    const { router } = await openRouter();
    expect((await chooseEmbedder(router)).madeBy).toBe('built-in');
  });

  it('is a model of Ollama on this computer, found by itself and written down as a call', async () => {
    const { url, asked } = await startEmbeddings();
    const { router, calls } = await openRouter({ environment: { OLLAMA_HOST: url } });
    const embedder = await chooseEmbedder(router);
    expect(embedder).toMatchObject({ madeBy: 'ollama/nomic-embed-text:latest', dimensions: 32 });
    expect(await embedder.embed(['a car', 'a tulip'])).toHaveLength(2);
    expect(asked).toEqual([['A first text.'], ['a car', 'a tulip']]);
    expect(
      calls().map(({ purpose, left, outcome, sent, inputTokens }) => [
        purpose,
        left,
        outcome,
        sent?.input,
        inputTokens,
      ]),
    ).toEqual([
      ['embed', false, 'answered', '1 texts, on this computer', 7],
      ['embed', false, 'answered', '2 texts, on this computer', 7],
    ]);
  });

  it('never writes plans: what only embeds is asked for nothing else, and what writes is not asked for this', async () => {
    const { url } = await startEmbeddings();
    const { router } = await openRouter({ environment: { OLLAMA_HOST: url } });
    const found = async (profile: ModelProfile) =>
      (await router.wouldAsk(profile)).filter(({ provider }) => provider === 'ollama').map(({ model }) => model);
    expect(await found('fast_structured')).toEqual(['llama3.2:latest']);
    expect(await found('embedding')).toEqual(['nomic-embed-text:latest']);
  });

  it('is a model elsewhere only when the person chose it, redacted, within the budget, to be read afterwards', async () => {
    const { url, asked } = await startEmbeddings();
    const { router, set, calls } = await openRouter();
    await set(elsewhere(url));
    const embedder = await chooseEmbedder(router);
    expect(embedder.madeBy).toBe('openai/text-embedding-3-small');
    await embedder.embed(['Ana has ana@example.com']);
    expect(asked.at(-1)).toEqual(['Ana has [email-1]']);
    expect(calls().at(-1)).toMatchObject({
      purpose: 'embed',
      left: true,
      sent: { input: 'Ana has [email-1]' },
      inputTokens: 9,
    });

    await set({ budget: { perDay: 0 } });
    expect(await embedder.embedQuery('Ana')).toBeNull();
    await expect(embedder.embed(['Ana'])).rejects.toThrow('refused');
  });

  it('is not a model elsewhere while a part of life is to stay here', async () => {
    const { url, asked } = await startEmbeddings();
    const { router, set } = await openRouter();
    await set({ ...elsewhere(url), privacy: { staysHere: ['health'] } });
    expect((await chooseEmbedder(router)).madeBy).toBe('built-in');
    expect(asked).toEqual([]);
  });

  it('is what is built in when the vectors of a model can’t be used', async () => {
    const { url } = await startEmbeddings(30);
    const { router } = await openRouter({ environment: { OLLAMA_HOST: url } });
    expect((await chooseEmbedder(router)).madeBy).toBe('built-in');
  });
});

describe('the search with a model', () => {
  it(
    'finds what means the same, goes on by words while the model is away, and by the built-in way after a restart',
    async () => {
      const { url, stop } = await startEmbeddings();
      const folder = makeFolder();
      const life = await startLife('as shipped', { folder, environment: { OLLAMA_HOST: url } });
      await life.api.memory.add({ item: { kind: 'fact', text: 'The car is red' } });
      await life.api.memory.add({ item: { kind: 'fact', text: 'Ana likes tulips' } });
      const found = await life.api.memory.search({ text: 'automobile' });
      expect(found).toMatchObject({ madeBy: 'ollama/nomic-embed-text:latest', hits: [{ words: 'The car is red' }] });
      stop();
      expect((await life.api.memory.search({ text: 'automobile' })).hits).toEqual([]);
      expect((await life.api.memory.search({ text: 'tulips' })).hits).toMatchObject([{ words: 'Ana likes tulips' }]);
      await life.close();

      const again = await startLife('as shipped', { folder });
      const byOwn = await again.api.memory.search({ text: 'tulip' });
      expect(byOwn).toMatchObject({ madeBy: 'built-in', hits: [{ words: 'Ana likes tulips' }] });
    },
    SLOW_MS,
  );
});
