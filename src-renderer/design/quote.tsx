import type { ReactNode } from 'react';
import styles from '#renderer/design/quote.module.css';

/** The person's own words. */
export function Quote({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.holder}>
      <blockquote className={styles.quote}>{children}</blockquote>
    </div>
  );
}
