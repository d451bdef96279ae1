import { ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import type { Policy } from '#contract/model/policy.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Page, Section } from '#renderer/design/page.tsx';
import { RadioCards } from '#renderer/design/radio-cards.tsx';
import { RowIcon } from '#renderer/design/row-icon.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Switch } from '#renderer/design/switch.tsx';
import { Text, Unseen } from '#renderer/design/text.tsx';
import { AccessKeys } from '#renderer/features/policies/access-keys.tsx';
import { limitSentences, limitsWith } from '#renderer/features/policies/limit-sentences.ts';
import { OwnRules } from '#renderer/features/policies/own-rules.tsx';
import { RuleSentences } from '#renderer/features/policies/rule-sentences.tsx';
import {
  holdSentences,
  suspicionLimitsWith,
  suspicionSentences,
} from '#renderer/features/policies/sentence-numbers.ts';
import { SuggestedRules } from '#renderer/features/policies/suggested-rules.tsx';
import { WhatWouldChange } from '#renderer/features/policies/what-would-change.tsx';
import { languageWords } from '#renderer/words/language.ts';
import {
  autonomyChoices,
  firstWeekUntil,
  holdWords,
  limitWords,
  policiesWords,
  suspicionWords,
} from '#renderer/words/policies.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutPolicies = ({ body }: LoggedEvent) => body.kind === 'policy.changed';

/** What may be done without asking, and what never may. */
export function Policies({ language }: { readonly language: ReactNode }) {
  const api = useApi();
  const { data, trouble, refresh } = useFresh((from) => from.policies.list(), aboutPolicies);
  const change = usePress();
  const items = data?.items ?? [];
  const level = items.find((policy) => policy.kind === 'autonomy');
  const firstWeek = items.find((policy) => policy.kind === 'first-week');
  const limits = items.find((policy) => policy.kind === 'limits');
  const hold = items.find((policy) => policy.kind === 'hold');
  const suspicion = items.find((policy) => policy.kind === 'suspicion');
  const most = limits?.limits ?? null;
  const seconds = hold?.holdSeconds ?? null;
  const counted = suspicion?.suspicion ?? null;
  const guardrails = items.filter((policy) => policy.kind === 'guardrail');
  const problem = change.trouble ?? trouble;

  const update = (to: Parameters<typeof api.policies.update>[0]) =>
    change.press(async () => {
      await api.policies.update(to);
      refresh();
    });

  return (
    <Page title={policiesWords.title} intro={policiesWords.intro}>
      {problem ? <Notice tone="danger">{troubleSentence(problem)}</Notice> : null}
      {data === null && !trouble ? (
        <div role="status">
          <Unseen>{policiesWords.loading}</Unseen>
          <Skeleton lines={6} />
        </div>
      ) : null}
      {level ? (
        <Section title={policiesWords.autonomy}>
          <RadioCards
            label={policiesWords.autonomy}
            value={level.autonomy}
            options={autonomyChoices}
            onChange={(autonomy) => void update({ id: level.id, autonomy })}
          />
          {level.autonomy === null ? null : (
            <WhatWouldChange level={level.autonomy} inFirstWeek={firstWeek?.enabled === true} />
          )}
        </Section>
      ) : null}
      {firstWeek ? (
        <Section title={policiesWords.firstWeek}>
          <List>
            <ListRow
              title={<Text weight="medium">{policiesWords.firstWeekSwitch}</Text>}
              detail={firstWeekDetail(firstWeek)}
              trailing={
                <Switch
                  label={policiesWords.firstWeekSwitch}
                  on={firstWeek.enabled}
                  disabled={!firstWeek.editable || change.busy}
                  onChange={(enabled) => void update({ id: firstWeek.id, enabled })}
                />
              }
            />
          </List>
        </Section>
      ) : null}
      {level ? <SuggestedRules /> : null}
      {level ? <OwnRules inFirstWeek={firstWeek?.enabled === true} /> : null}
      {limits && most ? (
        <RuleSentences
          words={limitWords}
          sentences={limitSentences(most)}
          busy={change.busy}
          onSave={(numbers) => update({ id: limits.id, limits: limitsWith(most, numbers) })}
        />
      ) : null}
      {hold && seconds !== null ? (
        <RuleSentences
          words={holdWords}
          sentences={holdSentences(seconds)}
          busy={change.busy}
          onSave={(numbers) => update({ id: hold.id, holdSeconds: numbers.get('hold.seconds') })}
        />
      ) : null}
      {suspicion && counted ? (
        <RuleSentences
          words={suspicionWords}
          sentences={suspicionSentences(counted)}
          busy={change.busy}
          onSave={(numbers) => update({ id: suspicion.id, suspicion: suspicionLimitsWith(counted, numbers) })}
        />
      ) : null}
      {guardrails.length > 0 ? (
        <Section title={policiesWords.guardrails}>
          <Text size="small" tone="quiet">
            {policiesWords.guardrailsNote}
          </Text>
          <List label={policiesWords.guardrails}>
            {guardrails.map((guardrail) => (
              <ListRow key={guardrail.id} leading={<RowIcon icon={ShieldCheck} />} title={guardrail.says} />
            ))}
          </List>
        </Section>
      ) : null}
      <AccessKeys />
      <Section title={languageWords.title}>{language}</Section>
    </Page>
  );
}

function firstWeekDetail({ enabled, until }: Policy): string {
  if (!enabled) return policiesWords.firstWeekOff;
  return until === null ? policiesWords.firstWeekOn : firstWeekUntil(until);
}
