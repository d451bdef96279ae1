import { useId } from 'react';
import type { RehearsedLine as Line } from '#contract/model/rehearsal.ts';
import { Checkbox } from '#renderer/design/checkbox.tsx';
import { DifferenceTable } from '#renderer/design/difference-table.tsx';
import { Disclosure, Disclosures } from '#renderer/design/disclosure.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Reasons } from '#renderer/design/reasons.tsx';
import { RiskMark } from '#renderer/design/risk-mark.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { type Mark, StateMark } from '#renderer/design/state-mark.tsx';
import { Text } from '#renderer/design/text.tsx';
import { approvalsWords } from '#renderer/words/approvals.ts';
import { automationsWords, foreseenWords } from '#renderer/words/automations.ts';
import { runWords } from '#renderer/words/command-center.ts';
import { effectFacts } from '#renderer/words/effect.ts';
import { failureSentence } from '#renderer/words/failures.ts';
import { riskWords } from '#renderer/words/risk.ts';
import { ruleName } from '#renderer/words/rules.ts';

const markOf: Readonly<Record<Line['foreseen'], Mark>> = {
  'by-itself': 'waiting',
  'can-be-allowed': 'asks',
  'always-asks': 'asks',
  'not-known-yet': 'unsure',
  refused: 'failed',
};

type RehearsedLineProps = {
  readonly line: Line;
  readonly agreed: boolean;
  readonly onAgree: (agreed: boolean) => void;
};

/** One line of what will be done by itself, with a box to tick where a yes can be given ahead. */
export function RehearsedLine({ line, agreed, onAgree }: RehearsedLineProps) {
  const titleId = useId();
  const { card, foreseen, because, failure } = line;
  return (
    <ListRow
      leading={
        foreseen === 'can-be-allowed' ? (
          <Checkbox labelledBy={titleId} checked={agreed} onChange={onAgree} />
        ) : (
          <StateMark mark={markOf[foreseen]} />
        )
      }
      title={
        <Text as="span" weight="medium" id={titleId}>
          {card?.title ?? line.says}
        </Text>
      }
      detail={
        <Row gap={8} wrap>
          {card ? <RiskMark risk={card.risk} words={riskWords[card.risk]} /> : null}
          <span>{foreseenWords[foreseen]}</span>
        </Row>
      }
      below={
        <Stack gap={8}>
          {failure ? <Notice>{failureSentence(failure)}</Notice> : null}
          <Disclosures>
            {card ? (
              <Disclosure label={automationsWords.details} describedBy={titleId}>
                <Stack gap={12}>
                  {card.differences.length === 0 ? null : (
                    <DifferenceTable
                      label={approvalsWords.difference}
                      lines={card.differences}
                      nowWord={approvalsWords.before}
                      thenWord={approvalsWords.after}
                    />
                  )}
                  <Facts facts={effectFacts(card)} />
                </Stack>
              </Disclosure>
            ) : null}
            {because.length > 0 ? (
              <Disclosure label={runWords.whyThis} describedBy={titleId}>
                <Reasons reasons={because.map(({ says, rule }) => ({ says, rule: ruleName(rule) }))} />
              </Disclosure>
            ) : null}
          </Disclosures>
        </Stack>
      }
    />
  );
}
