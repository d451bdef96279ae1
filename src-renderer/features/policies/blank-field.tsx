import { useState } from 'react';
import type { BlankKind, RuleTemplate } from '#contract/model/own-rule.ts';
import { SelectField, type SelectOption } from '#renderer/design/select-field.tsx';
import { TextArea } from '#renderer/design/text-area.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { currencyOf, type TypedBlanks } from '#renderer/features/policies/rule-draft.ts';
import { blankLabel, blankNotes, currencyLabel, makeRuleWords, partsOfLife } from '#renderer/words/own-rules.ts';
import { currencyNames } from '#renderer/words/time.ts';

export type ActionGroups = readonly { readonly heading: string; readonly options: readonly SelectOption[] }[];

type BlankFieldProps = {
  readonly template: RuleTemplate;
  readonly name: string;
  readonly kind: BlankKind;
  readonly typed: TypedBlanks;
  readonly actions: ActionGroups;
  readonly error: string | null;
  readonly autoFocus: boolean;
  readonly onType: (key: string, text: string) => void;
};

const parts = [{ heading: '', options: Object.entries(partsOfLife).map(([value, label]) => ({ value, label })) }];

/** The field that fits what a blank takes. */
export function BlankField({ template, name, kind, typed, actions, error, autoFocus, onType }: BlankFieldProps) {
  const field = {
    label: blankLabel(name, kind, template),
    value: typed[name] ?? '',
    error,
    autoFocus,
    onChange: (text: string) => onType(name, text),
  };
  switch (kind) {
    case 'time':
      return <TextField {...field} type="time" />;
    case 'count':
      return <TextField {...field} type="number" />;
    case 'money':
      return (
        <MoneyField
          field={field}
          currency={typed[currencyOf(name)] ?? ''}
          onPick={(of) => onType(currencyOf(name), of)}
        />
      );
    case 'people':
      return <TextArea {...field} lines={2} note={blankNotes.people} />;
    case 'mail-domain':
      return <TextField {...field} note={blankNotes['mail-domain']} />;
    case 'tool':
      return <SelectField {...field} placeholder={makeRuleWords.chooseOne} groups={actions} />;
    case 'part-of-life':
      return <SelectField {...field} placeholder={makeRuleWords.chooseOne} groups={parts} />;
  }
}

type MoneyFieldProps = {
  readonly field: Pick<Parameters<typeof TextField>[0], 'label' | 'value' | 'error' | 'autoFocus' | 'onChange'>;
  readonly currency: string;
  readonly onPick: (currency: string) => void;
};

function MoneyField({ field, currency, onPick }: MoneyFieldProps) {
  const [options] = useState(currencyNames);
  return (
    <>
      <TextField {...field} type="number" />
      <SelectField label={currencyLabel} value={currency} groups={[{ heading: '', options }]} onChange={onPick} />
    </>
  );
}
