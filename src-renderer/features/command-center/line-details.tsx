import type { Card } from '#contract/model/card.ts';
import { DifferenceTable } from '#renderer/design/difference-table.tsx';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { approvalsWords } from '#renderer/words/approvals.ts';
import { runWords } from '#renderer/words/command-center.ts';
import { effectFacts } from '#renderer/words/effect.ts';
import { namedLine } from '#renderer/words/people.ts';

type LineDetailsProps = { readonly card: Card; readonly describedBy: string };

/** What a line that asks would do, and whom it touches. */
export function LineDetails({ card, describedBy }: LineDetailsProps) {
  return (
    <Disclosure label={runWords.details} describedBy={describedBy}>
      <Stack gap={12}>
        {standsOpen(card) ? null : <LineDifference card={card} />}
        <Facts facts={effectFacts(card)} />
      </Stack>
    </Disclosure>
  );
}

/**
 * Whether the difference stands open on the line: where something that is there already would be another afterwards,
 * and for what always needs the person, so that nobody says yes to that unseen.
 */
export const standsOpen = ({ differences, risk }: Card): boolean =>
  risk === 'L3' || differences.some(({ before }) => before !== null);

export function LineDifference({ card }: { readonly card: Card }) {
  return card.differences.length === 0 ? null : (
    <DifferenceTable
      label={approvalsWords.difference}
      lines={card.differences.map((line) => namedLine(line, card.people))}
      nowWord={approvalsWords.before}
      thenWord={approvalsWords.after}
    />
  );
}
