import { findRun } from '#db/repositories/runs.ts';
import { door, orNotFound } from '#main/api/door.ts';
import { refusals } from '#main/orchestrator/refusal.ts';
import { stopWriting } from '#main/orchestrator/stop-writing.ts';

export const writing = {
  live: door.writing.live.handler(async function* ({ input: { id }, context: { engine, stands }, signal }) {
    orNotFound(findRun(engine.journal.orm, id), refusals.noSuchRun);
    for await (const news of engine.roles.underWay.live(id, signal)) {
      if (!stands()) return;
      yield news;
    }
  }),
  stop: door.writing.stop.handler(async ({ input: { id, writingId }, context: { engine, actor } }) => {
    orNotFound(findRun(engine.journal.orm, id), refusals.noSuchRun);
    return { stopped: await stopWriting(engine, id, writingId, actor) };
  }),
};
