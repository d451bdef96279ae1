import type { ReactNode } from 'react';
import { classNames } from '#renderer/design/class-names.ts';
import styles from '#renderer/design/facts.module.css';

type FactsProps = {
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[];
  /** For labels that are half sentences. */
  readonly wide?: boolean;
};

/** Short labelled facts under each other. */
export function Facts({ facts, wide = false }: FactsProps) {
  return (
    <dl className={classNames(styles.facts, wide && styles.wide)}>
      {facts.map((fact) => (
        <div key={fact.label} className={styles.fact}>
          <dt className={styles.label}>{fact.label}</dt>
          <dd className={styles.value}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
