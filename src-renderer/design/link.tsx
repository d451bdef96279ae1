import type { ReactNode } from 'react';
import styles from '#renderer/design/link.module.css';

export function Link({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a className={styles.link} href={href}>
      {children}
    </a>
  );
}
