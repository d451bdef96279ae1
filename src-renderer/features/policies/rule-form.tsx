import { useState } from 'react';
import type { Automation } from '#contract/model/automation.ts';
import type { Integration } from '#contract/model/integration.ts';
import type { NewRule, RuleTemplate } from '#contract/model/own-rule.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Fields, Form } from '#renderer/design/form.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { SelectField } from '#renderer/design/select-field.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Heading } from '#renderer/design/text.tsx';
import { BlankField } from '#renderer/features/policies/blank-field.tsx';
import { DaysChoice } from '#renderer/features/policies/days-choice.tsx';
import { actionsFor } from '#renderer/features/policies/rule-actions.ts';
import { blanksInOrder, readBlanks, startOf } from '#renderer/features/policies/rule-draft.ts';
import { RulePreview } from '#renderer/features/policies/rule-preview.tsx';
import { OpenSentence } from '#renderer/features/policies/sentence-picker.tsx';
import { useTriedRule } from '#renderer/features/policies/use-tried-rule.ts';
import { blankProblems, makeRuleWords } from '#renderer/words/own-rules.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type RuleFormProps = {
  readonly template: RuleTemplate;
  readonly integrations: readonly Integration[];
  readonly automations: readonly Automation[];
  readonly inFirstWeek: boolean;
  readonly onDone: () => void;
  readonly onAnother: () => void;
  readonly onBack: () => void;
};

/** The blanks of one sentence, and what comes of them before it is made a rule. */
export function RuleForm(props: RuleFormProps) {
  const { template, integrations, automations, inFirstWeek, onDone, onAnother, onBack } = props;
  const api = useApi();
  const { busy, trouble, press } = usePress();
  const [typed, setTyped] = useState(() => startOf(template));
  const [days, setDays] = useState('90');
  const [automationId, setAutomationId] = useState('');
  const [tried, setTried] = useState(false);
  const { blanks, wrong } = readBlanks(template, typed);
  const allows = template.does === 'allows';
  const rule: NewRule = {
    template: template.id,
    blanks,
    days: Number(days),
    ...(automationId === '' ? {} : { automationId }),
  };
  const preview = useTriedRule(wrong.size === 0 ? rule : null);

  const make = () => {
    setTried(true);
    if (wrong.size > 0) return;
    void press(async () => void (await api.policies.addRule(rule))).then((made) => {
      if (made) onDone();
    });
  };
  return (
    <Form
      label={makeRuleWords.form}
      onSubmit={make}
      buttons={
        <>
          <Button kind="primary" type="submit" busy={busy}>
            {makeRuleWords.make}
          </Button>
          <Button onPress={onAnother}>{makeRuleWords.another}</Button>
          <Button onPress={onBack}>{makeRuleWords.back}</Button>
        </>
      }
    >
      <Stack gap={16} grow>
        <Heading level={3} size="lead">
          <OpenSentence template={template} />
        </Heading>
        <Fields>
          {blanksInOrder(template).map(([name, kind], at) => (
            <BlankField
              key={name}
              template={template}
              name={name}
              kind={kind}
              typed={typed}
              actions={actionsFor(template, integrations)}
              autoFocus={at === 0}
              error={tried && wrong.has(name) ? blankProblems[kind] : null}
              onType={(key, text) => setTyped((before) => ({ ...before, [key]: text }))}
            />
          ))}
        </Fields>
        {allows ? <DaysChoice label={makeRuleWords.days} value={days} onChange={setDays} /> : null}
        {automations.length > 0 ? (
          <SelectField
            label={makeRuleWords.automation}
            value={automationId}
            groups={[
              { heading: '', options: [{ value: '', label: makeRuleWords.everywhere }] },
              {
                heading: makeRuleWords.onlyIn,
                options: automations.map(({ id, sentence }) => ({ value: id, label: sentence })),
              },
            ]}
            onChange={setAutomationId}
          />
        ) : null}
        <RulePreview tried={preview} inFirstWeek={inFirstWeek} />
        {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      </Stack>
    </Form>
  );
}
