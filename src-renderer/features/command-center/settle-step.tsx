import type { RunDetail } from '#contract/api/workflows.ts';
import type { Step } from '#contract/model/run.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { putRun } from '#renderer/client/runs.ts';
import type { Press } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { runWords } from '#renderer/words/command-center.ts';
import { failureSentence } from '#renderer/words/failures.ts';

type SettleStepProps = { readonly run: RunDetail; readonly step: Step; readonly pressed: Press };

/** Nobody can know whether it happened, so the person says so. */
export function SettleStep({ run, step, pressed }: SettleStepProps) {
  const api = useApi();
  const settle = (outcome: 'it-happened' | 'do-it-again' | 'leave-it') =>
    void pressed.press(async () => putRun(await api.workflows.settleStep({ id: run.id, stepId: step.id, outcome })));
  return (
    <Stack gap={12}>
      {step.failure ? <Notice tone="danger">{failureSentence(step.failure)}</Notice> : null}
      <Text weight="medium">{runWords.unsureQuestion}</Text>
      <Row gap={8} wrap>
        <Button kind="primary" busy={pressed.busy} onPress={() => settle('it-happened')}>
          {runWords.itHappened}
        </Button>
        {isRunOver(run.state) ? null : (
          <Button busy={pressed.busy} onPress={() => settle('do-it-again')}>
            {runWords.doItAgain}
          </Button>
        )}
        <Button busy={pressed.busy} onPress={() => settle('leave-it')}>
          {runWords.leaveIt}
        </Button>
      </Row>
    </Stack>
  );
}
