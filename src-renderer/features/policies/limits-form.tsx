import { useState } from 'react';
import type { Limits } from '#contract/model/limits.ts';
import { Button } from '#renderer/design/button.tsx';
import { Form } from '#renderer/design/form.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { limitFields, typedLimits } from '#renderer/features/policies/limit-fields.ts';
import { limitWords } from '#renderer/words/policies.ts';

type LimitsFormProps = {
  readonly limits: Limits;
  readonly busy: boolean;
  readonly onSave: (limits: Limits) => Promise<boolean>;
};

/** How much may be done in a day before the amount itself is asked about. */
export function LimitsForm({ limits, busy, onSave }: LimitsFormProps) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const changed = typedLimits(limits, typed);
  return (
    <Form
      label={limitWords.form}
      onSubmit={() => {
        if (changed === null) return;
        void onSave(changed).then((saved) => {
          if (saved) setTyped({});
        });
      }}
      buttons={
        <Button kind="primary" type="submit" busy={busy} disabled={changed === null}>
          {limitWords.save}
        </Button>
      }
    >
      {limitFields(limits).map((field) => (
        <TextField
          key={field.key}
          label={field.label}
          type="number"
          value={typed[field.key] ?? field.shown}
          onChange={(text) => setTyped((before) => ({ ...before, [field.key]: text }))}
        />
      ))}
    </Form>
  );
}
