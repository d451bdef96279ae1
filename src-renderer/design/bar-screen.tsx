import type { ReactNode } from 'react';
import styles from '#renderer/design/bar-screen.module.css';
import { Heading } from '#renderer/design/text.tsx';

/** A window that is one bar: what it asks, and the box to answer in. */
export function BarScreen({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <main className={styles.bar}>
      <Heading level={1} size="lead">
        {heading}
      </Heading>
      {children}
    </main>
  );
}
