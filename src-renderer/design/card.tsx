import type { ReactNode } from 'react';
import styles from '#renderer/design/card.module.css';
import { classNames } from '#renderer/design/class-names.ts';

type CardProps = {
  readonly as?: 'div' | 'article' | 'section';
  readonly labelledBy?: string;
  /** `tint` stands back: for what is said, not for what is decided. */
  readonly look?: 'plain' | 'tint';
  /** Without padding, where rows inside bring their own. */
  readonly flush?: boolean;
  readonly children: ReactNode;
};

export function Card({ as: Tag = 'div', labelledBy, look = 'plain', flush = false, children }: CardProps) {
  return (
    <Tag
      aria-labelledby={labelledBy}
      className={classNames(styles.card, styles[look], flush ? styles.flush : styles.padded)}
    >
      {children}
    </Tag>
  );
}

type CardFootProps = {
  /** Keeps the decision in sight while the card is longer than the window. */
  readonly stays?: boolean;
  readonly children: ReactNode;
};

/** The foot of a card, where the one decision stands. */
export function CardFoot({ stays = false, children }: CardFootProps) {
  return <div className={classNames(styles.foot, stays && styles.stays)}>{children}</div>;
}
