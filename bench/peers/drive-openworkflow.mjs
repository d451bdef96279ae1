// openworkflow on SQLite: one process with a worker, as its documentation starts it.
import { join } from 'node:path';
import { OpenWorkflow } from 'openworkflow';
import { BackendSqlite } from 'openworkflow/sqlite';
import { answer, inShape, request, runNumbers, takeTime } from './take-time.mjs';

const backend = BackendSqlite.connect(join(request.folder, 'openworkflow.db'));
const { synchronous } = backend.db.prepare('PRAGMA synchronous').get();
if (synchronous !== 2) throw new Error('openworkflow does not write at synchronous=FULL here.');

const engine = new OpenWorkflow({ backend });
const workflow = engine.defineWorkflow({ name: 'answer' }, async ({ step }) => {
  await inShape((number) => step.run({ name: `step-${number}` }, () => answer(number)));
});
const worker = engine.newWorker({ concurrency: 16 });
const completed = backend.db.prepare(`SELECT count(*) AS runs FROM workflow_runs WHERE status = 'completed'`);

const tell = await takeTime(async () => {
  await worker.start();
  await Promise.all(runNumbers.map(() => workflow.run({})));
  while (completed.get().runs < runNumbers.length) await new Promise((resolve) => setTimeout(resolve, 5));
});
await worker.stop();
await backend.stop();
tell();
