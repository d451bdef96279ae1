import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from '#renderer/design/empty-state.module.css';
import { Heading, Text } from '#renderer/design/text.tsx';

type EmptyStateProps = {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly says: string;
  readonly action?: ReactNode;
};

export function EmptyState({ icon: Icon, title, says, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.icon}>
        <Icon size={20} strokeWidth={1.75} aria-hidden />
      </span>
      <Heading level={2} size="body">
        {title}
      </Heading>
      <div className={styles.says}>
        <Text tone="quiet">{says}</Text>
      </div>
      {action}
    </div>
  );
}
