import { useState } from 'react';
import type { Role } from '#contract/model/role.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Form } from '#renderer/design/form.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { RadioCards } from '#renderer/design/radio-cards.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { accessWords, roleChoices } from '#renderer/words/access.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type NewKeyFormProps = {
  readonly onMake: (wanted: { name: string; role: Role }) => Promise<void>;
  readonly onBack: () => void;
};

/** The least that a key can do is what stands chosen. */
export function NewKeyForm({ onMake, onBack }: NewKeyFormProps) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [tried, setTried] = useState(false);
  const { busy, trouble, press } = usePress();
  const isUnnamed = name.trim() === '';

  const make = () => {
    setTried(true);
    if (!isUnnamed) void press(() => onMake({ name: name.trim(), role }));
  };

  return (
    <Form
      label={accessWords.form}
      onSubmit={make}
      buttons={
        <>
          <Button kind="primary" type="submit" busy={busy}>
            {accessWords.make}
          </Button>
          <Button onPress={onBack}>{accessWords.back}</Button>
        </>
      }
    >
      <Stack gap={16}>
        <TextField
          label={accessWords.name}
          value={name}
          error={tried && isUnnamed ? accessWords.needsName : null}
          autoFocus
          onChange={setName}
        />
        <RadioCards label={accessWords.role} value={role} options={roleChoices} onChange={setRole} />
        {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      </Stack>
    </Form>
  );
}
