import { useState } from 'react';
import type { RuleTemplateId } from '#contract/model/own-rule.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Unseen } from '#renderer/design/text.tsx';
import { RuleForm } from '#renderer/features/policies/rule-form.tsx';
import { SentencePicker } from '#renderer/features/policies/sentence-picker.tsx';
import { makeRuleWords } from '#renderer/words/own-rules.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type MakeRuleProps = {
  readonly inFirstWeek: boolean;
  readonly onDone: () => void;
  readonly onBack: () => void;
};

/** First the sentence, then its blanks; only then is the rule made. */
export function MakeRule({ inFirstWeek, onDone, onBack }: MakeRuleProps) {
  const [chosen, setChosen] = useState<RuleTemplateId | null>(null);
  const { data, trouble } = useFresh(
    async (api) => {
      const [templates, integrations, automations] = await Promise.all([
        api.policies.templates(),
        api.integrations.list(),
        api.automations.list(),
      ]);
      return { templates: templates.items, integrations: integrations.items, automations: automations.items };
    },
    ({ body }) => body.kind === 'integration.changed',
  );
  if (data === null) {
    return trouble ? (
      <Notice tone="danger">{troubleSentence(trouble)}</Notice>
    ) : (
      <div role="status">
        <Unseen>{makeRuleWords.loading}</Unseen>
        <Skeleton lines={4} />
      </div>
    );
  }
  const template = data.templates.find(({ id }) => id === chosen);
  if (!template) return <SentencePicker templates={data.templates} onPick={setChosen} onBack={onBack} />;
  return (
    <RuleForm
      template={template}
      integrations={data.integrations}
      automations={data.automations}
      inFirstWeek={inFirstWeek}
      onDone={onDone}
      onAnother={() => setChosen(null)}
      onBack={onBack}
    />
  );
}
