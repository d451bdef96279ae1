import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import styles from '#renderer/design/select-field.module.css';
import field from '#renderer/design/text-field.module.css';

export type SelectOption = { readonly value: string; readonly label: string };

type SelectFieldProps = {
  readonly label: string;
  /** Empty while nothing is chosen. */
  readonly value: string;
  /** What stands in it while nothing is chosen; absent where something always is. */
  readonly placeholder?: string;
  /** Under a heading of their own, or under none where it is empty. */
  readonly groups: readonly { readonly heading: string; readonly options: readonly SelectOption[] }[];
  readonly error?: string | null;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
};

/** One of many, by its name. */
export function SelectField({
  label,
  value,
  placeholder,
  groups,
  error = null,
  autoFocus = false,
  onChange,
}: SelectFieldProps) {
  const id = useId();
  return (
    <div className={field.field}>
      <label className={field.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.holder}>
        <select
          id={id}
          className={`${field.control} ${styles.select}`}
          value={value}
          // biome-ignore lint/a11y/noAutofocus: what the person has just opened to fill in begins with it
          autoFocus={autoFocus}
          aria-invalid={error !== null || undefined}
          data-invalid={error === null ? undefined : ''}
          aria-describedby={error === null ? undefined : `${id}-error`}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {groups.map(({ heading, options }) =>
            heading === '' ? (
              <Options key={heading} options={options} />
            ) : (
              <optgroup key={heading} label={heading}>
                <Options options={options} />
              </optgroup>
            ),
          )}
        </select>
        <ChevronDown className={styles.chevron} size={16} aria-hidden />
      </div>
      {error === null ? null : (
        <div id={`${id}-error`} className={field.error}>
          {error}
        </div>
      )}
    </div>
  );
}

function Options({ options }: { readonly options: readonly SelectOption[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
