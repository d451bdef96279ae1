import { useState } from 'react';
import type { CatchUp, PlannedAutomation } from '#contract/model/automation.ts';
import type { Rehearsal } from '#contract/model/rehearsal.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Facts } from '#renderer/design/facts.tsx';
import { List } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { RadioCards } from '#renderer/design/radio-cards.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { RehearsedLine } from '#renderer/features/automations/rehearsed-line.tsx';
import { automationsWords, catchUpChoices, nextTimesWords } from '#renderer/words/automations.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type RehearsalViewProps = {
  readonly planned: PlannedAutomation;
  readonly rehearsal: Rehearsal;
  readonly onDone: () => void;
  readonly onChange: () => void;
};

/** What it will do and what it will ask, before it is set up. Nothing is ticked that the person did not tick. */
export function RehearsalView({ planned, rehearsal, onDone, onChange }: RehearsalViewProps) {
  const api = useApi();
  const { busy, trouble, press } = usePress();
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set());
  const [catchUp, setCatchUp] = useState<CatchUp>('once');
  const [requestId] = useState(() => crypto.randomUUID());

  const agree = (stepId: string, yes: boolean) => {
    const next = new Set(agreed);
    if (yes) next.add(stepId);
    else next.delete(stepId);
    setAgreed(next);
  };
  const setUp = () =>
    void press(async () => {
      const consents = rehearsal.lines.flatMap(({ stepId, digest }) =>
        digest !== null && agreed.has(stepId) ? [{ stepId, digest }] : [],
      );
      await api.automations.create({ ...planned, catchUp, consents, requestId });
      onDone();
    });

  return (
    <Stack gap={16}>
      <Heading level={2}>{rehearsal.goal}</Heading>
      {rehearsal.nextRuns.length > 0 ? (
        <Facts facts={[{ label: automationsWords.nextTimes, value: nextTimesWords(rehearsal.nextRuns) }]} />
      ) : null}
      <List label={automationsWords.lines}>
        {rehearsal.lines.map((line) => (
          <RehearsedLine
            key={line.stepId}
            line={line}
            agreed={agreed.has(line.stepId)}
            onAgree={(yes) => agree(line.stepId, yes)}
          />
        ))}
      </List>
      {rehearsal.lines.some(({ digest }) => digest !== null) ? (
        <Text size="small" tone="quiet">
          {automationsWords.agreeIntro}
        </Text>
      ) : null}
      {rehearsal.leftOut.map(({ text, says }) => (
        <Notice key={text} tone="warn">
          {says}
        </Notice>
      ))}
      {planned.trigger.kind === 'event' ? null : (
        <Stack gap={8}>
          <Text weight="medium">{automationsWords.catchUp}</Text>
          <RadioCards label={automationsWords.catchUp} value={catchUp} options={catchUpChoices} onChange={setCatchUp} />
        </Stack>
      )}
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      <Row gap={8} wrap>
        <Button kind="primary" busy={busy} onPress={setUp}>
          {automationsWords.setUp}
        </Button>
        <Button onPress={onChange}>{automationsWords.change}</Button>
      </Row>
    </Stack>
  );
}
