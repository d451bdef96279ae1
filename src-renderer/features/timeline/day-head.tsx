import { Download } from 'lucide-react';
import { useId } from 'react';
import { useApi } from '#renderer/client/api-context.ts';
import { saveFile } from '#renderer/client/save-file.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { useTakingBack } from '#renderer/client/use-taking-back.ts';
import { Button } from '#renderer/design/button.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Row } from '#renderer/design/stack.tsx';
import { StoryDay } from '#renderer/design/story.tsx';
import { TakingBackSheet } from '#renderer/design/taking-back-sheet.tsx';
import { readDay } from '#renderer/features/timeline/read-day.ts';
import { dayInside, dayKey, dayName } from '#renderer/words/time.ts';
import { timelineWords } from '#renderer/words/timeline.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';
import { previewTitle, undoWords } from '#renderer/words/undo.ts';

/** A day of the timeline, and the way to take back all that was done in it. */
export function DayHead({ at, hasDone }: { readonly at: string; readonly hasDone: boolean }) {
  const id = useId();
  const pressed = usePress();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { preview, look, confirm, close } = useTakingBack({ of: 'day', day: dayKey(at), timeZone }, pressed);
  const api = useApi();
  const day = dayName(at);
  const save = async () => {
    const text = await readDay(api, dayKey(at));
    saveFile(new Blob([text], { type: 'text/plain' }), `Life OS ${dayKey(at)}.txt`);
  };
  return (
    <>
      <StoryDay
        id={id}
        action={
          <Row gap={4} wrap>
            <Button
              look="bare"
              icon={Download}
              describedBy={id}
              busy={pressed.busy}
              onPress={() => void pressed.press(save)}
            >
              {timelineWords.saveDay}
            </Button>
            {hasDone ? (
              <Button look="bare" describedBy={id} busy={pressed.busy} onPress={look}>
                {undoWords.takeBackDay}
              </Button>
            ) : null}
          </Row>
        }
      >
        {day}
      </StoryDay>
      {pressed.trouble ? <Notice tone="danger">{troubleSentence(pressed.trouble)}</Notice> : null}
      {preview === null ? null : (
        <TakingBackSheet
          title={previewTitle('day', dayInside(at))}
          items={preview}
          busy={pressed.busy}
          onConfirm={confirm}
          onClose={close}
        />
      )}
    </>
  );
}
