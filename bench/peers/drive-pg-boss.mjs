// pg-boss on PostgreSQL: every step is a job. A worker fetches what is ready, and writes the following steps' jobs in
// the transaction in which theirs are completed; a fan is a flow, in which the job that joins waits for the others.
import { PgBoss } from 'pg-boss';
import { answer, request, runNumbers, takeTime } from './take-time.mjs';

const { kind, steps } = request.shape;
const NAME = 'answer';
const WORKERS = 2;
const boss = new PgBoss({ connectionString: request.server.url, schedule: false, max: 10 });
boss.on('error', (error) => {
  throw error;
});
await boss.start();
await boss.createQueue(NAME);

let left = runNumbers.length;

/** Fetches again as soon as it is done, as pg-boss's own workers wait half a second or more in between. */
async function work() {
  while (left > 0) {
    const jobs = await boss.fetch(NAME, { batchSize: 500 });
    if (jobs.length > 0) await complete(jobs);
    // What waits for others is freed by a pass over the flows that pg-boss makes every few seconds by itself.
    else if (kind === 'fan') await boss.resolveFlow();
  }
}

async function complete(jobs) {
  const transaction = await boss.getDb().beginTransaction();
  const following = jobs.filter(({ data }) => kind === 'chain' && data.number < steps);
  const next = following.map(({ data }) => ({ data: { number: data.number + 1, ...answer(data.number) } }));
  if (next.length > 0) await boss.insert(NAME, next, transaction);
  const ids = jobs.map(({ id }) => id);
  await boss.complete(NAME, ids, answer(0), transaction);
  await transaction.commit();
  left -= jobs.filter(({ data }) => data.number === steps).length;
}

const parts = Array.from({ length: steps - 1 }, (_, index) => ({
  ref: `part-${index + 1}`,
  name: NAME,
  data: { number: index + 1 },
}));
const joining = { ref: 'join', name: NAME, data: { number: steps }, dependsOn: parts.map(({ ref }) => ref) };

const tell = await takeTime(async () => {
  const first = () => ({ data: { number: 1 } });
  if (kind === 'chain') await boss.insert(NAME, runNumbers.map(first));
  else await Promise.all(runNumbers.map(() => boss.flow([...parts, joining])));
  await Promise.all(Array.from({ length: Math.min(WORKERS, runNumbers.length) }, work));
});
await boss.stop({ graceful: false });
tell();
