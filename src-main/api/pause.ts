import { door } from '#main/api/door.ts';
import { pauseEverything, readPauseReceipt, resumeEverything } from '#main/orchestrator/pause-everything.ts';

export const pause = {
  get: door.pause.get.handler(({ context: { engine } }) => readPauseReceipt(engine.journal.orm)),
  everything: door.pause.everything.handler(({ context: { engine, actor } }) => pauseEverything(engine, actor)),
  resume: door.pause.resume.handler(({ context: { engine, actor } }) => resumeEverything(engine, actor)),
};
