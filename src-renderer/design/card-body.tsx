import type { ReactNode } from 'react';
import styles from '#renderer/design/card-body.module.css';
import { classNames } from '#renderer/design/class-names.ts';

/** The inside of a card that is drawn without padding of its own. */
export function CardBody({ tight = false, children }: { readonly tight?: boolean; readonly children: ReactNode }) {
  return <div className={classNames(styles.body, tight && styles.tight)}>{children}</div>;
}
