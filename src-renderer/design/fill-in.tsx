import { useId } from 'react';
import styles from '#renderer/design/fill-in.module.css';

/** A gap in a sentence that takes a number. */
export type Blank = {
  /** As it stands in the sentence, in braces. */
  readonly name: string;
  /** What the number is, for those who hear the page. */
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
};

type FillInProps = {
  /** `A message waits {seconds} seconds.` */
  readonly sentence: string;
  readonly blanks: readonly Blank[];
  readonly onChange: (name: string, value: string) => void;
};

/** A sentence whose numbers can be written in place. */
export function FillIn({ sentence, blanks, onChange }: FillInProps) {
  const id = useId();
  const wrong = blanks.filter(({ error }) => error !== null);
  return (
    <div className={styles.fillIn}>
      <p className={styles.sentence}>
        {sentence.split(/\{([\w-]+)\}/).map((piece) => {
          const blank = blanks.find(({ name }) => name === piece);
          if (!blank) return <span key={piece}>{piece}</span>;
          return (
            <input
              key={piece}
              className={styles.blank}
              type="number"
              aria-label={blank.label}
              aria-invalid={blank.error !== null || undefined}
              aria-describedby={blank.error === null ? undefined : `${id}-${blank.name}`}
              value={blank.value}
              onChange={(event) => onChange(blank.name, event.currentTarget.value)}
            />
          );
        })}
      </p>
      {wrong.map(({ name, error }) => (
        <p key={name} id={`${id}-${name}`} className={styles.error} role="alert">
          {error}
        </p>
      ))}
    </div>
  );
}
