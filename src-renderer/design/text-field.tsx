import { Field } from '@base-ui/react/field';
import styles from '#renderer/design/text-field.module.css';

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'email' | 'password' | 'number' | 'date' | 'time' | 'datetime-local';
  readonly placeholder?: string;
  readonly note?: string;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
  /** For a value to copy. */
  readonly readOnly?: boolean;
  readonly onChange?: (value: string) => void;
};

export function TextField({
  label,
  value,
  type = 'text',
  placeholder,
  note,
  error = null,
  autoFocus = false,
  readOnly = false,
  onChange,
}: TextFieldProps) {
  return (
    <Field.Root className={styles.field} invalid={error !== null}>
      <Field.Label className={styles.label}>{label}</Field.Label>
      <Field.Control
        className={styles.control}
        type={type}
        // A password of a program is nothing for a browser to keep, and an address here is typed once.
        autoComplete={type === 'password' ? 'new-password' : undefined}
        value={value}
        placeholder={placeholder}
        step={type === 'datetime-local' ? 60 : undefined}
        autoFocus={autoFocus}
        readOnly={readOnly}
        onValueChange={(next) => onChange?.(next)}
      />
      {note ? <Field.Description className={styles.note}>{note}</Field.Description> : null}
      {error === null ? null : (
        <Field.Error className={styles.error} match>
          {error}
        </Field.Error>
      )}
    </Field.Root>
  );
}
