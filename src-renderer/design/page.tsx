import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from '#renderer/design/page.module.css';
import { Heading, Text } from '#renderer/design/text.tsx';

type PageProps = {
  readonly title: string;
  readonly intro?: string;
  /** Something small to know, under the intro. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** One screen: a heading and one column. */
export function Page({ title, intro, note, actions, children }: PageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div className={styles.words}>
          <Heading level={1} size="title">
            {title}
          </Heading>
          {intro ? <Text tone="quiet">{intro}</Text> : null}
          {note}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}

/** A screen without a heading bar of its own; it brings its own first line. */
export function BarePage({ children }: { readonly children: ReactNode }) {
  return <div className={styles.page}>{children}</div>;
}

type SectionProps = { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode };

export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.sectionHead}>
        <h2 id={id} className={styles.sectionTitle}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
