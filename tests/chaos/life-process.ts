// The process that is killed: the real core on a real folder, and the person who uses it.
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { z } from 'zod';
import { composeLifeOs } from '#main/compose.ts';
import { drawPlan } from './draw-plan.ts';
import { liveThrough, type News } from './person.ts';
import { remoteConnector } from './remote-connector.ts';

/** Where it kills itself: at the n-th of what is counted. */
const CrashSchema = z.object({ at: z.enum(['write', 'commit', 'call', 'answer']), n: z.number() });
export type Crash = z.infer<typeof CrashSchema>;

const TaskSchema = z.object({
  seed: z.number(),
  first: z.number(),
  requests: z.number(),
  atOnce: z.number(),
  folder: z.string(),
  origin: z.string(),
  crash: CrashSchema.nullable(),
  /** How wrong the clock is, and how much it jumps in the middle. */
  clock: z.object({ from: z.string(), jumpsBy: z.number() }),
});
export type LifeTask = z.infer<typeof TaskSchema>;

const LOOK_AGAIN_MS = 25;
const TOGETHER_MS = 8;
/** So much later it is whenever nothing moves: what waits to be tried again comes to its turn. */
const STEP_ON_MS = 5 * 60_000;
const JUMPS_AFTER = 60;

const task = TaskSchema.parse(JSON.parse(process.argv[2] ?? ''));
const counts = { write: 0, commit: 0, call: 0, answer: 0 };
let time = Date.parse(task.clock.from);

function count(what: Crash['at']): void {
  counts[what] += 1;
  if (task.crash?.at === what && task.crash.n === counts[what]) process.kill(process.pid, 'SIGKILL');
}

const lifeOs = await composeLifeOs({
  dataFolder: task.folder,
  version: '0.0.0',
  migrationsFolder: join(import.meta.dirname, '../../db/migrations'),
  log: { info: () => {}, error: (fields, message) => console.error(message, fields) },
  clock: {
    now() {
      count('write');
      time += counts.write === JUMPS_AFTER ? task.clock.jumpsBy : 1;
      return new Date(time).toISOString();
    },
  },
  connectors: [remoteConnector(task.origin, count)],
  makePlan: ({ text }) => drawPlan(task.seed, Number(text.replace('request ', ''))),
  timeZone: 'Europe/Lisbon',
  locale: 'en-GB',
});
lifeOs.subscribe(() => count('commit'));

const post = async (path: string, body: object): Promise<unknown> =>
  (await fetch(`${task.origin}${path}`, { method: 'POST', body: JSON.stringify(body) })).json();

function listen(): News {
  const arrived = Promise.withResolvers<void>();
  const forget = () => {
    stop();
    clearTimeout(timer);
    arrived.resolve();
  };
  // What comes together is looked at together.
  const stop = lifeOs.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(forget, TOGETHER_MS);
    stop();
  });
  let timer = setTimeout(() => {
    time += STEP_ON_MS;
    lifeOs.engine.queue.wakeAll();
    forget();
  }, LOOK_AGAIN_MS);
  return { arrived: arrived.promise, forget };
}

const api = createRouterClient(lifeOs.router, { context: () => lifeOs.contextFor('you') });
await liveThrough(
  api,
  task,
  {
    stands: async (key) => (await post('/find', { key, entry: '' })) === true,
    acknowledge: async (approvalId, decision) => void (await post('/answered', { approvalId, decision })),
    haveEnded: async (below) => void (await post('/ended', { below })),
  },
  listen,
);
await lifeOs.close();
