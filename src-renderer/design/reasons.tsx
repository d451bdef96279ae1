import styles from '#renderer/design/reasons.module.css';

type Reason = {
  readonly says: string;
  /** The rule's own name, under its sentence; null where it has none in the language that is spoken. */
  readonly rule: string | null;
};

export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={`${reason.rule} ${reason.says}`}>
          <p className={styles.says}>{reason.says}</p>
          {reason.rule === null ? null : <p className={styles.rule}>{reason.rule}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Plain lines under each other, such as what was found. */
export function Lines({ lines, marked = false }: { readonly lines: readonly string[]; readonly marked?: boolean }) {
  return (
    <ul className={marked ? styles.marked : styles.lines}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and they never change their order
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
