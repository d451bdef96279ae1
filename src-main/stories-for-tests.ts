import type { StepState } from '#contract/model/run.ts';
import { toldStepState } from '#contract/states/told-step-state.ts';
import type { Orm } from '#db/open-database.ts';
import { listApprovalsOfRun } from '#db/repositories/approvals.ts';
import { listEventsAfter } from '#db/repositories/events.ts';
import { listRuns } from '#db/repositories/runs.ts';
import { listSteps } from '#db/repositories/steps.ts';
import { listCallsOfRun } from '#db/repositories/tool-calls.ts';
import { readEventRow } from '#main/events/chain-event.ts';

type Story = Readonly<Record<string, string>>;

/** The states that the log tells of, and those that stand in the tables. Written together, they are the same. */
export function readStories(orm: Orm): { told: Story; stands: Story } {
  return { told: readTold(orm), stands: readStands(orm) };
}

const EVERYTHING = 1_000_000;

function readTold(orm: Orm): Story {
  const told: Record<string, string> = {};
  for (const { body, runId, stepId } of listEventsAfter(orm, 0, EVERYTHING).map(readEventRow)) {
    if (body.kind === 'task.submitted') told[`run ${runId}`] = 'queued';
    if (body.kind === 'run.changed') told[`run ${runId}`] = body.to;
    if (body.kind === 'plan.made') for (const { id } of body.steps) told[`step ${runId} ${id}`] = 'pending';
    const state = toldStepState(body);
    if (state) told[`step ${runId} ${stepId}`] = untouched(state);
    if (body.kind === 'approval.asked') told[`card ${body.approvalId}`] = 'waiting';
    if (body.kind === 'approval.answered') told[`card ${body.approvalId}`] = body.status;
    if (stepId !== null && /^(undo|redo)\./.test(body.kind)) told[`undo ${runId} ${stepId}`] = body.kind;
    // Put back is as if nobody had asked.
    if (body.kind === 'redo.happened') delete told[`undo ${runId} ${stepId}`];
  }
  return told;
}

/** That the dependencies of a step are met is no news, so the log does not tell these two apart. */
const untouched = (state: StepState): string => (state === 'ready' ? 'pending' : state);

function readStands(orm: Orm): Story {
  const stands: Record<string, string> = {};
  const undone = {
    none: null,
    running: 'undo.intended',
    undone: 'undo.happened',
    failed: 'undo.failed',
    asks: 'undo.asked',
    redoing: 'redo.intended',
    'redo-asks': 'undo.asked',
    'redo-failed': 'redo.failed',
  } as const;
  for (const { id, state } of listRuns(orm, { limit: EVERYTHING })) {
    stands[`run ${id}`] = state;
    for (const step of listSteps(orm, id)) stands[`step ${id} ${step.id}`] = untouched(step.state);
    for (const card of listApprovalsOfRun(orm, id)) stands[`card ${card.id}`] = card.status;
    for (const { stepId, undoState } of listCallsOfRun(orm, id)) {
      const undo = undone[undoState];
      if (undo) stands[`undo ${id} ${stepId}`] = undo;
    }
  }
  return stands;
}
