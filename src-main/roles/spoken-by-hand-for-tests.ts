import type { ServerResponse } from 'node:http';
import { startLife, type TestLife } from '#main/compose-for-tests.ts';
import { speakByHand, startStub } from '#main/model-router/router-for-tests.ts';

/** An answer that the test speaks word by word, in OpenAI's protocol. */
export type Spoken = {
  /** Waits until this many questions have come. */
  asked(count?: number): Promise<void>;
  /** What was asked last, as JSON text. */
  lastQuestion(): string;
  /** Says more of the answer to the last question. */
  say(words: string): void;
  finish(): void;
  /** The wire breaks. */
  cut(): void;
};

/** The core as people have it, with such a model. */
export async function lifeWithSpoken(): Promise<{ life: TestLife; spoken: Spoken }> {
  const { spoken, environment } = await speakForModel();
  return { spoken, life: await startLife('as shipped', { environment }) };
}

/** A model elsewhere whose words come when the test says them, and where it is. */
export async function speakForModel(): Promise<{ spoken: Spoken; environment: Record<string, string> }> {
  const stub = await startStub();
  const answers: { readonly response: ServerResponse; readonly body: string }[] = [];
  const waiting = new Set<() => void>();
  const url = speakByHand(stub, '/spoken', (request, response, body) => {
    if (!request.url?.includes('/responses')) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    answers.push({ response, body });
    for (const look of waiting) look();
  });
  const last = () => {
    const answer = answers.at(-1);
    if (!answer) throw new Error('Nobody has asked.');
    return answer;
  };
  const send = (event: { readonly type: string }) =>
    last().response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  const spoken: Spoken = {
    asked: (count = 1) =>
      new Promise((resolve) => {
        const look = () => {
          if (answers.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    lastQuestion: () => last().body,
    say: (delta) => void send({ type: 'response.output_text.delta', ...{ delta } }),
    finish() {
      send({ type: 'response.completed', ...{ response: { id: 'r', status: 'completed', output: [] } } });
      last().response.end();
    },
    cut: () => void last().response.destroy(),
  };
  return { spoken, environment: { OPENAI_API_KEY: 'a-key', OPENAI_BASE_URL: `${url}/v1` } };
}
