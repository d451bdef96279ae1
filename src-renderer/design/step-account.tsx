import type { Approval } from '#contract/model/approval.ts';
import type { Step } from '#contract/model/run.ts';
import { isTakenBack } from '#contract/states/undo-state.ts';
import { CardDifference } from '#renderer/design/difference-table.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { FromOthers } from '#renderer/design/from-others.tsx';
import { Lines } from '#renderer/design/reasons.tsx';
import { RiskMark } from '#renderer/design/risk-mark.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { StepWhy } from '#renderer/design/step-why.tsx';
import { Text } from '#renderer/design/text.tsx';
import { effectFacts } from '#renderer/words/effect.ts';
import { failureSentence } from '#renderer/words/failures.ts';
import { riskWords } from '#renderer/words/risk.ts';
import { visible } from '#renderer/words/visible.ts';

type StepAccountProps = { readonly step: Step; readonly approval: Approval | null };

/** All there is to know of a step: what came of it, what it changes, whom it reaches, what it costs, and why. */
export function StepAccount({ step, approval }: StepAccountProps) {
  const card = approval?.card ?? null;
  const { report, failure, undo } = step;
  return (
    <Stack gap={12}>
      <Stack gap={4}>
        <Text weight="medium" struck={isTakenBack(undo.state)}>
          {visible(report?.says ?? card?.title ?? step.name)}
        </Text>
        {report && report.lines.length > 0 ? <Lines lines={report.lines} /> : null}
      </Stack>
      <Row>
        <RiskMark risk={step.risk} words={riskWords[step.risk]} />
      </Row>
      {failure ? <Text tone="danger">{failureSentence(failure)}</Text> : null}
      {undo.failure ? (
        <Text tone="danger">{failureSentence(undo.failure, isTakenBack(undo.state) ? 'redo' : 'undo')}</Text>
      ) : null}
      <FromOthers step={step} />
      {card ? <CardDifference card={card} /> : null}
      {card ? <Facts facts={effectFacts(card)} /> : null}
      <StepWhy step={step} approval={approval} />
    </Stack>
  );
}
