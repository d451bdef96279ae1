import type { RunDetail } from '#contract/api/workflows.ts';
import type { RunSummary, Step } from '#contract/model/run.ts';
import type { Orm } from '#db/open-database.ts';
import { listApprovalsOfRun } from '#db/repositories/approvals.ts';
import { listArtifactsOfRun } from '#db/repositories/artifacts.ts';
import { listEventsOfRun } from '#db/repositories/events.ts';
import { listPauses } from '#db/repositories/pauses.ts';
import { findRun, type RunRow } from '#db/repositories/runs.ts';
import { listSteps, type StepRow } from '#db/repositories/steps.ts';
import { listCallsOfRun, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import { readEventRow } from '#main/events/chain-event.ts';
import { isUndoable } from '#main/executor/undo-call.ts';
import { findPauseOver, findPauseOverRun } from '#main/gate/find-pause.ts';

export function summarise(orm: Orm, run: RunRow): RunSummary {
  return {
    id: run.id,
    taskId: run.taskId,
    intent: run.intent,
    goal: run.goal,
    state: run.state,
    priority: run.priority,
    risk: run.riskLevel,
    paused: isHeld(orm, run),
    question: run.question,
    answer: run.answer,
    leftOut: run.leftOut,
    createdAt: run.createdAt,
    updatedAt: run.updatedAt,
  };
}

/** Whether a pause stands over the whole of it, or over a step that it has not begun. */
function isHeld(orm: Orm, run: RunRow): boolean {
  if (listPauses(orm).length === 0) return false;
  if (findPauseOverRun(orm, run)) return true;
  const ahead = listSteps(orm, run.id).filter(({ state }) => state === 'pending' || state === 'ready');
  return ahead.some(({ tool: action, domain }) => {
    const target = { runId: run.id, automationId: run.automationId, action, domain };
    return findPauseOver(orm, target) !== undefined;
  });
}

/** One run as the person and the API see it; null when there is none by that id. */
export function showRun(orm: Orm, runId: string, now: string): RunDetail | null {
  const run = findRun(orm, runId);
  if (!run) return null;
  const calls = new Map(listCallsOfRun(orm, runId).map((call) => [call.stepId, call]));
  return {
    ...summarise(orm, run),
    steps: listSteps(orm, runId).map((step) => showStep(step, calls.get(step.id), now)),
    approvals: listApprovalsOfRun(orm, runId),
    artifacts: listArtifactsOfRun(orm, runId),
    events: listEventsOfRun(orm, runId).map(readEventRow),
  };
}

function showStep(step: StepRow, call: ToolCallRow | undefined, now: string): Step {
  return {
    id: step.id,
    runId: step.runId,
    name: step.name,
    action: step.tool,
    dependsOn: step.dependsOn,
    state: step.state,
    risk: step.riskLevel,
    attempt: step.attempt,
    decision: step.decision,
    approvalId: step.approvalId,
    report: call?.report ?? null,
    failure: step.failure,
    undo: {
      state: call?.undoState ?? 'none',
      available: call !== undefined && isUndoable(call, now),
      until: call?.undoUntil ?? null,
      failure: call?.undoFailure ?? null,
    },
  };
}
