import { findRun } from '#db/repositories/runs.ts';
import { hasSteps } from '#db/repositories/steps.ts';
import { moveRun } from '#main/events/move-run.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { planAgain } from '#main/orchestrator/plan-again.ts';
import { planRun } from '#main/orchestrator/plan-run.ts';
import { settleExecution, settlePreparation } from '#main/orchestrator/settle-run.ts';
import { workThroughSteps } from '#main/orchestrator/work-through-steps.ts';
import type { Advanced, Line } from '#main/queue/worker.ts';

/**
 * The whole life of a run. Called whenever something may have changed; goes on from what is on disk
 * until the run stands still: it is over, it waits for the person or for a time, or a pause, the end of the app, or the
 * taking back of a run that failed holds it.
 *
 * `planning` makes the plan, looks things up and prepares every card, but does nothing more than
 * look: the person sees the whole plan first. `executing` does what may be done. When what was read needs other steps,
 * a new plan takes the place of the rest and is prepared as the first one was.
 */
export async function advanceRun(engine: Engine, runId: string, line: Line): Promise<Advanced> {
  for (;;) {
    const run = findRun(engine.journal.orm, runId);
    if (!run) return 'idle';
    switch (run.state) {
      case 'queued':
        await engine.journal.write((tx) => moveRun(tx, runId, 'planning-started', 'life-os'));
        break;
      case 'planning': {
        if (!hasSteps(engine.journal.orm, runId)) {
          if ((await planRun(engine, run, line)) === 'held') return 'held';
          break;
        }
        const outcome = await workThroughSteps(engine, run, line, { onlyLooking: true });
        if (outcome !== 'still') return outcome;
        const anew = await planAgain(engine, run, line);
        if (anew === 'held') return 'held';
        if (anew === 'none') await settlePreparation(engine, runId);
        break;
      }
      case 'executing': {
        const outcome = await workThroughSteps(engine, run, line, { onlyLooking: false });
        if (outcome !== 'still') return outcome;
        const anew = await planAgain(engine, run, line);
        if (anew === 'planned') break;
        if (anew === 'held' || (await settleExecution(engine, runId)) === 'held') return 'held';
        break;
      }
      case 'waiting_approval':
      case 'completed':
      case 'failed':
      case 'canceled':
        return 'idle';
    }
  }
}
