import { isRunOver } from '#contract/states/run-state.ts';
import { isStepOver } from '#contract/states/step-state.ts';
import { findRun, type RunRow } from '#db/repositories/runs.ts';
import { listSteps, type StepRow } from '#db/repositories/steps.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveStep } from '#main/events/move-step.ts';
import { runStep, type StepOutcome } from '#main/executor/run-step.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { viewOf } from '#main/orchestrator/view-of.ts';

/** Steps of one run that are out at the same time. */
const STEPS_AT_ONCE = 8;

/**
 * Runs every step whose dependencies are met, independent ones in parallel, until nothing more can
 * move. A step whose dependency did not succeed is skipped. `nextCall` brings it to look again while
 * others are still out: the person has freed a step, say.
 */
export async function workThroughSteps(
  engine: Engine,
  run: RunRow,
  options: { onlyLooking: boolean; nextCall: () => Promise<void> },
): Promise<'still' | 'paused'> {
  const out = new Map<string, Promise<void>>();
  const done = new Map<string, StepOutcome>();
  for (;;) {
    const called = options.nextCall().then(() => forgetPauses(done));
    await engine.journal.write((tx) => freeSteps(tx, run.id));
    const over = isRunOver(findRun(engine.journal.orm, run.id)?.state ?? 'canceled');
    for (const step of listSteps(engine.journal.orm, run.id)) {
      if (over || out.size >= STEPS_AT_ONCE) break;
      if (step.state !== 'ready' || out.has(step.id) || isHeld(done.get(step.id))) continue;
      const finished = runStep(engine, run, step, viewOf(engine, run), options).then((outcome) => {
        done.set(step.id, outcome);
        out.delete(step.id);
      });
      out.set(step.id, finished);
    }
    if (out.size === 0) return [...done.values()].includes('paused') ? 'paused' : 'still';
    await Promise.race([...out.values(), called]);
  }
}

/** Whatever a pause held back may be tried again: perhaps it was lifted. */
function forgetPauses(done: Map<string, StepOutcome>): void {
  for (const [id, outcome] of done) if (outcome === 'paused') done.delete(id);
}

const isHeld = (outcome: StepOutcome | undefined) => outcome === 'held' || outcome === 'paused';

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
