import type { RunDetail } from '#contract/api/workflows.ts';
import type { Approval } from '#contract/model/approval.ts';
import { type ChoiceKind, choicesOf } from '#contract/model/conflict.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { putRun } from '#renderer/client/runs.ts';
import type { Press } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { ChoiceList } from '#renderer/design/choice-list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { conflictWords } from '#renderer/words/conflicts.ts';

/** What a plan does with a line whose card names conflicts. Another time is no such thing: it makes a fresh card. */
export type LineChoice = Exclude<ChoiceKind, 'another-time'>;

type LineConflictProps = {
  readonly run: RunDetail;
  readonly approval: Approval;
  readonly value: LineChoice | null;
  readonly pressed: Press;
  readonly onChoose: (choice: LineChoice) => void;
};

/** What stands in the way of a line, and the ways to go on. */
export function LineConflict({ run, approval, value, pressed, onChoose }: LineConflictProps) {
  const api = useApi();
  const conflicts = approval.card.conflicts ?? [];
  const choices = choicesOf(conflicts);
  const elsewhen = choices.find(({ kind }) => kind === 'another-time');
  const options = choices.flatMap(({ kind, says }) => (kind === 'another-time' ? [] : [{ value: kind, says }]));
  const takeAnotherTime = () =>
    void pressed.press(async () => {
      const { id, digest } = approval;
      await api.approvals.decide({ id, digest, decision: 'approve', choice: 'another-time' });
      putRun(await api.workflows.get({ id: run.id }));
    });
  return (
    <Stack gap={8}>
      <Notice tone="warn">
        {conflicts.map(({ says }) => (
          <span key={says}>{says}</span>
        ))}
      </Notice>
      <ChoiceList label={conflictWords.choose} value={value} options={options} onChange={onChoose} />
      {elsewhen ? (
        <Row gap={8} wrap>
          <Button busy={pressed.busy} onPress={takeAnotherTime}>
            {elsewhen.says}
          </Button>
        </Row>
      ) : null}
    </Stack>
  );
}
