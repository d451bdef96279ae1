import type { UndoForecast } from '#contract/model/undo.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { Lines } from '#renderer/design/reasons.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { forecastLine, previewSays, undoWords } from '#renderer/words/undo.ts';

type TakingBackSheetProps = {
  readonly title: string;
  readonly items: readonly UndoForecast[];
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** What can't be taken back first, then what was changed since, then the rest, before anything of it begins. */
export function TakingBackSheet({ title, items, ...dialog }: TakingBackSheetProps) {
  const linesOf = (verdict: UndoForecast['verdict']) =>
    items.filter((item) => item.verdict === verdict).map(forecastLine);
  const groups = (['cannot', 'asks', 'will'] as const).map((verdict) => ({ verdict, lines: linesOf(verdict) }));
  const goes = items.some(({ verdict }) => verdict !== 'cannot');
  return (
    <ConfirmDialog
      open
      title={title}
      says={previewSays(items)}
      confirm={goes ? undoWords.confirm : undefined}
      back={undoWords.back}
      {...dialog}
    >
      {groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ verdict, lines }) => (
          <Stack gap={4} key={verdict}>
            <Text weight="medium">{undoWords[verdict]}</Text>
            <Lines lines={lines} marked />
          </Stack>
        ))}
    </ConfirmDialog>
  );
}
