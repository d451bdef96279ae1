import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { drawFor } from './draw-from.ts';

const TaskSchema = z.object({ key: z.string(), entry: z.string() });
const EndedSchema = z.object({ below: z.number() });
const AnswerSchema = z.object({ approvalId: z.string(), decision: z.enum(['approve', 'decline']) });
export type GivenAnswer = z.infer<typeof AnswerSchema>;

/**
 * The world outside, in a process that is never killed: it does whatever it is asked, as often as it is asked, and
 * remembers. Now and then it cuts the connection before or after doing it.
 */
export type Remote = {
  readonly origin: string;
  /** How often each key was done. */
  readonly done: ReadonlyMap<string, number>;
  readonly undone: ReadonlySet<string>;
  /** Answers to cards that the app has acknowledged. */
  readonly answers: readonly GivenAnswer[];
  /** Every request before this one has ended, and what was to be taken back of it is. */
  endedBelow(): number;
  close(): Promise<void>;
};

/** Of a hundred first requests, so many are cut after they were done, and as many before. */
const CUT = 0.06;

export async function openRemote(seed: number): Promise<Remote> {
  const done = new Map<string, number>();
  const undone = new Set<string>();
  const answers: GivenAnswer[] = [];
  const asked = new Set<string>();
  let endedBelow = 0;
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const answer = (value: unknown) => response.end(JSON.stringify(value));
    if (request.url === '/answered') {
      answers.push(AnswerSchema.parse(body));
      return answer(null);
    }
    if (request.url === '/ended') {
      endedBelow = EndedSchema.parse(body).below;
      return answer(null);
    }
    const { key, entry } = TaskSchema.parse(body);
    const stands = (done.get(key) ?? 0) > 0 && !undone.has(key);
    if (request.url === '/find') return answer(stands);
    const mood = asked.has(`${request.url} ${key}`) ? 1 : drawFor(seed, 'remote', entry);
    asked.add(`${request.url} ${key}`);
    if (mood < CUT) return void request.socket.destroy();
    if (request.url === '/undo') undone.add(key);
    else done.set(key, (done.get(key) ?? 0) + 1);
    if (mood < 2 * CUT) return void request.socket.destroy();
    answer(null);
  });
  // It cuts what is drawn and nothing else: not even a connection that stood idle, which could be in use again by then.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    done,
    undone,
    answers,
    endedBelow: () => endedBelow,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text === '' ? null : JSON.parse(text);
}
