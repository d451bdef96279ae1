import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that speaks as OpenAI's chat completions do, and says its answer word by word when it is told to. */
export type SpokenModel = {
  readonly baseUrl: string;
  /** Waits until this many questions have come in all. */
  asked(count: number): Promise<void>;
  /** Says more of the answer to the last question. */
  say(words: string): void;
  finish(): void;
  close(): Promise<void>;
};

const LOOKS_AGAIN_MS = 20;

export async function startSpokenModel(): Promise<SpokenModel> {
  const answers: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || !request.url?.endsWith('/chat/completions')) {
      response.writeHead(404).end();
      return;
    }
    request.resume();
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    answers.push(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const tell = (choice: object) => {
    const chunk = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'tiny', choices: [choice] };
    answers.at(-1)?.write(`data: ${JSON.stringify(chunk)}\n\n`);
  };
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async asked(count) {
      while (answers.length < count) await new Promise((resolve) => setTimeout(resolve, LOOKS_AGAIN_MS));
    },
    say: (content) => tell({ index: 0, delta: { role: 'assistant', content }, finish_reason: null }),
    finish() {
      tell({ index: 0, delta: {}, finish_reason: 'stop' });
      answers.at(-1)?.end('data: [DONE]\n\n');
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
