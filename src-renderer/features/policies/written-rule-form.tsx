import { useState } from 'react';
import { useApi } from '#renderer/client/api-context.ts';
import type { Trouble } from '#renderer/client/trouble.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Code } from '#renderer/design/code.tsx';
import { Form } from '#renderer/design/form.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { TextArea } from '#renderer/design/text-area.tsx';
import { DaysChoice } from '#renderer/features/policies/days-choice.tsx';
import { RulePreview } from '#renderer/features/policies/rule-preview.tsx';
import { useTriedRule } from '#renderer/features/policies/use-tried-rule.ts';
import { makeRuleWords, writtenRuleWords } from '#renderer/words/own-rules.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type WrittenRuleFormProps = {
  readonly inFirstWeek: boolean;
  readonly onDone: () => void;
  readonly onBack: () => void;
};

/** The other way, for who knows how rules are written: the rule itself. */
export function WrittenRuleForm({ inFirstWeek, onDone, onBack }: WrittenRuleFormProps) {
  const api = useApi();
  const { busy, trouble, press } = usePress();
  const [cedar, setCedar] = useState<string>(writtenRuleWords.example);
  const [days, setDays] = useState('90');
  const [tried, setTried] = useState(false);
  const isEmpty = cedar.trim() === '';
  const rule = { cedar, days: Number(days) };
  const preview = useTriedRule(isEmpty ? null : rule);

  const make = () => {
    setTried(true);
    if (isEmpty) return;
    void press(async () => void (await api.policies.addRule(rule))).then((made) => {
      if (made) onDone();
    });
  };
  return (
    <Form
      label={writtenRuleWords.form}
      onSubmit={make}
      buttons={
        <>
          <Button kind="primary" type="submit" busy={busy}>
            {makeRuleWords.make}
          </Button>
          <Button onPress={onBack}>{makeRuleWords.back}</Button>
        </>
      }
    >
      <Stack gap={16} grow>
        <Text size="small" tone="quiet">
          {writtenRuleWords.intro}
        </Text>
        <TextArea
          label={writtenRuleWords.text}
          value={cedar}
          lines={7}
          code
          error={tried && isEmpty ? writtenRuleWords.needsText : null}
          autoFocus
          onChange={setCedar}
        />
        <DaysChoice label={writtenRuleWords.days} value={days} onChange={setDays} />
        <RulePreview tried={preview} inFirstWeek={inFirstWeek} />
        {trouble ? <NotTaken trouble={trouble} /> : null}
      </Stack>
    </Form>
  );
}

/** The sentence with the line, and under it what Cedar said itself. */
function NotTaken({ trouble }: { readonly trouble: Trouble }) {
  if (trouble.kind !== 'not-accepted') return <Notice tone="danger">{troubleSentence(trouble)}</Notice>;
  return (
    <Stack gap={8}>
      <Notice tone="danger">{trouble.refusal}</Notice>
      {trouble.says === trouble.refusal ? null : <Code>{trouble.says}</Code>}
    </Stack>
  );
}
