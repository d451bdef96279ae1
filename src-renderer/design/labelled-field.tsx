import { type ReactNode, useId } from 'react';
import styles from '#renderer/design/text-field.module.css';

/** What ties a control to its label, its note and what is wrong with it. */
export type ControlParts = {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'data-invalid': '' | undefined;
  readonly 'aria-describedby': string | undefined;
};

type LabelledFieldProps = {
  readonly label: string;
  readonly note?: string | undefined;
  readonly error: string | null;
  readonly children: (control: ControlParts) => ReactNode;
};

/** A control of our own under its label, with a note or what is wrong below. */
export function LabelledField({ label, note, error, children }: LabelledFieldProps) {
  const id = useId();
  const describedBy = [...(note ? [`${id}-note`] : []), ...(error === null ? [] : [`${id}-error`])].join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error !== null || undefined,
        'data-invalid': error === null ? undefined : '',
        'aria-describedby': describedBy === '' ? undefined : describedBy,
      })}
      {note ? (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      ) : null}
      {error === null ? null : (
        <div id={`${id}-error`} className={styles.error}>
          {error}
        </div>
      )}
    </div>
  );
}
