import { z } from 'zod';
import type { View } from '#connectors/sdk/action.ts';
import { parseInput } from '#connectors/sdk/parse-input.ts';
import type { RunDetail } from '#contract/api/workflows.ts';
import type { Difference } from '#contract/model/card.ts';
import type { RunSummary, Step } from '#contract/model/run.ts';
import type { Orm } from '#db/open-database.ts';
import { listApprovalsOfRun } from '#db/repositories/approvals.ts';
import { listArtifactsOfRun } from '#db/repositories/artifacts.ts';
import { findWaitingLetter } from '#db/repositories/dead-letters.ts';
import { listEventsOfRun } from '#db/repositories/events.ts';
import { listPauses } from '#db/repositories/pauses.ts';
import { findRun, type RunRow } from '#db/repositories/runs.ts';
import { listSteps, type StepRow } from '#db/repositories/steps.ts';
import { listCallsOfRun, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import { showUndo } from '#main/api/show-undo.ts';
import { readEventRow } from '#main/events/chain-event.ts';
import { findPauseOver, findPauseOverRun } from '#main/gate/find-pause.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { readDependence } from '#main/orchestrator/undo-order.ts';

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
    shadow: run.shadow,
    question: run.question,
    answer: run.answer,
    automationId: run.automationId,
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

type Shown = Pick<Engine, 'journal' | 'tools' | 'locale'>;

/** One run as the person and the API see it; null when there is none by that id. */
export function showRun({ journal, tools, locale }: Shown, runId: string): RunDetail | null {
  const { orm } = journal;
  const run = findRun(orm, runId);
  if (!run) return null;
  const now = journal.now();
  const calls = new Map(listCallsOfRun(orm, runId).map((call) => [call.stepId, call]));
  const steps = listSteps(orm, runId);
  const dependence = readDependence(steps);
  return {
    ...summarise(orm, run),
    steps: steps.map((step) => {
      const call = calls.get(step.id);
      const drafted = call ? readDraft(tools, step, call, { now, timeZone: run.timeZone, locale }) : [];
      return showStep(orm, step, call, { drafted, undo: showUndo(step.id, dependence, calls, now) });
    }),
    approvals: listApprovalsOfRun(orm, runId),
    artifacts: listArtifactsOfRun(orm, runId),
    events: listEventsOfRun(orm, runId).map(readEventRow),
  };
}

/**
 * A draft and a note are made without a card, so what they say is to be read afterwards; nothing where an earlier
 * version made it from other arguments than this one takes.
 */
function readDraft(tools: Shown['tools'], step: StepRow, call: ToolCallRow, view: View): Difference[] {
  const { before, status } = call;
  const stands = status === 'happened' || status === 'rehearsed';
  const action = tools.find(call.action);
  const hasText = z.looseObject({ body: z.string() }).safeParse(call.args).success;
  if (step.riskLevel !== 'L1' || step.approvalId !== null || !stands || !hasText) return [];
  const input = action && parseInput(action, call.args);
  return action && input?.ok ? action.describe(input.value, before, view).differences : [];
}

function showStep(
  orm: Orm,
  step: StepRow,
  call: ToolCallRow | undefined,
  { drafted, undo }: Pick<Step, 'drafted' | 'undo'>,
): Step {
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
    deadLetterId: findWaitingLetter(orm, step.runId, step.id)?.id ?? null,
    decision: step.decision,
    approvalId: step.approvalId,
    report: call?.report ?? null,
    fromOthers: [...(call?.fromOthers ?? [])],
    drafted: [...drafted],
    failure: step.failure,
    undo,
  };
}
