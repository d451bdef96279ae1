import type { RunDetail } from '#contract/api/workflows.ts';
import type { Step } from '#contract/model/run.ts';
import type { UndoChoice } from '#contract/model/undo.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { putRun } from '#renderer/client/runs.ts';
import type { Press } from '#renderer/client/use-press.ts';
import { type TakingBack, useTakingBack } from '#renderer/client/use-taking-back.ts';

export type StepUndoPresses = {
  /** Open where other steps build on it: then the person sees first what all would go. */
  readonly takingBack: TakingBack;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly answer: (choice: UndoChoice) => void;
};

/** What can be pressed about taking one step back. */
export function useStepUndo({ runId, id: stepId, undo }: Pick<Step, 'runId' | 'id' | 'undo'>, pressed: Press) {
  const { workflows } = useApi();
  const takingBack = useTakingBack({ of: 'step', runId, stepId }, pressed);
  const act = (work: () => Promise<RunDetail>) => void pressed.press(async () => putRun(await work()));
  const step = { id: runId, stepId };
  const presses: StepUndoPresses = {
    takingBack,
    undo: () => (undo.builtOn > 0 ? takingBack.look() : act(() => workflows.undoStep(step))),
    redo: () => act(() => workflows.redoStep(step)),
    answer: (choice) => act(() => workflows.answerUndo({ ...step, choice })),
  };
  return presses;
}
