import { Redo2, Undo2 } from 'lucide-react';
import { Button } from '#renderer/design/button.tsx';
import { undoWords } from '#renderer/words/undo.ts';

type UndoButtonsProps = {
  readonly undo: { readonly available: boolean; readonly redo: boolean };
  readonly describedBy: string;
  readonly busy: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/** On the row of what was done: take it back, or put it back. */
export function UndoButtons({ undo, describedBy, busy, onUndo, onRedo }: UndoButtonsProps) {
  const button = { look: 'bare', describedBy, busy } as const;
  if (undo.available) {
    return (
      <Button {...button} icon={Undo2} onPress={onUndo}>
        {undoWords.undo}
      </Button>
    );
  }
  return undo.redo ? (
    <Button {...button} icon={Redo2} onPress={onRedo}>
      {undoWords.redo}
    </Button>
  ) : null;
}
