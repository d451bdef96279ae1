import { useState } from 'react';
import type { Models } from '#contract/api/models.ts';
import { Button } from '#renderer/design/button.tsx';
import { Form } from '#renderer/design/form.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { modelsWords, spentToday } from '#renderer/words/models.ts';

type ModelBudgetFormProps = {
  readonly models: Models;
  readonly busy: boolean;
  /** In the currency's minor unit. */
  readonly onSave: (perDay: number) => Promise<boolean>;
};

/** What models may cost in a day, beside what they have cost today. */
export function ModelBudgetForm({ models, busy, onSave }: ModelBudgetFormProps) {
  const { currency, perDay } = models.settings.budget;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const shown = (perDay / 10 ** digits).toFixed(digits);
  const [typed, setTyped] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const minor = Math.round(Number(typed ?? shown) * 10 ** digits);
  const isWrong = (typed ?? shown).trim() === '' || !Number.isSafeInteger(minor) || minor < 0 || minor > 100_000_000;

  const save = () => {
    setTried(isWrong);
    if (isWrong || typed === null) return;
    void onSave(minor).then((saved) => {
      if (saved) setTyped(null);
    });
  };
  return (
    <Form
      label={modelsWords.budgetForm}
      onSubmit={save}
      buttons={
        <Button type="submit" busy={busy} disabled={typed === null || typed === shown}>
          {modelsWords.saveBudget}
        </Button>
      }
    >
      <TextField
        label={modelsWords.budget(currency)}
        type="number"
        value={typed ?? shown}
        note={spentToday(models)}
        error={tried && isWrong ? modelsWords.badAmount : null}
        onChange={setTyped}
      />
    </Form>
  );
}
