import type { ReactNode } from 'react';
import { classNames } from '#renderer/design/class-names.ts';
import styles from '#renderer/design/text.module.css';

type TextProps = {
  readonly as?: 'p' | 'span' | 'strong' | 'blockquote';
  readonly size?: 'small' | 'body' | 'lead';
  readonly tone?: 'ink' | 'quiet' | 'danger' | 'accent';
  readonly weight?: 'regular' | 'medium' | 'semibold';
  /** Figures of one width, for money and time. */
  readonly figures?: boolean;
  /** One line that ends in an ellipsis where there is no room. */
  readonly clip?: boolean;
  /** Line breaks stay where they are. */
  readonly lines?: boolean;
  readonly struck?: boolean;
  readonly id?: string;
  readonly children: ReactNode;
};

export function Text({
  as: Tag = 'p',
  size = 'body',
  tone = 'ink',
  weight = 'regular',
  figures = false,
  clip = false,
  lines = false,
  struck = false,
  id,
  children,
}: TextProps) {
  return (
    <Tag
      id={id}
      className={classNames(
        styles.text,
        styles[size],
        styles[tone],
        styles[weight],
        figures && styles.figures,
        clip && styles.clip,
        lines && styles.lines,
        struck && styles.struck,
      )}
    >
      {children}
    </Tag>
  );
}

type HeadingProps = {
  readonly level: 1 | 2 | 3;
  readonly size?: 'small' | 'body' | 'lead' | 'title' | 'display';
  readonly id?: string;
  readonly children: ReactNode;
};

const sizeOfLevel = { 1: 'title', 2: 'lead', 3: 'body' } as const;

export function Heading({ level, size = sizeOfLevel[level], id, children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={classNames(styles.text, styles.heading, styles[size])}>
      {children}
    </Tag>
  );
}

/** Read out by a screen reader, not drawn. */
export function Unseen({ children }: { readonly children: ReactNode }) {
  return <span className={styles.unseen}>{children}</span>;
}

/** Read out when it comes or changes, not drawn. It stands there before, so that nothing of it is missed. */
export function Spoken({ children }: { readonly children: ReactNode }) {
  return (
    <span role="status" className={styles.unseen}>
      {children}
    </span>
  );
}
