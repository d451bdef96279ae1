import type { Failure } from '#contract/model/failure.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { putRun } from '#renderer/client/runs.ts';
import type { Press } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { runWords } from '#renderer/words/command-center.ts';
import { failureSentence } from '#renderer/words/failures.ts';

type SettleStepProps = {
  readonly runId: string;
  readonly stepId: string;
  readonly failure: Failure | null;
  /** Then it is too late to do it again. */
  readonly runOver: boolean;
  /** The id of the words that say what the step is. */
  readonly describedBy: string;
  readonly pressed: Press;
};

/** Nobody can know whether it happened, so the person says so. */
export function SettleStep({ runId, stepId, failure, runOver, describedBy, pressed }: SettleStepProps) {
  const api = useApi();
  const settle = (outcome: 'it-happened' | 'do-it-again' | 'leave-it') =>
    void pressed.press(async () => putRun(await api.workflows.settleStep({ id: runId, stepId, outcome })));
  return (
    <Stack gap={12}>
      {failure ? <Notice tone="danger">{failureSentence(failure)}</Notice> : null}
      <Text weight="medium">{runWords.unsureQuestion}</Text>
      <Row gap={8} wrap>
        <Button kind="primary" describedBy={describedBy} busy={pressed.busy} onPress={() => settle('it-happened')}>
          {runWords.itHappened}
        </Button>
        {runOver ? null : (
          <Button describedBy={describedBy} busy={pressed.busy} onPress={() => settle('do-it-again')}>
            {runWords.doItAgain}
          </Button>
        )}
        <Button describedBy={describedBy} busy={pressed.busy} onPress={() => settle('leave-it')}>
          {runWords.leaveIt}
        </Button>
      </Row>
    </Stack>
  );
}
