import type { RuleTemplate, RuleTemplateId } from '#contract/model/own-rule.ts';
import { Button } from '#renderer/design/button.tsx';
import { GappedSentence } from '#renderer/design/gapped-sentence.tsx';
import { PickList } from '#renderer/design/pick-list.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { gapWords, makeRuleWords } from '#renderer/words/own-rules.ts';

type SentencePickerProps = {
  readonly templates: readonly RuleTemplate[];
  readonly onPick: (id: RuleTemplateId) => void;
  readonly onBack: () => void;
};

const groups = [
  { does: 'allows', title: makeRuleWords.allows },
  { does: 'restricts', title: makeRuleWords.restricts },
] as const;

/** The sentences with blanks, to choose one from. */
export function SentencePicker({ templates, onPick, onBack }: SentencePickerProps) {
  return (
    <Stack gap={16}>
      <Heading level={3} size="lead">
        {makeRuleWords.choose}
      </Heading>
      {groups.map(({ does, title }, at) => (
        <Stack key={does} gap={8}>
          <Text size="small" tone="quiet" weight="semibold">
            {title}
          </Text>
          <PickList
            label={title}
            autoFocus={at === 0}
            options={templates
              .filter((template) => template.does === does)
              .map((template) => ({ value: template.id, says: <OpenSentence template={template} /> }))}
            onPick={onPick}
          />
        </Stack>
      ))}
      <Row gap={8}>
        <Button onPress={onBack}>{makeRuleWords.back}</Button>
      </Row>
    </Stack>
  );
}

/** A sentence whose blanks say what belongs there. */
export function OpenSentence({ template: { says, blanks } }: { readonly template: RuleTemplate }) {
  const gaps = Object.fromEntries(Object.entries(blanks).map(([name, kind]) => [name, gapWords[kind]]));
  return <GappedSentence sentence={says} gaps={gaps} />;
}
