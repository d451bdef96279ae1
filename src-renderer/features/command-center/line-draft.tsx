import type { RunDetail } from '#contract/api/workflows.ts';
import type { Step } from '#contract/model/run.ts';
import { isTakenBack } from '#contract/states/undo-state.ts';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { runWords } from '#renderer/words/command-center.ts';
import { visible } from '#renderer/words/visible.ts';

type LineDraftProps = { readonly run: RunDetail; readonly step: Step; readonly describedBy: string };

/** What a draft says. Where it is all that was asked for it stands open; among others it would move their lines. */
export function LineDraft({ run, step, describedBy }: LineDraftProps) {
  if (step.drafted.length === 0 || isTakenBack(step.undo.state)) return null;
  return (
    <Disclosure label={runWords.drafted} describedBy={describedBy} startsOpen={run.steps.length === 1}>
      <Facts facts={step.drafted.map(({ label, after }) => ({ label, value: visible(after ?? '') }))} />
    </Disclosure>
  );
}
