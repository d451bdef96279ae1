import { connectorOf } from '#contract/model/action-name.ts';
import { findRun, listRunsIn } from '#db/repositories/runs.ts';
import { listSteps, listStepsIn, type StepRow } from '#db/repositories/steps.ts';
import { findLatestCall, listRunningUndos, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import { moveStep } from '#main/events/move-step.ts';
import { findOut, unknownAt } from '#main/executor/call-tool.ts';
import { settleUnknown } from '#main/executor/settle-call.ts';
import { carryOutUndo } from '#main/executor/undo-call.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { viewOf } from '#main/orchestrator/view-of.ts';

/**
 * After a start: settles what was out when the process ended, and puts every run that is not over
 * back in line. Answers with how many runs it took up.
 */
export async function recoverRuns(engine: Engine): Promise<number> {
  const { journal } = engine;
  await settleRunning(engine, listStepsIn(journal.orm, 'running'));
  for (const call of listRunningUndos(journal.orm)) {
    const run = findRun(journal.orm, call.runId);
    if (run) await carryOutUndo(engine, call, viewOf(engine, run), 'life-os');
  }
  const unfinished = listRunsIn(journal.orm, ['queued', 'planning', 'executing']);
  await journal.write((tx) => {
    for (const run of unfinished) engine.queue.enqueue(tx, run);
  });
  return unfinished.length;
}

/** The same for one run of which nothing is out any more. */
export async function recoverRun(engine: Engine, runId: string): Promise<void> {
  const steps = listSteps(engine.journal.orm, runId);
  await settleRunning(
    engine,
    steps.filter(({ state }) => state === 'running'),
  );
}

async function settleRunning(engine: Engine, steps: readonly StepRow[]): Promise<void> {
  const { journal } = engine;
  for (const step of steps) {
    const call = findLatestCall(journal.orm, step.runId, step.id);
    if (call?.status === 'intended') await findOutAbout(engine, call);
    else await journal.write((tx) => moveStep(tx, step, 'released', 'life-os'));
  }
}

async function findOutAbout(engine: Engine, call: ToolCallRow): Promise<void> {
  const action = engine.tools.find(call.action);
  const run = findRun(engine.journal.orm, call.runId);
  if (!run) return;
  if (!action) {
    // Its connector is gone, so nobody is left to ask but the person.
    await engine.journal.write((tx) => settleUnknown(tx, call, unknownAt(engine, call.connector)));
    return;
  }
  const about = { action, connector: connectorOf(action.name), tier: action.risk };
  await findOut(engine, call, about, viewOf(engine, run), 'release');
}
