import { Lightbulb } from 'lucide-react';
import { useId } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import type { RuleSuggestion } from '#contract/model/own-rule.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/page.tsx';
import { RowIcon } from '#renderer/design/row-icon.tsx';
import { Row } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { evidenceOf, suggestionWords } from '#renderer/words/own-rules.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutSuggestions = ({ body }: LoggedEvent) =>
  body.kind.startsWith('rule.') || body.kind === 'suggestion.refused' || body.kind === 'approval.answered';

/** Rules that the person's own answers speak for, with how often they did. Nothing is drawn where there is none. */
export function SuggestedRules() {
  const { data } = useFresh((api) => api.policies.suggestions(), aboutSuggestions);
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  const title = items.length === 1 ? suggestionWords.title : suggestionWords.titleOfMany;
  return (
    <Section title={title}>
      <List label={title}>
        {items.map((suggestion) => (
          <SuggestedRule key={suggestion.key} suggestion={suggestion} />
        ))}
      </List>
    </Section>
  );
}

function SuggestedRule({ suggestion: { key, rule, says, evidence } }: { readonly suggestion: RuleSuggestion }) {
  const api = useApi();
  const { busy, trouble, press } = usePress();
  const titleId = useId();
  return (
    <ListRow
      leading={<RowIcon icon={Lightbulb} />}
      title={
        <Text weight="medium" id={titleId}>
          {says}
        </Text>
      }
      detail={evidenceOf(evidence)}
      below={
        <>
          <Row gap={8} wrap>
            <Button
              kind="primary"
              busy={busy}
              describedBy={titleId}
              onPress={() => void press(async () => void (await api.policies.addRule(rule)))}
            >
              {suggestionWords.letIt}
            </Button>
            <Button
              busy={busy}
              describedBy={titleId}
              onPress={() => void press(async () => void (await api.policies.refuseSuggestion({ key })))}
            >
              {suggestionWords.refuse}
            </Button>
          </Row>
          {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
        </>
      }
    />
  );
}
