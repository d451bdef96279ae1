import { door, toError } from '#main/api/door.ts';
import { pauseScope } from '#main/orchestrator/pause-everything.ts';
import { resumeWhatIsNamed } from '#main/orchestrator/resume-what-is-named.ts';
import { readPauseReceipt } from '#main/orchestrator/show-pause.ts';

export const pause = {
  get: door.pause.get.handler(({ context: { engine } }) => readPauseReceipt(engine)),
  everything: door.pause.everything.handler(({ input, context: { engine, actor } }) =>
    pauseScope(engine, input?.scope ?? 'everything', actor),
  ),
  resume: door.pause.resume.handler(async ({ input, context: { engine, actor } }) => {
    const outcome = await resumeWhatIsNamed(engine, input, actor);
    if ('refused' in outcome) throw toError(outcome);
    return outcome;
  }),
};
