import type { ReactNode } from 'react';
import styles from '#renderer/design/facts.module.css';

type FactsProps = { readonly facts: readonly { readonly label: string; readonly value: ReactNode }[] };

/** Short labelled facts under each other. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.label} className={styles.fact}>
          <dt className={styles.label}>{fact.label}</dt>
          <dd className={styles.value}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
