import { Download } from 'lucide-react';
import { useId } from 'react';
import type { RunDetail } from '#contract/api/workflows.ts';
import type { Approval } from '#contract/model/approval.ts';
import { CV_TRACE_TYPE } from '#contract/model/cv-trace.ts';
import type { Step } from '#contract/model/run.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { isTakenBack } from '#contract/states/undo-state.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { saveFile } from '#renderer/client/save-file.ts';
import { type Press, usePress } from '#renderer/client/use-press.ts';
import { useStepUndo } from '#renderer/client/use-step-undo.ts';
import type { TextUnderWay } from '#renderer/client/use-writing.ts';
import { Button } from '#renderer/design/button.tsx';
import { Checkbox } from '#renderer/design/checkbox.tsx';
import { CardDifference } from '#renderer/design/difference-table.tsx';
import { Disclosure, Disclosures } from '#renderer/design/disclosure.tsx';
import { FromOthers } from '#renderer/design/from-others.tsx';
import { ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Lines } from '#renderer/design/reasons.tsx';
import { RiskMark } from '#renderer/design/risk-mark.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { StateMark } from '#renderer/design/state-mark.tsx';
import { isUnsure, markOfStep } from '#renderer/design/step-mark.ts';
import { TakeBackStep } from '#renderer/design/take-back-step.tsx';
import { Text } from '#renderer/design/text.tsx';
import { UndoQuestionNotice } from '#renderer/design/undo-question-notice.tsx';
import { LineBeingWritten } from '#renderer/features/command-center/being-written.tsx';
import { CvSources } from '#renderer/features/command-center/cv-sources.tsx';
import { GivenUp } from '#renderer/features/command-center/given-up.tsx';
import { type LineChoice, LineConflict } from '#renderer/features/command-center/line-conflict.tsx';
import { LineDetails, standsOpen } from '#renderer/features/command-center/line-details.tsx';
import { LineDraft } from '#renderer/features/command-center/line-draft.tsx';
import { LeavesSoon } from '#renderer/features/command-center/line-waits.tsx';
import { LineWhy } from '#renderer/features/command-center/line-why.tsx';
import { SettleStep } from '#renderer/features/command-center/settle-step.tsx';
import { runWords } from '#renderer/words/command-center.ts';
import { waitsForRoom } from '#renderer/words/conflicts.ts';
import { failureSentence } from '#renderer/words/failures.ts';
import { riskWords } from '#renderer/words/risk.ts';
import { stepWords, undoUntil } from '#renderer/words/states.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';
import { visible } from '#renderer/words/visible.ts';
import { waitSentence } from '#renderer/words/waits.ts';

type PlanLineProps = {
  readonly run: RunDetail;
  readonly step: Step;
  /** What a model is writing for it right now. */
  readonly texts: readonly TextUnderWay[];
  readonly approval: Approval | null;
  /** Present where the line can be left out of the decision. */
  readonly choice: { readonly included: boolean; readonly onChange: (included: boolean) => void } | null;
  /** Present where something stands in the way of the line. */
  readonly wayOn: { readonly value: LineChoice | null; readonly onChoose: (choice: LineChoice) => void } | null;
};

