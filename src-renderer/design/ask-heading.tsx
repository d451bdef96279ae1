import type { ReactNode } from 'react';
import styles from '#renderer/design/ask-heading.module.css';
import { Heading } from '#renderer/design/text.tsx';

/** Where the ask box stands alone, it has the whole top of the screen and the heading over it. */
export function AskHeading({ heading, children }: { readonly heading: string | null; readonly children: ReactNode }) {
  return (
    <div className={heading === null ? undefined : styles.tall}>
      {heading === null ? null : (
        <Heading level={1} size="display">
          {heading}
        </Heading>
      )}
      {children}
    </div>
  );
}
