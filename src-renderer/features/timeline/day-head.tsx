import { useId } from 'react';
import { usePress } from '#renderer/client/use-press.ts';
import { useTakingBack } from '#renderer/client/use-taking-back.ts';
import { Button } from '#renderer/design/button.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { StoryDay } from '#renderer/design/story.tsx';
import { TakingBackSheet } from '#renderer/design/taking-back-sheet.tsx';
import { dayKey, dayName } from '#renderer/words/time.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';
import { previewTitle, undoWords } from '#renderer/words/undo.ts';

/** A day of the timeline, and the way to take back all that was done in it. */
export function DayHead({ at, hasDone }: { readonly at: string; readonly hasDone: boolean }) {
  const id = useId();
  const pressed = usePress();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { preview, look, confirm, close } = useTakingBack({ of: 'day', day: dayKey(at), timeZone }, pressed);
  const day = dayName(at);
  return (
    <>
      <StoryDay
        id={id}
        action={
          hasDone ? (
            <Button look="bare" describedBy={id} busy={pressed.busy} onPress={look}>
              {undoWords.takeBackDay}
            </Button>
          ) : null
        }
      >
        {day}
      </StoryDay>
      {pressed.trouble ? <Notice tone="danger">{troubleSentence(pressed.trouble)}</Notice> : null}
      {preview === null ? null : (
        <TakingBackSheet
          title={previewTitle('day', day)}
          items={preview}
          busy={pressed.busy}
          onConfirm={confirm}
          onClose={close}
        />
      )}
    </>
  );
}
