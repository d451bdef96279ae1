import type { RunDetail } from '#contract/api/workflows.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { openPauseSheet } from '#renderer/client/pause-sheet.ts';
import { putRun } from '#renderer/client/runs.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { progressOf } from '#renderer/features/command-center/run-progress.ts';
import { progressWords, runWords } from '#renderer/words/command-center.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

/** How a run stands, said as it changes, and what can be done with the whole of it. */
export function RunControls({ run }: { readonly run: RunDetail }) {
  const api = useApi();
  const { busy, trouble, press } = usePress();
  const progress = progressOf(run);
  const id = run.id;
  const undoable = run.steps.filter((step) => step.undo.available).length;
  // While steps get done, it can be held or stopped; all of it is taken back where nothing more is being done.
  const isAtRest = progress.over || progress.waiting > 0 || run.paused;
  const act = (work: () => Promise<RunDetail>) => void press(async () => putRun(await work()));
  // What the app paused by itself goes on only after a look at what happened.
  const goOn = () =>
    void press(async () => {
      const { held } = await api.pause.get();
      const isToBeConfirmed = held.some(({ item, needsConfirmation }) => item === `run:${id}` && needsConfirmation);
      if (isToBeConfirmed) openPauseSheet('resume', `run:${id}`);
      else putRun(await api.workflows.resume({ id }));
    });
  return (
    <Stack gap={12}>
      <Row gap={16} spread wrap>
        <Stack grow>
          <div role="status">
            <Text size="small" tone="quiet" figures>
              {progressWords(progress)}
            </Text>
          </div>
        </Stack>
        <Row gap={4} end>
          {undoable > 1 && isAtRest ? (
            <Button look="bare" busy={busy} onPress={() => act(() => api.workflows.undo({ id }))}>
              {runWords.undoAll}
            </Button>
          ) : null}
          {progress.over || progress.waiting > 0 ? null : run.paused ? (
            <Button look="bare" busy={busy} onPress={goOn}>
              {runWords.goOn}
            </Button>
          ) : (
            <Button look="bare" busy={busy} onPress={() => act(() => api.workflows.pause({ id }))}>
              {runWords.hold}
            </Button>
          )}
          {progress.over ? null : (
            <Button look="bare" busy={busy} onPress={() => act(() => api.workflows.cancel({ id }))}>
              {runWords.cancel}
            </Button>
          )}
        </Row>
      </Row>
      {run.paused && !progress.over ? <Notice tone="warn">{runWords.heldNote}</Notice> : null}
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
    </Stack>
  );
}