export function PlanLine({ run, step, texts, approval, choice, wayOn }: PlanLineProps) {
  const titleId = useId();
  const pressed = usePress();
  const found = step.report?.lines ?? [];
  // What a step only found for the next one would move that one's line, and is not what was asked for.
  const leadsOn = step.risk === 'L0' && run.steps.some(({ dependsOn }) => dependsOn.includes(step.id));
  const undone = isTakenBack(step.undo.state);
  const asks = step.state === 'blocked' && !isUnsure(step) && step.deadLetterId === null;
  const isSaidBelow = (says: string) => approval?.card.conflicts?.some((conflict) => conflict.says === says) ?? false;
  const because = asks ? step.decision?.because.find(({ says }) => !isSaidBelow(says))?.says : undefined;
  // The person says yes to what the action itself says it would do, never to the planner's wording of it.
  const asked = asks ? approval : null;
  const standing = (step.state === 'ready' && waitsForRoom(approval)) || (waitSentence(step) ?? stepWords(step, run));
  return (
    <ListRow
      changes
      faded={step.state === 'skipped' || undone || choice?.included === false}
      leading={
        choice ? (
          <Checkbox labelledBy={titleId} checked={choice.included} onChange={choice.onChange} />
        ) : (
          <StateMark mark={markOfStep(step, run.shadow)} />
        )
      }
      title={
        <Text as="span" weight="medium" struck={undone} id={titleId}>
          {visible(reportedIn(run, step) ?? asked?.card.title ?? step.name)}
        </Text>
      }
      detail={
        <Stack gap={8}>
          {found.length > 0 && !leadsOn ? <Lines lines={found} /> : null}
          <Row gap={8} wrap>
            <RiskMark risk={step.risk} words={riskWords[step.risk]} />
            {because === undefined ? null : <span>{because}</span>}
            {step.undo.available && step.undo.until ? <span>{undoUntil(step.undo.until)}</span> : null}
          </Row>
        </Stack>
      }
      trailing={
        <>
          {/* Other words are another thing: they take the place of those before, which move nowhere. */}
          <span key={standing}>{standing}</span>
          <TakeBack run={run} step={step} titleId={titleId} pressed={pressed} />
        </>
      }
      below={
        <Stack gap={8}>
          <FromOthers step={step} />
          <LineBeingWritten runId={run.id} texts={texts} />
          <StepAsks run={run} step={step} titleId={titleId} pressed={pressed} />
          <LeavesSoon run={run} step={step} pressed={pressed} />
          <ChangedSince run={run} step={step} titleId={titleId} pressed={pressed} />
          {pressed.trouble ? <Notice tone="danger">{troubleSentence(pressed.trouble)}</Notice> : null}
          {asked && wayOn ? <LineConflict run={run} approval={asked} pressed={pressed} {...wayOn} /> : null}
          {asked && standsOpen(asked.card) ? <CardDifference card={asked.card} /> : null}
          <Disclosures>
            {found.length > 0 && leadsOn ? (
              <Disclosure label={runWords.found} describedBy={titleId}>
                <Lines lines={found} />
              </Disclosure>
            ) : null}
            <LineDraft run={run} step={step} describedBy={titleId} />
            <LineWhy step={step} approval={approval} describedBy={titleId} />
            <CvSources run={run} step={step} describedBy={titleId} />
            {asked ? <LineDetails card={asked.card} describedBy={titleId} /> : null}
            <StepArtifacts run={run} step={step} pressed={pressed} />
          </Disclosures>
        </Stack>
      }
    />
  );
}

/** What came of it; of what was only tried out, said as what it is. A look is a look also then. */
function reportedIn({ shadow }: RunDetail, { report, risk }: Step): string | undefined {
  return report && shadow && risk !== 'L0' ? runWords.rehearsed(report.says) : report?.says;
}

type PartProps = { readonly run: RunDetail; readonly step: Step; readonly pressed: Press };

function TakeBack({ step, titleId, pressed }: PartProps & { readonly titleId: string }) {
  const presses = useStepUndo(step, pressed);
  return <TakeBackStep undo={step.undo} describedBy={titleId} busy={pressed.busy} presses={presses} />;
}

function ChangedSince({ step, titleId, pressed }: PartProps & { readonly titleId: string }) {
  const { answer } = useStepUndo(step, pressed);
  const { question } = step.undo;
  return question === null ? null : (
    <UndoQuestionNotice question={question} describedBy={titleId} busy={pressed.busy} onAnswer={answer} />
  );
}

function StepArtifacts({ run, step, pressed }: PartProps) {
  const api = useApi();
  const artifacts = run.artifacts.filter(({ stepId, mediaType }) => stepId === step.id && mediaType !== CV_TRACE_TYPE);
  if (artifacts.length === 0) return null;
  return (
    <Row gap={8} wrap>
      {artifacts.map((artifact) => (
        <Button
          key={artifact.id}
          look="bare"
          icon={Download}
          onPress={() =>
            void pressed.press(async () => saveFile(await api.artifacts.content({ id: artifact.id }), artifact.name))
          }
        >
          {runWords.download(artifact.name)}
        </Button>
      ))}
    </Row>
  );
}

/** What only the person can say about a step; or what went wrong with it. */
function StepAsks({ run, step, titleId, pressed }: PartProps & { readonly titleId: string }) {
  const about = { runId: run.id, failure: step.failure, describedBy: titleId, pressed };
  if (isUnsure(step)) return <SettleStep {...about} stepId={step.id} runOver={isRunOver(run.state)} />;
  if (step.deadLetterId !== null) return <GivenUp {...about} letterId={step.deadLetterId} />;
  return <StepTrouble step={step} />;
}

function StepTrouble({ step }: { readonly step: Step }) {
  return (
    <>
      {step.failure ? <Notice tone="danger">{failureSentence(step.failure)}</Notice> : null}
      {step.undo.failure ? (
        <Notice tone="danger">
          {failureSentence(step.undo.failure, isTakenBack(step.undo.state) ? 'redo' : 'undo')}
        </Notice>
      ) : null}
    </>
  );
}
