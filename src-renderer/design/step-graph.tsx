import { type KeyboardEvent, memo, type ReactNode, useCallback, useId, useMemo, useRef, useState } from 'react';
import { classNames } from '#renderer/design/class-names.ts';
import { type Mark, StateMark } from '#renderer/design/state-mark.tsx';
import styles from '#renderer/design/step-graph.module.css';
import { type LaidStep, layOutSteps, neighbourOf } from '#renderer/design/step-layout.ts';
import { COLUMN, HEAD, HEIGHT, linesOf, sizeOf, topOf } from '#renderer/design/step-lines.ts';
import { Unseen } from '#renderer/design/text.tsx';

export type GraphStep = LaidStep & {
  readonly says: string;
  /** Its place and what it waits for, as it is read out. */
  readonly order: string;
  readonly mark: Mark;
  /** How it stands, in a word or two. */
  readonly standing: string;
  readonly isTaken: boolean;
  readonly isTakenBack: boolean;
};

type StepGraphProps = {
  readonly label: string;
  readonly keysSay: string;
  readonly takenSays: string;
  readonly notTakenSays: string;
  readonly steps: readonly GraphStep[];
  readonly open: string | null;
  /** With null where the open one was pressed again. */
  readonly onOpen: (id: string | null) => void;
  /** What is shown of the open step. */
  readonly children: ReactNode;
};

/** Steps in layers by what they wait for, with lines between; for a screen reader a list in the order of the plan. */
export function StepGraph({ label, keysSay, takenSays, notTakenSays, steps, open, onOpen, children }: StepGraphProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const shape = steps.map(({ id: step, after }) => `${step}<${after.join()}`).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the picture is laid out anew only when it has another shape
  const layout = useMemo(() => layOutSteps(steps), [shape]);
  const lines = useMemo(
    () => linesOf(layout, new Set(steps.filter(({ isTaken }) => isTaken).map((step) => step.id))),
    [layout, steps],
  );
  const [reached, setReached] = useState<string | null>(null);
  const tabbable = reached !== null && layout.places.has(reached) ? reached : (open ?? steps[0]?.id ?? null);
  const size = sizeOf(layout);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset.step : undefined;
    const to = from === undefined ? null : neighbourOf(layout, from, event.key);
    if (to === null) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(to)}"]`)?.focus();
  };
  const press = useCallback((step: string, isOpen: boolean) => onOpen(isOpen ? null : step), [onOpen]);

  return (
    <div className={styles.graph}>
      <div className={styles.box}>
        <div className={styles.ground} style={{ width: `${size.width}rem`, height: `${size.height}rem` }}>
          <svg
            className={styles.lines}
            viewBox={`0 0 ${size.width} ${size.height}`}
            preserveAspectRatio="none"
            aria-hidden
          >
            <path className={styles.line} d={lines.notTaken} />
            <path className={styles.lit} d={lines.taken} />
            <circle className={styles.start} cx={HEAD / 4} cy={lines.startY} r={0.3} />
          </svg>
          <ul ref={list} aria-label={label} aria-describedby={`${id}-keys`} onKeyDown={onKeyDown}>
            {steps.map((step) => {
              const place = layout.places.get(step.id) ?? { layer: 0, place: 0 };
              return (
                <Node
                  key={step.id}
                  step={step}
                  left={HEAD + place.layer * COLUMN}
                  top={topOf(layout, place)}
                  isOpen={open === step.id}
                  isTabbable={tabbable === step.id}
                  panel={`${id}-open`}
                  onReach={setReached}
                  onPress={press}
                />
              );
            })}
          </ul>
        </div>
      </div>
      <p className={styles.legend}>
        <span className={styles.legendLit}>{takenSays}</span>
        <span className={styles.legendNot}>{notTakenSays}</span>
        <span id={`${id}-keys`} className={styles.keys}>
          {keysSay}
        </span>
      </p>
      <div id={`${id}-open`} className={classNames(open !== null && styles.panel)}>
        {children}
      </div>
    </div>
  );
}

type NodeProps = {
  readonly step: GraphStep;
  readonly left: number;
  readonly top: number;
  readonly isOpen: boolean;
  readonly isTabbable: boolean;
  readonly panel: string;
  readonly onReach: (id: string) => void;
  readonly onPress: (id: string, isOpen: boolean) => void;
};

const Node = memo(function Node({ step, left, top, isOpen, isTabbable, panel, onReach, onPress }: NodeProps) {
  return (
    <li className={styles.place} style={{ left: `${left}rem`, top: `${top}rem`, height: `${HEIGHT}rem` }}>
      <button
        type="button"
        data-step={step.id}
        className={classNames(styles.node, step.isTaken && styles.taken, isOpen && styles.open)}
        tabIndex={isTabbable ? 0 : -1}
        aria-expanded={isOpen}
        aria-controls={panel}
        title={step.says}
        onFocus={() => onReach(step.id)}
        onClick={() => onPress(step.id, isOpen)}
      >
        <StateMark mark={step.mark} />
        <span className={styles.words}>
          <span className={classNames(styles.says, step.isTakenBack && styles.struck)}>{step.says}</span>
          <span className={styles.standing}>{step.standing}</span>
          <Unseen>{step.order}</Unseen>
        </span>
      </button>
    </li>
  );
});
