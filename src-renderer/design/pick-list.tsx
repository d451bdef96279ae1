import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from '#renderer/design/pick-list.module.css';

type PickListProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly says: ReactNode }[];
  /** On the first of them. */
  readonly autoFocus?: boolean;
  readonly onPick: (value: Value) => void;
};

/** Ways to go on, each a whole row to press. */
export function PickList<Value extends string>({ label, options, autoFocus = false, onPick }: PickListProps<Value>) {
  return (
    <ul aria-label={label} className={styles.list}>
      {options.map(({ value, says }, at) => (
        <li key={value} className={styles.item}>
          <button
            type="button"
            className={styles.pick}
            // biome-ignore lint/a11y/noAutofocus: what the person has just opened to choose from begins with it
            autoFocus={autoFocus && at === 0}
            onClick={() => onPick(value)}
          >
            <span className={styles.words}>{says}</span>
            <ChevronRight className={styles.chevron} size={16} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
