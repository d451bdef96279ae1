import type { ReactNode } from 'react';
import styles from '#renderer/design/badge.module.css';
import { classNames } from '#renderer/design/class-names.ts';

type BadgeProps = { readonly tone?: 'quiet' | 'done' | 'warn' | 'accent' | 'danger'; readonly children: ReactNode };

export function Badge({ tone = 'quiet', children }: BadgeProps) {
  return <span className={classNames(styles.badge, styles[tone])}>{children}</span>;
}
