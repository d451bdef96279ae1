import type { LucideIcon } from 'lucide-react';
import styles from '#renderer/design/row-icon.module.css';

/** A quiet picture at the beginning of a row. */
export function RowIcon({ icon: Icon }: { readonly icon: LucideIcon }) {
  return <Icon className={styles.icon} size={18} strokeWidth={1.75} aria-hidden />;
}
