import type { ReactNode } from 'react';
import styles from '#renderer/design/card-body.module.css';
import { classNames } from '#renderer/design/class-names.ts';

type CardBodyProps = {
  readonly tight?: boolean;
  /** With a hairline above it; `tight` has one always. */
  readonly ruled?: boolean;
  /** Without padding, where rows inside bring their own. */
  readonly flush?: boolean;
  readonly children: ReactNode;
};

/** The inside of a card that is drawn without padding of its own. */
export function CardBody({ tight = false, ruled = false, flush = false, children }: CardBodyProps) {
  return (
    <div className={classNames(styles.body, tight && styles.tight, ruled && styles.ruled, flush && styles.flush)}>
      {children}
    </div>
  );
}
