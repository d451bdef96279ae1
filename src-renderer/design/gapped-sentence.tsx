import styles from '#renderer/design/gapped-sentence.module.css';

type GappedSentenceProps = {
  /** `Never send anything to {people}.` */
  readonly sentence: string;
  /** What stands in each gap while it is open, by its name. */
  readonly gaps: Readonly<Record<string, string>>;
};

/** A sentence with open gaps, each of which says what belongs there. */
export function GappedSentence({ sentence, gaps }: GappedSentenceProps) {
  return (
    <span>
      {sentence.split(/\{([\w-]+)\}/).map((piece, at) =>
        at % 2 === 0 ? (
          piece
        ) : (
          <span key={piece} className={styles.gap}>
            {gaps[piece] ?? piece}
          </span>
        ),
      )}
    </span>
  );
}
