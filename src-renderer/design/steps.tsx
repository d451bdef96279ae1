import { Children, type ReactNode } from 'react';
import styles from '#renderer/design/steps.module.css';

/** Things to do one after the other, with their numbers. */
export function Steps({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ol aria-label={label} className={styles.steps}>
      {Children.map(children, (child) => (
        <li className={styles.step}>{child}</li>
      ))}
    </ol>
  );
}
