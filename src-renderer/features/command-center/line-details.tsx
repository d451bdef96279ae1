import type { Card } from '#contract/model/card.ts';
import { CardDifference } from '#renderer/design/difference-table.tsx';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { runWords } from '#renderer/words/command-center.ts';
import { effectFacts } from '#renderer/words/effect.ts';

type LineDetailsProps = { readonly card: Card; readonly describedBy: string };

/** What a line that asks would do, and whom it touches. */
export function LineDetails({ card, describedBy }: LineDetailsProps) {
  return (
    <Disclosure label={runWords.details} describedBy={describedBy}>
      <Stack gap={12}>
        {standsOpen(card) ? null : <CardDifference card={card} />}
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
