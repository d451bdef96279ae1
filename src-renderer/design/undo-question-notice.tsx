import type { UndoChoice, UndoQuestion } from '#contract/model/undo.ts';
import { Button } from '#renderer/design/button.tsx';
import { DifferenceTable } from '#renderer/design/difference-table.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { questionSentence, undoWords } from '#renderer/words/undo.ts';

type UndoQuestionNoticeProps = {
  readonly question: UndoQuestion;
  readonly describedBy: string;
  readonly busy: boolean;
  readonly onAnswer: (choice: UndoChoice) => void;
};

/** Stands with a row that was changed since, until it is answered. What changes nothing comes first. */
export function UndoQuestionNotice({ question, describedBy, busy, onAnswer }: UndoQuestionNoticeProps) {
  const about = question.about === 'undo';
  const answer = (choice: UndoChoice, label: string) => (
    <Button busy={busy} describedBy={describedBy} onPress={() => onAnswer(choice)}>
      {label}
    </Button>
  );
  return (
    <Notice tone="warn">
      <Stack gap={8}>
        <span>{questionSentence(question)}</span>
        {question.about === 'redo' && question.card.differences.length > 0 ? (
          <DifferenceTable
            label={undoWords.difference}
            lines={question.card.differences}
            nowWord={undoWords.before}
            thenWord={undoWords.after}
          />
        ) : null}
        <Row gap={8} wrap>
          {answer('keep', about ? undoWords.keep : undoWords.leave)}
          {answer('overwrite', about ? undoWords.overwrite : undoWords.redoAnyway)}
        </Row>
      </Stack>
    </Notice>
  );
}
