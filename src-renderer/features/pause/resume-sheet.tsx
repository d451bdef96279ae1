import { useState } from 'react';
import type { HeldItem, PauseReceipt } from '#contract/model/pause.ts';
import { Button } from '#renderer/design/button.tsx';
import { List } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Sheet } from '#renderer/design/sheet.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { ConfirmSuspicions } from '#renderer/features/pause/confirm-suspicions.tsx';
import { HeldRow, type Wish } from '#renderer/features/pause/held-row.tsx';
import type { PauseView } from '#renderer/features/pause/use-pause.ts';
import { resumeWords, saysItWasMe } from '#renderer/words/pause.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type ResumeSheetProps = { readonly receipt: PauseReceipt; readonly view: PauseView };

/** Everything that stands still, with what it would do next; only what is ticked goes on. */
export function ResumeSheet({ receipt, view }: ResumeSheetProps) {
  const [wishes, setWishes] = useState<ReadonlyMap<string, Wish>>(new Map());
  const [typed, setTyped] = useState('');
  const { held, suspicions } = receipt;
  const usual = ({ item }: HeldItem): Wish => (view.only === null || view.only === item ? 'go-on' : 'stay');
  const wishFor = (each: HeldItem): Wish => wishes.get(each.item) ?? usual(each);
  const going = held.filter((each) => wishFor(each) === 'go-on');
  const stopping = held.filter((each) => wishFor(each) === 'stop');

  const close = () => {
    setWishes(new Map());
    setTyped('');
    view.open(null);
  };
  const resume = () =>
    view.resume({
      resume: going.map(({ item }) => item),
      cancel: stopping.map(({ item }) => item.slice('run:'.length)),
      ...(suspicions.length > 0 ? { confirm: true, suspicionIds: suspicions.map(({ id }) => id) } : {}),
    });
  const unconfirmed = suspicions.length > 0 && !saysItWasMe(typed);

  return (
    <Sheet
      open={view.sheet === 'resume' && held.length > 0}
      title={resumeWords.title}
      says={suspicions.map(({ because }) => because).join(' ') || resumeWords.says}
      buttons={
        <>
          <Button onPress={close}>{resumeWords.back}</Button>
          <Button
            kind="primary"
            busy={view.busy}
            disabled={unconfirmed || going.length + stopping.length === 0}
            onPress={resume}
          >
            {buttonWords(held.length, going.length, stopping.length)}
          </Button>
        </>
      }
      onClose={close}
    >
      <Stack gap={16}>
        {suspicions.length > 0 ? <ConfirmSuspicions suspicions={suspicions} typed={typed} onType={setTyped} /> : null}
        <List label={resumeWords.list}>
          {held.map((each) => (
            <HeldRow
              key={each.item}
              held={each}
              wish={wishFor(each)}
              onWish={(wish) => setWishes(new Map(wishes).set(each.item, wish))}
            />
          ))}
        </List>
        {view.trouble ? <Notice tone="danger">{troubleSentence(view.trouble)}</Notice> : null}
      </Stack>
    </Sheet>
  );
}

function buttonWords(held: number, going: number, stopping: number): string {
  if (going === held) return resumeWords.all;
  return stopping > 0 ? resumeWords.only : resumeWords.some;
}
