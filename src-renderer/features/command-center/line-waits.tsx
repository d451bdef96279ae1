import type { RunDetail } from '#contract/api/workflows.ts';
import type { Step } from '#contract/model/run.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { putRun } from '#renderer/client/runs.ts';
import { useNow } from '#renderer/client/use-now.ts';
import type { Press } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Row } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { waitWords } from '#renderer/words/waits.ts';

type LineProps = { readonly run: RunDetail; readonly step: Step; readonly pressed: Press };

/** A message that has not left yet, with the time that is left to call it off. */
export function LeavesSoon({ run, step, pressed }: LineProps) {
  const api = useApi();
  const until = step.waits?.for === 'hold' ? step.waits.until : null;
  const now = useNow(until !== null);
  if (until === null) return null;
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000));
  return (
    <Row gap={12} wrap>
      <Text weight="medium">{waitWords.leavesIn(seconds)}</Text>
      <Button
        busy={pressed.busy}
        onPress={() =>
          void pressed.press(async () => putRun(await api.workflows.callOff({ id: run.id, stepId: step.id })))
        }
      >
        {waitWords.callOff}
      </Button>
    </Row>
  );
}
