import type { Failure } from '#contract/model/failure.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { putRun } from '#renderer/client/runs.ts';
import type { Press } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { failureSentence } from '#renderer/words/failures.ts';
import { waitWords } from '#renderer/words/waits.ts';

type GivenUpProps = {
  readonly runId: string;
  readonly letterId: string;
  readonly failure: Failure | null;
  /** The id of the words that say what the step is. */
  readonly describedBy: string;
  readonly pressed: Press;
};

/** A step that could not be done after several tries: once more, or not at all. */
export function GivenUp({ runId, letterId, failure, describedBy, pressed }: GivenUpProps) {
  const api = useApi();
  const answer = (decision: 'replay' | 'discard') =>
    void pressed.press(async () => {
      await api.attention.answerDeadLetter({ id: letterId, decision });
      putRun(await api.workflows.get({ id: runId }));
    });
  return (
    <Stack gap={12}>
      {failure ? <Notice tone="danger">{failureSentence(failure)}</Notice> : null}
      <Text weight="medium">{waitWords.givenUp}</Text>
      <Row gap={8} wrap>
        <Button kind="primary" describedBy={describedBy} busy={pressed.busy} onPress={() => answer('replay')}>
          {waitWords.tryAgain}
        </Button>
        <Button describedBy={describedBy} busy={pressed.busy} onPress={() => answer('discard')}>
          {waitWords.leaveIt}
        </Button>
      </Row>
    </Stack>
  );
}
