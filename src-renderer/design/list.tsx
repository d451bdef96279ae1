import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '#renderer/design/class-names.ts';
import styles from '#renderer/design/list.module.css';
import { useKeptHeight } from '#renderer/design/use-kept-height.ts';

type ListProps = {
  readonly label?: string;
  /** `boxed` draws the hairline round the rows; without it they stand in a card that already has one. */
  readonly boxed?: boolean;
  /** For rows inside something that has already been opened. */
  readonly dense?: boolean;
  readonly children: ReactNode;
};

export function List({ label, boxed = true, dense = false, children }: ListProps) {
  return (
    <ul aria-label={label} className={classNames(styles.list, boxed && styles.boxed, dense && styles.dense)}>
      {children}
    </ul>
  );
}

type ListRowProps = {
  /** A mark or a checkbox, on the first line's height. */
  readonly leading?: ReactNode;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly trailing?: ReactNode;
  /** What opens under the row, over its whole width. */
  readonly below?: ReactNode;
  /** Makes the whole row a link. */
  readonly href?: string;
  /** It says other things as time goes on: what trails has its room from the start, and no words leave a gap to close. */
  readonly changes?: boolean;
  /** Stands back: a line that was left out or taken back. */
  readonly faded?: boolean;
};

export function ListRow({
  leading,
  title,
  detail,
  trailing,
  below,
  href,
  changes = false,
  faded = false,
}: ListRowProps) {
  const titleRef = useKeptHeight(changes);
  const detailRef = useKeptHeight(changes);
  const body = (
    <>
      {leading ? <div className={styles.leading}>{leading}</div> : null}
      <div className={styles.words}>
        <div ref={titleRef} className={classNames(styles.title, faded && styles.faded)}>
          {title}
        </div>
        {detail ? (
          <div ref={detailRef} className={styles.detail}>
            {detail}
          </div>
        ) : null}
        {below ? <div className={styles.below}>{below}</div> : null}
      </div>
      {trailing ? <div className={classNames(styles.trailing, changes && styles.changing)}>{trailing}</div> : null}
      {href ? <ChevronRight className={styles.chevron} size={16} aria-hidden /> : null}
    </>
  );
  return (
    <li className={styles.item}>
      {href ? (
        <a className={classNames(styles.row, styles.link)} href={href}>
          {body}
        </a>
      ) : (
        <div className={styles.row}>{body}</div>
      )}
    </li>
  );
}
