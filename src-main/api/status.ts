import { countApprovals } from '#db/repositories/approvals.ts';
import { findLastEvent } from '#db/repositories/events.ts';
import { findPause } from '#db/repositories/pauses.ts';
import { countRunsIn } from '#db/repositories/runs.ts';
import { door } from '#main/api/door.ts';

export const status = {
  get: door.status.get.handler(({ context: { engine, dataFolder, version, isPractice, storageNotice } }) => {
    const { orm } = engine.journal;
    const pause = findPause(orm, 'everything');
    return {
      version,
      isPractice,
      now: engine.journal.now(),
      timeZone: engine.timeZone,
      paused: pause !== undefined,
      pausedSince: pause?.since ?? null,
      waitingApprovals: countApprovals(orm, 'waiting'),
      running: countRunsIn(orm, ['queued', 'planning', 'executing']),
      lastSeq: findLastEvent(orm)?.seq ?? 0,
      dataFolder,
      storage: storageNotice(),
    };
  }),
};
