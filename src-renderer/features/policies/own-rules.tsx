import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { LoggedEvent } from '#contract/model/event.ts';
import type { OwnRule } from '#contract/model/own-rule.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Button } from '#renderer/design/button.tsx';
import { Card } from '#renderer/design/card.tsx';
import { List } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/page.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Row } from '#renderer/design/stack.tsx';
import { Text, Unseen } from '#renderer/design/text.tsx';
import { MakeRule } from '#renderer/features/policies/make-rule.tsx';
import { OwnRuleRow } from '#renderer/features/policies/own-rule-row.tsx';
import { WrittenRuleForm } from '#renderer/features/policies/written-rule-form.tsx';
import { ownRuleWords } from '#renderer/words/own-rules.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutRules = ({ body }: LoggedEvent) => body.kind.startsWith('rule.') || body.kind.startsWith('automation.');

/** The rules that the person made, each as its sentence, and the two ways to make one. */
export function OwnRules({ inFirstWeek }: { readonly inFirstWeek: boolean }) {
  const { data, trouble, refresh } = useFresh(async (api) => {
    const [rules, automations] = await Promise.all([api.policies.rules(), api.automations.list()]);
    const sentences = new Map(automations.items.map(({ id, sentence }) => [id, sentence]));
    return { rules: rules.items, sentences };
  }, aboutRules);
  const [adding, setAdding] = useState<'sentence' | 'written' | null>(null);
  const rules = data?.rules ?? [];
  useRefreshWhenOneEnds(rules, refresh);
  const makeButton = useRef<HTMLButtonElement>(null);
  const close = () => {
    flushSync(() => setAdding(null));
    makeButton.current?.focus();
  };
  const done = () => {
    refresh();
    close();
  };
  const form = { inFirstWeek, onBack: close, onDone: done };

  return (
    <Section title={ownRuleWords.title}>
      <Text size="small" tone="quiet">
        {ownRuleWords.intro}
      </Text>
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      {data === null && !trouble ? (
        <div role="status">
          <Unseen>{ownRuleWords.loading}</Unseen>
          <Skeleton lines={2} />
        </div>
      ) : null}
      {data !== null && rules.length === 0 && adding === null ? <Text>{ownRuleWords.empty}</Text> : null}
      {inFirstWeek && rules.some(({ does }) => does === 'allows') ? (
        <Notice>{ownRuleWords.afterFirstWeek}</Notice>
      ) : null}
      {rules.length > 0 ? (
        <List label={ownRuleWords.title}>
          {rules.map((rule) => (
            <OwnRuleRow
              key={rule.id}
              rule={rule}
              automation={rule.automationId === null ? undefined : data?.sentences.get(rule.automationId)}
            />
          ))}
        </List>
      ) : null}
      {adding === null ? (
        <Row gap={8} wrap>
          <Button ref={makeButton} onPress={() => setAdding('sentence')}>
            {ownRuleWords.make}
          </Button>
          <Button onPress={() => setAdding('written')}>{ownRuleWords.writeOut}</Button>
        </Row>
      ) : (
        <Card>{adding === 'sentence' ? <MakeRule {...form} /> : <WrittenRuleForm {...form} />}</Card>
      )}
    </Section>
  );
}

/** Nothing announces that a time has passed, so the list is read again when the next one has. */
function useRefreshWhenOneEnds(rules: readonly OwnRule[], refresh: () => void): void {
  const ends = rules.flatMap(({ setAsideUntil, expiresAt }) => [setAsideUntil, expiresAt]);
  const next = ends.filter((at) => at !== null).sort()[0] ?? '';
  const again = useEffectEvent(refresh);
  useEffect(() => {
    const wait = Date.parse(next) - Date.now();
    if (!(wait < LONGEST_TIMER)) return;
    const timer = setTimeout(again, Math.max(0, wait) + 50);
    return () => clearTimeout(timer);
  }, [next]);
}

/** In milliseconds; a browser takes a longer one for none. */
const LONGEST_TIMER = 2 ** 31 - 1;
