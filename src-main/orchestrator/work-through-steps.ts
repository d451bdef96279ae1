import type { RunRow } from '#db/repositories/runs.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { openShift, type Shift, type Standing } from '#main/orchestrator/shift.ts';
import type { Line } from '#main/queue/worker.ts';

/**
 * Runs every step whose dependencies are met, independent ones in parallel, until nothing more can move. The outcome
 * of a step and the intents of those that it frees are one transaction, so that a long plan costs one commit a step.
 * When the run is put in line again while steps are out, it looks again at once: the person has freed a step, say, or
 * lifted the pause.
 */
export async function workThroughSteps(
  engine: Engine,
  run: RunRow,
  line: Line,
  options: { onlyLooking: boolean },
): Promise<Standing> {
  const shift = openShift(engine, run, line, options);
  try {
    return await workThrough(shift, line);
  } catch (error) {
    // Whoever takes the run up again must find nothing of it still out.
    await shift.windUp(error);
    throw error;
  }
}

async function workThrough(shift: Shift, line: Line): Promise<Standing> {
  for (;;) {
    let isCalled = false;
    void line.nextCall().then(() => {
      isCalled = true;
      shift.wake();
    });
    await shift.lookAgain();
    while (shift.out.size > 0 && !isCalled) await shift.nextEnd();
    if (shift.out.size === 0) return shift.standing();
  }
}
