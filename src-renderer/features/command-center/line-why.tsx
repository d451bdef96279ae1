import type { Approval } from '#contract/model/approval.ts';
import type { Step } from '#contract/model/run.ts';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { hasWhy, StepWhy } from '#renderer/design/step-why.tsx';
import { runWords } from '#renderer/words/command-center.ts';

type LineWhyProps = { readonly step: Step; readonly approval: Approval | null; readonly describedBy: string };

/** Opens why a step was allowed or asks. */
export function LineWhy({ step, approval, describedBy }: LineWhyProps) {
  return hasWhy({ step, approval }) ? (
    <Disclosure label={runWords.whyThis} describedBy={describedBy}>
      <StepWhy step={step} approval={approval} />
    </Disclosure>
  ) : null;
}
