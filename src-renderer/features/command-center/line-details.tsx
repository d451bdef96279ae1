import type { Card } from '#contract/model/card.ts';
import { DifferenceTable } from '#renderer/design/difference-table.tsx';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { approvalsWords } from '#renderer/words/approvals.ts';
import { runWords } from '#renderer/words/command-center.ts';
import { effectFacts } from '#renderer/words/effect.ts';

type LineDetailsProps = { readonly card: Card; readonly describedBy: string };

/** What a line that asks would change. A change of something that is there already stands open; something new opens. */
export function LineDetails({ card, describedBy }: LineDetailsProps) {
  const difference =
    card.differences.length === 0 ? null : (
      <DifferenceTable
        label={approvalsWords.difference}
        lines={card.differences}
        nowWord={approvalsWords.before}
        thenWord={approvalsWords.after}
      />
    );
  const altersSomething = card.differences.some(({ before }) => before !== null);
  return (
    <>
      {altersSomething ? difference : null}
      <Disclosure label={runWords.details} describedBy={describedBy}>
        <Stack gap={12}>
          {altersSomething ? null : difference}
          <Facts facts={effectFacts(card)} />
        </Stack>
      </Disclosure>
    </>
  );
}
