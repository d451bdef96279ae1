import { isRunOver } from '#contract/states/run-state.ts';
import { isStepOver } from '#contract/states/step-state.ts';
import { findRun, type RunRow } from '#db/repositories/runs.ts';
import { listSteps, type StepRow } from '#db/repositories/steps.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveStep } from '#main/events/move-step.ts';
import { runStep, type StepOutcome } from '#main/executor/run-step.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { viewOf } from '#main/orchestrator/view-of.ts';
import type { Line } from '#main/queue/worker.ts';

/** Steps of one run that are out at the same time. */
const STEPS_AT_ONCE = 8;

/** How a step was tried last, and how often its run had been put in line by then. */
type Tried = { readonly outcome: StepOutcome; readonly calls: number };

/**
 * Runs every step whose dependencies are met, independent ones in parallel, until nothing more can
 * move. A step whose dependency did not succeed is skipped. When the run is put in line again while
 * steps are out, it looks again at once: the person has freed a step, say, or lifted the pause. `held`: a pause or the
 * end of the app keeps the rest for later.
 */
export async function workThroughSteps(
  engine: Engine,
  run: RunRow,
  line: Line,
  options: { onlyLooking: boolean },
): Promise<'still' | 'held'> {
  const out = new Map<string, Promise<void>>();
  try {
    return await workThrough(engine, run, line, options, out);
  } catch (error) {
    // Whoever takes the run up again must find nothing of it still out.
    await Promise.allSettled(out.values());
    throw error;
  }
}

async function workThrough(
  engine: Engine,
  run: RunRow,
  line: Line,
  options: { onlyLooking: boolean },
  out: Map<string, Promise<void>>,
): Promise<'still' | 'held'> {
  const tried = new Map<string, Tried>();
  for (;;) {
    const called = line.nextCall();
    await engine.journal.write((tx) => freeSteps(tx, run.id));
    const over = isRunOver(findRun(engine.journal.orm, run.id)?.state ?? 'canceled');
    for (const step of listSteps(engine.journal.orm, run.id)) {
      if (over || line.isClosing() || out.size >= STEPS_AT_ONCE) break;
      if (step.state !== 'ready' || out.has(step.id) || isHeld(tried.get(step.id), line)) continue;
      const calls = line.calls();
      const finished = runStep(engine, run, step, viewOf(engine, run), options).then((outcome) => {
        tried.set(step.id, { outcome, calls });
        out.delete(step.id);
      });
      out.set(step.id, finished);
    }
    if (out.size === 0) return line.isClosing() || isAnyPaused(tried) ? 'held' : 'still';
    await Promise.race([...out.values(), called]);
  }
}

const isAnyPaused = (tried: ReadonlyMap<string, Tried>): boolean =>
  [...tried.values()].some(({ outcome }) => outcome === 'paused');

/** What a pause held back is tried again after each call: perhaps it was lifted since. */
function isHeld(last: Tried | undefined, line: Line): boolean {
  return last?.outcome === 'held' || (last?.outcome === 'paused' && last.calls === line.calls());
}

/** Frees pending steps whose dependencies have succeeded; skips those that can never start. */
function freeSteps(tx: JournalTx, runId: string): void {
  const steps = new Map(listSteps(tx.orm, runId).map((step) => [step.id, step]));
  for (const step of steps.values()) {
    if (step.state !== 'pending') continue;
    const needed = step.dependsOn.map((id) => steps.get(id)).filter((each): each is StepRow => each !== undefined);
    if (needed.every(({ state }) => state === 'succeeded')) moveStep(tx, step, 'dependencies-met', 'life-os');
    else if (needed.some(({ state }) => isStepOver(state) && state !== 'succeeded')) {
      moveStep(tx, step, 'not-to-be-done', 'life-os');
      steps.set(step.id, { ...step, state: 'skipped' });
    }
  }
}
