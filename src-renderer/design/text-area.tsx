import { useId } from 'react';
import { classNames } from '#renderer/design/class-names.ts';
import styles from '#renderer/design/text-area.module.css';
import field from '#renderer/design/text-field.module.css';

type TextAreaProps = {
  readonly label: string;
  readonly value: string;
  /** How many lines stand open. */
  readonly lines: number;
  /** For what is written in a language of rules: every letter as wide as the other, and nothing corrected. */
  readonly code?: boolean;
  readonly note?: string;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
};

/** Text of several lines. */
export function TextArea({
  label,
  value,
  lines,
  code = false,
  note,
  error = null,
  autoFocus = false,
  onChange,
}: TextAreaProps) {
  const id = useId();
  const describedBy = [...(note ? [`${id}-note`] : []), ...(error === null ? [] : [`${id}-error`])].join(' ');
  return (
    <div className={field.field}>
      <label className={field.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className={classNames(field.control, styles.area, code && styles.code)}
        rows={lines}
        value={value}
        spellCheck={code ? false : undefined}
        autoCapitalize={code ? 'off' : undefined}
        // biome-ignore lint/a11y/noAutofocus: what the person has just opened to write in begins with it
        autoFocus={autoFocus}
        aria-invalid={error !== null || undefined}
        data-invalid={error === null ? undefined : ''}
        aria-describedby={describedBy === '' ? undefined : describedBy}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {note ? (
        <p id={`${id}-note`} className={field.note}>
          {note}
        </p>
      ) : null}
      {error === null ? null : (
        <div id={`${id}-error`} className={field.error}>
          {error}
        </div>
      )}
    </div>
  );
}
