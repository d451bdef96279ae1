import type { ReactNode } from 'react';
import { classNames } from '#renderer/design/class-names.ts';
import styles from '#renderer/design/stack.module.css';

/** The spacing steps, in pixels. */
export type Space = 0 | 4 | 8 | 12 | 16 | 24 | 32 | 48;

type Layout = {
  readonly gap?: Space;
  readonly children: ReactNode;
};

type StackLayout = Layout & {
  /** Takes the room that is left in a row. */
  readonly grow?: boolean;
};

/** Children under each other. */
export function Stack({ gap = 16, grow = false, children }: StackLayout) {
  return <div className={classNames(styles.stack, styles[`gap${gap}`], grow && styles.grow)}>{children}</div>;
}

type RowLayout = Layout & {
  readonly align?: 'start' | 'center' | 'baseline';
  readonly spread?: boolean;
  readonly wrap?: boolean;
  /** Takes the room that is left, and fills it from its end: what comes or goes at its beginning moves nothing. */
  readonly end?: boolean;
};

/** Children beside each other. */
export function Row({ gap = 8, align = 'center', spread = false, wrap = false, end = false, children }: RowLayout) {
  return (
    <div
      className={classNames(
        styles.row,
        styles[`gap${gap}`],
        styles[align],
        spread && styles.spread,
        wrap && styles.wrap,
        end && styles.end,
      )}
    >
      {children}
    </div>
  );
}
