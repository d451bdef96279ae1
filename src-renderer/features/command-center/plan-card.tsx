import { useId, useState } from 'react';
import type { RunDetail } from '#contract/api/workflows.ts';
import type { Approval } from '#contract/model/approval.ts';
import type { KeptChoice } from '#contract/model/conflict.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { useSlowDown } from '#renderer/client/pace.ts';
import { putRun } from '#renderer/client/runs.ts';
import { usePress } from '#renderer/client/use-press.ts';
import type { TextUnderWay } from '#renderer/client/use-writing.ts';
import { Button } from '#renderer/design/button.tsx';
import { Card, CardFoot } from '#renderer/design/card.tsx';
import { List } from '#renderer/design/list.tsx';
import { Spoken, Text } from '#renderer/design/text.tsx';
import type { LineChoice } from '#renderer/features/command-center/line-conflict.tsx';
import { PlanLine } from '#renderer/features/command-center/plan-line.tsx';
import { waitingCards } from '#renderer/features/command-center/run-progress.ts';
import { waitSays } from '#renderer/words/approvals.ts';
import { decisionNote, runWords } from '#renderer/words/command-center.ts';
import { conflictWords } from '#renderer/words/conflicts.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type PlanCardProps = {
  readonly run: RunDetail;
  /** What a model is writing for it right now. */
  readonly texts: readonly TextUnderWay[];
};

/** Every step of a plan, and the one decision under them. */
export function PlanCard({ run, texts }: PlanCardProps) {
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<ReadonlyMap<string, KeptChoice>>(new Map());
  const cards = waitingCards(run);
  // Until then more lines may come to need an OK, and one decision is about all of them.
  const isPrepared = run.state !== 'planning';

  const toggle = (approval: Approval, included: boolean) =>
    setExcluded((before) => {
      const after = new Set(before);
      if (included) after.delete(approval.id);
      else after.add(approval.id);
      return after;
    });

  const choose = (approval: Approval, choice: LineChoice) => {
    toggle(approval, choice !== 'leave');
    if (choice !== 'leave') setChosen((before) => new Map(before).set(approval.id, choice));
  };

  return (
    <Card flush>
      <List label={runWords.plan} boxed={false}>
        {run.steps.map((step) => {
          const card = cards.get(step.id) ?? null;
          return (
            <PlanLine
              key={step.id}
              run={run}
              step={step}
              texts={texts.filter(({ stepId }) => stepId === step.id)}
              approval={card ?? run.approvals.findLast((one) => one.stepId === step.id) ?? null}
              choice={
                card && cards.size > 1
                  ? { included: !excluded.has(card.id), onChange: (included) => toggle(card, included) }
                  : null
              }
              wayOn={
                card?.card.conflicts
                  ? {
                      value: excluded.has(card.id) ? 'leave' : (chosen.get(card.id) ?? null),
                      onChoose: (choice) => choose(card, choice),
                    }
                  : null
              }
            />
          );
        })}
      </List>
      {cards.size > 0 && isPrepared ? (
        <PlanDecision run={run} cards={[...cards.values()]} excluded={excluded} choices={chosen} />
      ) : isPrepared ? null : (
        <CardFoot>
          <Text size="small" tone="quiet">
            {runWords.preparing}
          </Text>
        </CardFoot>
      )}
    </Card>
  );
}

type PlanDecisionProps = {
  readonly run: RunDetail;
  readonly cards: readonly Approval[];
  readonly excluded: ReadonlySet<string>;
  readonly choices: ReadonlyMap<string, KeptChoice>;
};

function PlanDecision({ run, cards, excluded, choices }: PlanDecisionProps) {
  const api = useApi();
  const { busy, trouble, press } = usePress();
  const waitId = useId();
  const slow = useSlowDown();
  const chosen = cards.filter((card) => !excluded.has(card.id));
  const rest = cards.filter((card) => excluded.has(card.id));
  const undecided = chosen.some((card) => card.card.conflicts && !choices.has(card.id));

  const decide = (approved: readonly Approval[], declined: readonly Approval[]) =>
    void press(async () => {
      const approve = approved.map((card) => ({
        approvalId: card.id,
        digest: card.digest,
        choice: choices.get(card.id),
      }));
      putRun(await api.workflows.approve({ id: run.id, approve, decline: declined.map((card) => card.id) }));
    });

  return (
    <CardFoot stays>
      <Button
        kind="primary"
        busy={busy}
        disabled={chosen.length === 0 || undecided}
        waits={slow !== null}
        describedBy={slow === null ? undefined : waitId}
        onPress={() => decide(chosen, rest)}
      >
        {runWords.approve}
      </Button>
      <Button busy={busy} onPress={() => decide([], cards)}>
        {runWords.notNow}
      </Button>
      {trouble ? (
        <Text size="small" tone="danger">
          {troubleSentence(trouble)}
        </Text>
      ) : (
        <Text size="small" tone="quiet" figures id={waitId}>
          {slow
            ? waitSays(slow.says, slow.left)
            : undecided
              ? conflictWords.chooseFirst
              : decisionNote(run.steps.length, cards.length, chosen.length)}
        </Text>
      )}
      <Spoken>{slow === null ? null : waitSays(slow.says, slow.seconds)}</Spoken>
    </CardFoot>
  );
}
