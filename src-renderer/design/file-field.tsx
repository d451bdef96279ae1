import { useId, useState } from 'react';
import { classNames } from '#renderer/design/class-names.ts';
import styles from '#renderer/design/file-field.module.css';
import field from '#renderer/design/text-field.module.css';

type FileFieldProps = {
  readonly label: string;
  /** What the browser offers first: `.json`. */
  readonly accept: string;
  readonly note?: string;
  readonly error?: string | null;
  readonly onChange: (text: string) => void;
};

/** The text of a file that is chosen, or dropped here. The file itself stays where it is. */
export function FileField({ label, accept, note, error = null, onChange }: FileFieldProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const describedBy = [...(note ? [`${id}-note`] : []), ...(error === null ? [] : [`${id}-error`])].join(' ');
  return (
    <div className={field.field}>
      <label className={field.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        className={classNames(styles.drop, isOver && styles.over)}
        data-invalid={error === null ? undefined : ''}
        aria-invalid={error !== null || undefined}
        aria-describedby={describedBy === '' ? undefined : describedBy}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        onChange={({ currentTarget: { files } }) => {
          void files?.[0]?.text().then(onChange);
          if (!files?.[0]) onChange('');
        }}
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
