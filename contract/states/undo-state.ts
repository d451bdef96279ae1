import type { UndoState } from '#contract/model/undo.ts';
import { assertNever } from '#contract/states/assert-never.ts';

export type UndoSignal =
  | 'undo-started'
  | 'taken-back'
  | 'redo-started'
  | 'put-back'
  | 'changed-since'
  | 'failed'
  | 'person-keeps-it';

/** The next state of taking one thing back, or putting it back, or null when the signal means nothing in this state. */
export function nextUndoState(state: UndoState, signal: UndoSignal): UndoState | null {
  switch (state) {
    case 'none':
    case 'failed':
      return signal === 'undo-started' ? 'running' : null;
    case 'asks':
      if (signal === 'undo-started') return 'running';
      return signal === 'person-keeps-it' ? 'none' : null;
    case 'running':
      if (signal === 'taken-back') return 'undone';
      if (signal === 'changed-since') return 'asks';
      return signal === 'failed' ? 'failed' : null;
    // What stands in the way of putting it back may be found before it starts.
    case 'undone':
    case 'redo-failed':
      if (signal === 'redo-started') return 'redoing';
      if (signal === 'changed-since') return 'redo-asks';
      return signal === 'failed' ? 'redo-failed' : null;
    case 'redo-asks':
      if (signal === 'redo-started') return 'redoing';
      if (signal === 'person-keeps-it') return 'undone';
      if (signal === 'changed-since') return 'redo-asks';
      return signal === 'failed' ? 'redo-failed' : null;
    case 'redoing':
      if (signal === 'put-back') return 'none';
      if (signal === 'changed-since') return 'redo-asks';
      return signal === 'failed' ? 'redo-failed' : null;
  }
  return assertNever(state);
}

/** Whether what was done does not stand any more. */
export function isTakenBack(state: UndoState): boolean {
  return state === 'undone' || state === 'redoing' || state === 'redo-asks' || state === 'redo-failed';
}
