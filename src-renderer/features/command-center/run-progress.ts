import type { RunDetail } from '#contract/api/workflows.ts';
import type { Approval } from '#contract/model/approval.ts';
import type { RunSummary, Step } from '#contract/model/run.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { isTakenBack } from '#contract/states/undo-state.ts';
import type { Mark } from '#renderer/design/state-mark.tsx';

export type Progress = {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly skipped: number;
  readonly undone: number;
  readonly waiting: number;
  readonly over: boolean;
  readonly canceled: boolean;
  readonly shadow: boolean;
  readonly held: boolean;
};

export function progressOf(run: Pick<RunDetail, 'state' | 'steps' | 'shadow' | 'paused'>): Progress {
  const count = (matches: (step: Step) => boolean) => run.steps.filter(matches).length;
  return {
    total: run.steps.length,
    done: count((step) => step.state === 'succeeded'),
    failed: count((step) => step.state === 'failed'),
    skipped: count((step) => step.state === 'skipped'),
    undone: count((step) => isTakenBack(step.undo.state)),
    waiting: count((step) => step.state === 'blocked'),
    over: isRunOver(run.state),
    canceled: run.state === 'canceled',
    shadow: run.shadow,
    held: run.paused,
  };
}

/** The cards of a run that can be answered now, by step. */
export function waitingCards(run: Pick<RunDetail, 'approvals'>): ReadonlyMap<string, Approval> {
  return new Map(run.approvals.filter((one) => one.status === 'waiting').map((one) => [one.stepId, one]));
}

export function markOfRun({ state, shadow }: Pick<RunSummary, 'state' | 'shadow'>): Mark {
  switch (state) {
    case 'queued':
    case 'planning':
    case 'executing':
      return 'working';
    case 'waiting_approval':
      return 'asks';
    case 'completed':
      return shadow ? 'tried-out' : 'done';
    case 'failed':
      return 'failed';
    case 'canceled':
      return 'left-out';
  }
}
