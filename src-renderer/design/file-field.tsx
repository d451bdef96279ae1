import { useState } from 'react';
import { classNames } from '#renderer/design/class-names.ts';
import styles from '#renderer/design/file-field.module.css';
import { LabelledField } from '#renderer/design/labelled-field.tsx';

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
  const [isOver, setOver] = useState(false);
  return (
    <LabelledField label={label} note={note} error={error}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept={accept}
          className={classNames(styles.drop, isOver && styles.over)}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={({ currentTarget: { files } }) => {
            void files?.[0]?.text().then(onChange);
            if (!files?.[0]) onChange('');
          }}
        />
      )}
    </LabelledField>
  );
}
