import type { StepUndo } from '#contract/model/undo.ts';
import type { ToolCallRow } from '#db/repositories/tool-calls.ts';
import { isRedoable } from '#main/executor/redo-call.ts';
import { isUndoable } from '#main/executor/undo-call.ts';
import { stands } from '#main/orchestrator/find-undo-calls.ts';
import { whyNotUndoable } from '#main/orchestrator/preview-undo.ts';
import type { Dependence } from '#main/orchestrator/undo-order.ts';

/** What is possible on the row of a step; `calls` are the latest of each step of its run. */
export function showUndo(
  stepId: string,
  { builtOn, under }: Dependence,
  calls: ReadonlyMap<string, ToolCallRow>,
  now: string,
): StepUndo {
  const call = calls.get(stepId);
  if (!call) return untouched;
  const callsOf = (ids: ReadonlySet<string>) => [...ids].flatMap((id) => calls.get(id) ?? []);
  const asks = call.undoState === 'asks' || call.undoState === 'redo-asks';
  return {
    state: call.undoState,
    available: isUndoable(call, now),
    redo: isRedoable(call) && callsOf(under(stepId)).every(({ status }) => status !== 'undone'),
    until: call.undoUntil,
    whyNot: stands(call) && call.undoState !== 'running' ? whyNotUndoable(call, now) : null,
    builtOn: callsOf(builtOn(stepId)).filter(stands).length,
    question: asks ? call.undoQuestion : null,
    failure: call.undoFailure,
  };
}

const untouched: StepUndo = {
  state: 'none',
  available: false,
  redo: false,
  until: null,
  whyNot: null,
  builtOn: 0,
  question: null,
  failure: null,
};
