import { whyNotStored } from '#db/why-not-stored.ts';
import { advanceRun } from '#main/orchestrator/advance-run.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { recoverRun } from '#main/orchestrator/recover-runs.ts';
import type { Advance } from '#main/queue/worker.ts';

/**
 * Advances a run, and keeps it where it is while the disk takes nothing: it goes on by itself when there is room
 * again, after what was out has been settled as after a restart. A disk that is damaged holds it until the next start.
 */
export async function rideOutTrouble(engine: Engine, ...[runId, line]: Parameters<Advance>): ReturnType<Advance> {
  for (let again = false; ; again = true) {
    try {
      if (again) await recoverRun(engine, runId);
      return await advanceRun(engine, runId, line);
    } catch (error) {
      const trouble = whyNotStored(error);
      if (trouble === null) throw error;
      engine.room.note(error);
      if (trouble === 'damaged') return 'held';
      await engine.room.back();
      if (line.isClosing()) return 'held';
    }
  }
}
