import type { ReactNode } from 'react';
import styles from '#renderer/design/set-off.module.css';

/** Words that are shown, not said: how something reads, apart from what is around it. */
export function SetOff({ children }: { readonly children: ReactNode }) {
  return <div className={styles.setOff}>{children}</div>;
}
