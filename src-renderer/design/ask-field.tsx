import { ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import styles from '#renderer/design/ask-field.module.css';
import { IconButton } from '#renderer/design/button.tsx';
import { classNames } from '#renderer/design/class-names.ts';

type AskFieldProps = {
  readonly label: string;
  readonly sendLabel: string;
  readonly placeholder: string;
  readonly hint: string;
  readonly value: string;
  /** The language to write in, where it is another than that of the page. */
  readonly lang?: string | undefined;
  /** What is understood so far; it stands in the place of the hint. */
  readonly note?: string | null;
  readonly error: string | null;
  readonly busy: boolean;
  readonly large?: boolean;
  /** Another way to fill it, beside what sends it. */
  readonly aside?: ReactNode;
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly onChange: (value: string) => void;
  readonly onSubmit: () => void;
};

/** The one box that everything starts from: Enter sends, Shift+Enter makes a new line. */
export function AskField({
  label,
  sendLabel,
  placeholder,
  hint,
  value,
  lang,
  note = null,
  error,
  busy,
  large = false,
  aside = null,
  ref,
  onChange,
  onSubmit,
}: AskFieldProps) {
  const id = useId();
  const blank = value.trim() === '';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <form
      className={classNames(styles.form, large && styles.large)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      <div className={classNames(styles.box, error !== null && styles.wrong)}>
        {/* The mirror gives the box its height, so that it grows with the text. */}
        <div className={styles.grow}>
          <div className={styles.mirror} aria-hidden>
            {`${value}\u200b`}
          </div>
          <textarea
            ref={ref}
            className={styles.text}
            aria-label={label}
            aria-invalid={error !== null}
            aria-describedby={`${id}-hint ${id}-error`}
            aria-keyshortcuts="Control+K Meta+K"
            rows={1}
            lang={lang}
            spellCheck
            value={value}
            placeholder={placeholder}
            onChange={(event) => onChange(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        {aside}
        <IconButton icon={ArrowUp} label={sendLabel} kind="primary" round type="submit" disabled={blank || busy} />
      </div>
      <p id={`${id}-error`} className={styles.error} role="alert">
        {error}
      </p>
      <p id={`${id}-hint`} className={classNames(styles.hint, !large && note === null && styles.held)}>
        {note ?? hint}
      </p>
    </form>
  );
}
