import { classNames } from '#renderer/design/class-names.ts';
import { LabelledField } from '#renderer/design/labelled-field.tsx';
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
  return (
    <LabelledField label={label} note={note} error={error}>
      {(control) => (
        <textarea
          {...control}
          className={classNames(field.control, styles.area, code && styles.code)}
          rows={lines}
          value={value}
          spellCheck={code ? false : undefined}
          autoCapitalize={code ? 'off' : undefined}
          // biome-ignore lint/a11y/noAutofocus: what the person has just opened to write in begins with it
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </LabelledField>
  );
}
