import { advanceRun } from '#main/orchestrator/advance-run.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { recoverRun } from '#main/orchestrator/recover-runs.ts';
import type { Advance } from '#main/queue/worker.ts';

/**
 * Advances runs, and settles first what an advance that threw has left behind, as after a restart. While the disk takes
 * nothing a run is held: all in line are woken when there is room again. A disk that is damaged holds it until the next
 * start. After any other error the line takes it up again by itself.
 */
export function rideOutTrouble(engine: Engine): Advance {
  const cutOff = new Set<string>();
  return async (runId, line) => {
    try {
      if (cutOff.has(runId)) await recoverRun(engine, runId);
      cutOff.delete(runId);
      return await advanceRun(engine, runId, line);
    } catch (error) {
      cutOff.add(runId);
      if (engine.room.note(error) === null) throw error;
      return 'held';
    }
  };
}
