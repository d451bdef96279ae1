import { ArrowRight } from 'lucide-react';
import type { Card } from '#contract/model/card.ts';
import styles from '#renderer/design/difference-table.module.css';
import { Unseen } from '#renderer/design/text.tsx';
import { approvalsWords } from '#renderer/words/approvals.ts';
import { namedLine } from '#renderer/words/people.ts';
import { visible } from '#renderer/words/visible.ts';

type Line = { readonly label: string; readonly before: string | null; readonly after: string | null };

type DifferenceTableProps = {
  readonly label: string;
  readonly lines: readonly Line[];
  /** What a screen reader says before the value that is there now, and before the one that will be. */
  readonly nowWord: string;
  readonly thenWord: string;
};

/** What is there now and what will be. What goes away is struck through, not only coloured. */
export function DifferenceTable({ label, lines, nowWord, thenWord }: DifferenceTableProps) {
  return (
    <dl className={styles.table} aria-label={label}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a card never change their order
        <div key={index} className={styles.line}>
          <dt className={styles.label}>{line.label}</dt>
          <dd className={styles.values}>
            {line.before === null ? null : (
              <del className={styles.before}>
                <Unseen>{nowWord} </Unseen>
                {visible(line.before)}
              </del>
            )}
            {line.before !== null && line.after !== null ? (
              <ArrowRight className={styles.arrow} size={14} aria-hidden />
            ) : null}
            {line.after === null ? null : (
              <ins className={styles.after}>
                <Unseen>{thenWord} </Unseen>
                {visible(line.after)}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a card would change, with the people that it names; nothing where it changes nothing. */
export function CardDifference({ card }: { readonly card: Card }) {
  return card.differences.length === 0 ? null : (
    <DifferenceTable
      label={approvalsWords.difference}
      lines={card.differences.map((line) => namedLine(line, card.people))}
      nowWord={approvalsWords.before}
      thenWord={approvalsWords.after}
    />
  );
}
