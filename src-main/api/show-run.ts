import type { RunDetail } from '#contract/api/workflows.ts';
import type { RunSummary, Step } from '#contract/model/run.ts';
import type { Orm } from '#db/open-database.ts';
import { listApprovalsOfRun } from '#db/repositories/approvals.ts';
import { listArtifactsOfRun } from '#db/repositories/artifacts.ts';
import { findWaitingLetter } from '#db/repositories/dead-letters.ts';
import { listEventsOfRun } from '#db/repositories/events.ts';
import { findPause } from '#db/repositories/pauses.ts';
import { findRun, type RunRow } from '#db/repositories/runs.ts';
import { listSteps, type StepRow } from '#db/repositories/steps.ts';
import { listCallsOfRun, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import { readEventRow } from '#main/events/chain-event.ts';
import { isUndoable } from '#main/executor/undo-call.ts';

export function summarise(orm: Orm, run: RunRow): RunSummary {
  return {
    id: run.id,
    taskId: run.taskId,
    intent: run.intent,
    goal: run.goal,
    state: run.state,
    priority: run.priority,
    risk: run.riskLevel,
    paused: (findPause(orm, `run:${run.id}`) ?? findPause(orm, 'everything')) !== undefined,
    shadow: run.shadow,
    question: run.question,
    answer: run.answer,
    automationId: run.automationId,
    leftOut: run.leftOut,
    createdAt: run.createdAt,
    updatedAt: run.updatedAt,
  };
}

/** One run as the person and the API see it; null when there is none by that id. */
export function showRun(orm: Orm, runId: string, now: string): RunDetail | null {
  const run = findRun(orm, runId);
  if (!run) return null;
  const calls = new Map(listCallsOfRun(orm, runId).map((call) => [call.stepId, call]));
  return {
    ...summarise(orm, run),
    steps: listSteps(orm, runId).map((step) =>
      showStep(step, calls.get(step.id), findWaitingLetter(orm, runId, step.id)?.id ?? null, now),
    ),
    approvals: listApprovalsOfRun(orm, runId),
    artifacts: listArtifactsOfRun(orm, runId),
    events: listEventsOfRun(orm, runId).map(readEventRow),
  };
}

function showStep(step: StepRow, call: ToolCallRow | undefined, deadLetterId: string | null, now: string): Step {
  return {
    id: step.id,
    runId: step.runId,
    name: step.name,
    action: step.tool,
    dependsOn: step.dependsOn,
    state: step.state,
    risk: step.riskLevel,
    attempt: step.attempt,
    waits:
      step.waitsFor && step.waitUntil && step.state === 'ready' ? { for: step.waitsFor, until: step.waitUntil } : null,
    deadLetterId,
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
