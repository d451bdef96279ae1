import { useState } from 'react';
import type { MemoryItem, MemoryKind, NewMemoryItem } from '#contract/model/memory-item.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Form } from '#renderer/design/form.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { kindWords, memoryWords } from '#renderer/words/memory.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type MemoryFormProps = {
  readonly kind: MemoryKind;
  /** What is being corrected; null for something new. */
  readonly item: MemoryItem | null;
  readonly onSave: (item: NewMemoryItem) => Promise<void>;
  readonly onBack: () => void;
};

export function MemoryForm({ kind, item, onSave, onBack }: MemoryFormProps) {
  const [name, setName] = useState(item?.kind === 'person' ? item.name : '');
  const [email, setEmail] = useState(item?.kind === 'person' ? item.email : '');
  const [text, setText] = useState(item === null || item.kind === 'person' ? '' : item.text);
  const [tried, setTried] = useState(false);
  const { busy, trouble, press } = usePress();

  const missingName = kind === 'person' && name.trim() === '';
  const wrongEmail = kind === 'person' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());
  const missingText = kind !== 'person' && text.trim() === '';

  const save = () => {
    setTried(true);
    if (missingName || wrongEmail || missingText) return;
    void press(() =>
      onSave(kind === 'person' ? { kind, name: name.trim(), email: email.trim() } : { kind, text: text.trim() }),
    );
  };

  return (
    <Form
      label={kindWords[kind].form}
      onSubmit={save}
      buttons={
        <>
          <Button kind="primary" type="submit" busy={busy}>
            {memoryWords.save}
          </Button>
          <Button onPress={onBack}>{memoryWords.back}</Button>
        </>
      }
    >
      {kind === 'person' ? (
        <>
          <TextField
            label={memoryWords.name}
            value={name}
            error={tried && missingName ? memoryWords.needsName : null}
            autoFocus
            onChange={setName}
          />
          <TextField
            label={memoryWords.email}
            type="email"
            value={email}
            error={tried && wrongEmail ? memoryWords.needsEmail : null}
            onChange={setEmail}
          />
        </>
      ) : (
        <TextField
          label={memoryWords[kind]}
          value={text}
          note={kind === 'fact' ? memoryWords.factHint : memoryWords.preferenceHint}
          error={tried && missingText ? memoryWords.needsFact : null}
          autoFocus
          onChange={setText}
        />
      )}
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
    </Form>
  );
}
