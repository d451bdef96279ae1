import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { BrandMark } from '#renderer/design/brand-mark.tsx';
import { ScrollContext } from '#renderer/design/frame.tsx';
import styles from '#renderer/design/guided.module.css';

type GuidedProps = {
  readonly name: string;
  readonly bar: ReactNode;
  readonly banner?: ReactNode;
  readonly children: ReactNode;
};

/** A screen that asks one thing at a time: no places to go to, only the way on, the way back and Pause. */
export function Guided({ name, bar, banner, children }: GuidedProps) {
  const scroller = useRef<HTMLElement>(null);
  return (
    <div className={styles.guided}>
      <header className={styles.bar}>
        <div className={styles.brand}>
          <BrandMark />
          <span className={styles.name}>{name}</span>
        </div>
        <div className={styles.end}>{bar}</div>
      </header>
      {banner}
      <main ref={scroller} className={styles.screen} tabIndex={-1}>
        <ScrollContext value={scroller}>{children}</ScrollContext>
      </main>
    </div>
  );
}

type GuidedStepProps = {
  readonly title: string;
  readonly says: string;
  /** How far it is: which of how many, and the same in words; null on what stands before and after. */
  readonly progress: { readonly at: number; readonly of: number; readonly says: string } | null;
  /** Large, for the first and the last screen. */
  readonly large?: boolean;
  /** The way back and the way out. */
  readonly leading: ReactNode;
  /** The way on. */
  readonly trailing: ReactNode;
  readonly children?: ReactNode;
};

/** One decision. The heading has the focus when it opens, so that it is read out and Tab leads on from there. */
export function GuidedStep({ title, says, progress, large = false, leading, trailing, children }: GuidedStepProps) {
  const heading = useFocusOnOpen();
  return (
    <div className={styles.step}>
      <div className={styles.words}>
        {progress ? (
          <div className={styles.progress}>
            <progress className={styles.track} value={progress.at} max={progress.of} aria-hidden />
            <span>{progress.says}</span>
          </div>
        ) : null}
        <h1 ref={heading} tabIndex={-1} className={large ? styles.titleLarge : styles.title}>
          {title}
        </h1>
        <p className={large ? styles.saysLarge : styles.says}>{says}</p>
      </div>
      {children ? <div className={styles.body}>{children}</div> : null}
      <div className={styles.foot}>
        <div className={styles.leading}>{leading}</div>
        <div className={styles.trailing}>{trailing}</div>
      </div>
    </div>
  );
}

function useFocusOnOpen(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return heading;
}
