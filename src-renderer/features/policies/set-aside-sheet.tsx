import { useState } from 'react';
import type { OwnRule } from '#contract/model/own-rule.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Chips } from '#renderer/design/chips.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { SetOff } from '#renderer/design/set-off.tsx';
import { Sheet } from '#renderer/design/sheet.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { hoursChoices, setAsideWords } from '#renderer/words/own-rules.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type SetAsideSheetProps = {
  readonly rule: Pick<OwnRule, 'id' | 'says'>;
  readonly open: boolean;
  readonly onClose: () => void;
};

/** An override wants more than a press: the person writes out what they set aside. */
export function SetAsideSheet({ rule, open, onClose }: SetAsideSheetProps) {
  const api = useApi();
  const { busy, trouble, press } = usePress();
  const [typed, setTyped] = useState('');
  const [hours, setHours] = useState<(typeof hoursChoices)[number]['value']>('1');

  const close = () => {
    setTyped('');
    onClose();
  };
  const setAside = () =>
    void press(async () => {
      await api.policies.setAside({ ruleId: rule.id, typed, hours: Number(hours) });
      close();
    });
  return (
    <Sheet
      open={open}
      title={setAsideWords.title}
      says={setAsideWords.says}
      buttons={
        <>
          <Button onPress={close}>{setAsideWords.back}</Button>
          <Button kind="danger" busy={busy} disabled={typed.trim() === ''} onPress={setAside}>
            {setAsideWords.confirm}
          </Button>
        </>
      }
      onClose={close}
    >
      <Stack gap={16}>
        <SetOff>
          <Text weight="medium">{rule.says}</Text>
        </SetOff>
        <TextField
          label={setAsideWords.typed}
          note={setAsideWords.typedNote}
          value={typed}
          autoFocus
          onChange={setTyped}
        />
        <Stack gap={4}>
          <Text size="small" weight="medium">
            {setAsideWords.hours}
          </Text>
          <Chips label={setAsideWords.hours} value={hours} options={hoursChoices} onChange={setHours} />
        </Stack>
        {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      </Stack>
    </Sheet>
  );
}
