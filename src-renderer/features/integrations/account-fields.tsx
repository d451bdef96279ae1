import type { AccountField, AccountValues } from '#contract/model/account.ts';
import { ChoiceList } from '#renderer/design/choice-list.tsx';
import { FileField } from '#renderer/design/file-field.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { TextField } from '#renderer/design/text-field.tsx';

type AccountFieldsProps = {
  readonly fields: readonly AccountField[];
  readonly values: AccountValues;
  /** The field that something is wrong with, and what. */
  readonly wrong: { readonly field: string; readonly says: string } | null;
  readonly focusFirst?: boolean;
  readonly onChange: (name: string, value: string) => void;
};

const typeOf = { text: 'text', email: 'email', secret: 'password', number: 'number', choice: 'text' } as const;

/** As much as the contract takes of a value; what is longer is no such file. */
const LONGEST = 2000;

/** A form as its connector declares it. */
export function AccountFields({ fields, values, wrong, focusFirst = false, onChange }: AccountFieldsProps) {
  return fields.map((field, index) =>
    field.kind === 'file' ? (
      <FileField
        key={field.name}
        label={field.label}
        accept=".json,application/json"
        {...(field.help === null ? {} : { note: field.help })}
        error={wrong?.field === field.name ? wrong.says : null}
        onChange={(text) => onChange(field.name, text.slice(0, LONGEST))}
      />
    ) : field.kind === 'choice' ? (
      <Stack key={field.name} gap={4}>
        <Text size="small" weight="medium">
          {field.label}
        </Text>
        <ChoiceList
          label={field.label}
          value={values[field.name] ?? null}
          options={field.choices.map(({ value, label }) => ({ value, says: label }))}
          onChange={(value) => onChange(field.name, value)}
        />
      </Stack>
    ) : (
      <TextField
        key={field.name}
        label={field.label}
        type={typeOf[field.kind]}
        value={values[field.name] ?? ''}
        {...(field.help === null ? {} : { note: field.help })}
        error={wrong?.field === field.name ? wrong.says : null}
        autoFocus={focusFirst && index === 0}
        onChange={(value) => onChange(field.name, value)}
      />
    ),
  );
}
