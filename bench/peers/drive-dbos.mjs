// DBOS on PostgreSQL: a workflow in this process, every step of it checkpointed in the database.
import { DBOS } from '@dbos-inc/dbos-sdk';
import { answer, inShape, request, runNumbers, takeTime } from './take-time.mjs';

DBOS.setConfig({
  name: 'answer',
  systemDatabaseUrl: request.server.url,
  systemDatabasePoolSize: 20,
  logLevel: 'error',
  runAdminServer: false,
});
const run = DBOS.registerWorkflow(
  () => inShape((number) => DBOS.runStep(async () => answer(number), { name: `step-${number}` })),
  { name: 'run' },
);
await DBOS.launch();
const tell = await takeTime(() => Promise.all(runNumbers.map(() => run())));
await DBOS.shutdown();
tell();
