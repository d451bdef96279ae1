import type { LucideIcon } from 'lucide-react';
import styles from '#renderer/design/icon-tile.module.css';

export function IconTile({ icon: Icon }: { readonly icon: LucideIcon }) {
  return (
    <span className={styles.tile}>
      <Icon size={18} strokeWidth={1.75} aria-hidden />
    </span>
  );
}
