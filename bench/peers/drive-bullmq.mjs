// BullMQ: a chain is one job that writes down after every step how far it is (its documented “process step jobs”);
// a fan is a flow, in which every step is a job and the one that joins them waits for its children.
import { FlowProducer, Queue, Worker } from 'bullmq';
import { answer, request, runNumbers, takeTime } from './take-time.mjs';

const { kind, steps } = request.shape;
const connection = { host: '127.0.0.1', port: request.server.port, maxRetriesPerRequest: null };
const NAME = 'answer';
const allDone = Promise.withResolvers();
let left = runNumbers.length;

async function work(job) {
  if (kind === 'fan') return answer(1);
  for (let number = (job.data.done ?? 0) + 1; number <= steps; number += 1) {
    await job.updateData({ done: number, ...answer(number) });
  }
}

const worker = new Worker(NAME, work, { connection, concurrency: 200, autorun: false });
worker.on('completed', (job) => {
  if (job.name !== 'part') left -= 1;
  if (left === 0) allDone.resolve();
});
worker.on('failed', (_job, error) => allDone.reject(error));
await worker.waitUntilReady();

const queue = new Queue(NAME, { connection });
const flows = new FlowProducer({ connection });
const part = { name: 'part', queueName: NAME, data: {} };
const family = { name: 'join', queueName: NAME, data: {}, children: Array.from({ length: steps - 1 }, () => part) };

const tell = await takeTime(async () => {
  void worker.run();
  if (kind === 'chain') await queue.addBulk(runNumbers.map(() => ({ name: 'run', data: {} })));
  else await flows.addBulk(runNumbers.map(() => family));
  await allDone.promise;
});
await Promise.all([worker.close(), queue.close(), flows.close()]);
tell();
