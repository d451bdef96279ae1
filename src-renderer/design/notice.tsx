import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '#renderer/design/class-names.ts';
import styles from '#renderer/design/notice.module.css';

type NoticeProps = {
  readonly tone?: 'quiet' | 'warn' | 'danger';
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

const iconOf = { quiet: Info, warn: TriangleAlert, danger: CircleAlert } as const;

/** Something to know before going on: what happened, what was not done, and the one next step. */
export function Notice({ tone = 'quiet', action, children }: NoticeProps) {
  const Icon = iconOf[tone];
  return (
    <div className={classNames(styles.notice, styles[tone])} role={tone === 'danger' ? 'alert' : undefined}>
      <Icon className={styles.icon} size={16} strokeWidth={2} aria-hidden />
      <div className={styles.words}>{children}</div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
