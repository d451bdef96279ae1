import type { StepUndo, UndoForecast } from '#contract/model/undo.ts';
import { TakingBackSheet } from '#renderer/design/taking-back-sheet.tsx';
import { UndoButtons } from '#renderer/design/undo-buttons.tsx';
import { previewTitle } from '#renderer/words/undo.ts';

type TakeBackStepProps = {
  readonly undo: StepUndo;
  readonly describedBy: string;
  readonly busy: boolean;
  readonly presses: {
    /** `preview` is there while the person is shown what all would go. */
    readonly takingBack: {
      readonly preview: readonly UndoForecast[] | null;
      readonly confirm: () => void;
      readonly close: () => void;
    };
    readonly undo: () => void;
    readonly redo: () => void;
  };
};

/** Takes one step back, or puts it back; while a question about that is open, the question is the way. */
export function TakeBackStep({ undo, describedBy, busy, presses }: TakeBackStepProps) {
  const { preview, confirm, close } = presses.takingBack;
  return (
    <>
      {undo.question === null ? (
        <UndoButtons undo={undo} describedBy={describedBy} busy={busy} onUndo={presses.undo} onRedo={presses.redo} />
      ) : null}
      {preview === null ? null : (
        <TakingBackSheet
          title={previewTitle('step', '')}
          items={preview}
          busy={busy}
          onConfirm={confirm}
          onClose={close}
        />
      )}
    </>
  );
}
