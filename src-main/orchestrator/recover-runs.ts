import { findRun, listRunsIn } from '#db/repositories/runs.ts';
import { findStep, listRunningSteps, listSteps, type StepRow } from '#db/repositories/steps.ts';
import { findLatestCall, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import { moveStep } from '#main/events/move-step.ts';
import { type CallOutcome, findOut, unknownAt } from '#main/executor/call-tool.ts';
import { releaseCall, settleCall, settleUnknown } from '#main/executor/settle-call.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { recoverUndos } from '#main/orchestrator/recover-undos.ts';
import { viewOf } from '#main/orchestrator/view-of.ts';

/**
 * After a start: settles what was out when the process ended, and puts every run that is not over
 * back in line. Answers with how many runs it took up.
 */
export async function recoverRuns(engine: Engine): Promise<number> {
  const { journal } = engine;
  await settleRunning(engine, listRunningSteps(journal.orm));
  await recoverUndos(engine);
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
    if (call?.status === 'intended' && !isRehearsal(engine, call)) await findOutAbout(engine, call);
    else await journal.write((tx) => moveStep(tx, step, 'released', 'life-os'));
  }
}

/** Nothing of a shadow run can have had an effect. */
const isRehearsal = (engine: Engine, call: ToolCallRow): boolean =>
  findRun(engine.journal.orm, call.runId)?.shadow === true;

async function findOutAbout(engine: Engine, call: ToolCallRow): Promise<void> {
  const action = engine.tools.find(call.action);
  const run = findRun(engine.journal.orm, call.runId);
  if (!run) return;
  // Without its connector nobody is left to ask but the person.
  const failure = unknownAt(engine, call.connector);
  const about = action && { action, view: viewOf(engine, run) };
  const outcome: CallOutcome = about ? await findOut(engine, call, about) : { kind: 'unknown', failure, because: null };
  await engine.journal.write((tx) => {
    const step = findStep(tx.orm, call.runId, call.stepId);
    if (outcome.kind === 'absent') releaseCall(tx, call);
    else if (step && about) settleCall(tx, engine, { call, step }, outcome, about);
    else if (step) settleUnknown(tx, step, call, failure);
  });
}
