import type { ReactNode } from 'react';
import { classNames } from '#renderer/design/class-names.ts';
import { type Mark, StateMark } from '#renderer/design/state-mark.tsx';
import styles from '#renderer/design/story.module.css';

type StoryDayProps = { readonly id: string; readonly action?: ReactNode; readonly children: ReactNode };

/** The day that the lines below belong to. */
export function StoryDay({ id, action, children }: StoryDayProps) {
  return (
    <div className={styles.day}>
      <h2 id={id} className={styles.dayName}>
        {children}
      </h2>
      {action}
    </div>
  );
}

type StoryHeadProps = {
  readonly id?: string;
  readonly href: string;
  /** At the end of its line. */
  readonly action?: ReactNode;
  /** Over the whole width, under it. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
};

/** The request that the lines below tell of. */
export function StoryHead({ id, href, action, below, children }: StoryHeadProps) {
  return (
    <>
      <div className={styles.head}>
        <h3 id={id} className={styles.headName}>
          <a href={href} className={styles.headLink}>
            {children}
          </a>
        </h3>
        {action ? <div className={styles.headAction}>{action}</div> : null}
      </div>
      {below ? <div className={styles.below}>{below}</div> : null}
    </>
  );
}

type StoryLineProps = {
  readonly mark: Mark;
  readonly time: string;
  readonly dateTime: string;
  readonly says: string;
  readonly saysId?: string;
  readonly detail?: ReactNode;
  readonly action?: ReactNode;
  /** Joins the line to the one after it. */
  readonly goesOn: boolean;
  readonly faded?: boolean;
  /** Keeps the room of one line to press, which comes once more is known. */
  readonly roomy?: boolean;
};

export function StoryLine({
  mark,
  time,
  dateTime,
  says,
  saysId,
  detail,
  action,
  goesOn,
  faded = false,
  roomy = false,
}: StoryLineProps) {
  return (
    <div className={classNames(styles.line, goesOn && styles.goesOn)}>
      <time className={styles.time} dateTime={dateTime}>
        {time}
      </time>
      <span className={styles.mark}>
        <StateMark mark={mark} />
      </span>
      <div className={styles.words}>
        <p id={saysId} className={classNames(styles.says, faded && styles.faded)}>
          {says}
        </p>
        {detail}
        {roomy ? <div className={styles.room} /> : null}
      </div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
