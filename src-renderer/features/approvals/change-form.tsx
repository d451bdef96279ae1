import { useState } from 'react';
import type { CardValue } from '#contract/model/card.ts';
import type { Json } from '#contract/model/json.ts';
import { Button } from '#renderer/design/button.tsx';
import { Form } from '#renderer/design/form.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { changesOf, editableValues } from '#renderer/features/approvals/editable-values.ts';
import { approvalsWords } from '#renderer/words/approvals.ts';

type ChangeFormProps = {
  readonly values: readonly CardValue[];
  readonly busy: boolean;
  readonly onSave: (changes: Readonly<Record<string, Json>>) => void;
  readonly onBack: () => void;
};

/** The card's own values, changed in place. A fresh card with them is made; nothing is done yet. */
export function ChangeForm({ values, busy, onSave, onBack }: ChangeFormProps) {
  const editable = editableValues(values);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const changes = changesOf(editable, typed);
  const nothingChanged = Object.keys(changes).length === 0;
  return (
    <Form
      label={approvalsWords.changeForm}
      onSubmit={() => {
        if (!nothingChanged) onSave(changes);
      }}
      buttons={
        <>
          <Button kind="primary" type="submit" busy={busy} disabled={nothingChanged}>
            {approvalsWords.save}
          </Button>
          <Button onPress={onBack}>{approvalsWords.back}</Button>
        </>
      }
    >
      {editable.map((value, index) => (
        <TextField
          key={value.path}
          label={value.label}
          type={value.type}
          value={typed[value.path] ?? value.shown}
          autoFocus={index === 0}
          onChange={(text) => setTyped((before) => ({ ...before, [value.path]: text }))}
        />
      ))}
    </Form>
  );
}
