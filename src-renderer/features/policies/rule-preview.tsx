import { SetOff } from '#renderer/design/set-off.tsx';
import { Text } from '#renderer/design/text.tsx';
import type { TriedRule } from '#renderer/features/policies/use-tried-rule.ts';
import { makeRuleWords, wouldHaveChanged } from '#renderer/words/own-rules.ts';
import { policiesWords } from '#renderer/words/policies.ts';

type RulePreviewProps = {
  readonly tried: TriedRule | null;
  /** Then it holds only after that, and is said to. */
  readonly inFirstWeek: boolean;
};

/** Before a rule is made: how it will read, and what it would have changed. */
export function RulePreview({ tried, inFirstWeek }: RulePreviewProps) {
  return (
    <div role="status">
      {tried === null ? null : (
        <SetOff>
          <Text size="small" tone="quiet">
            {makeRuleWords.willRead}
          </Text>
          <Text weight="medium">{tried.says}</Text>
          {inFirstWeek && tried.change.looked > 0 ? <Text size="small">{policiesWords.afterFirstWeek}</Text> : null}
          <Text size="small">{wouldHaveChanged(tried.change)}</Text>
        </SetOff>
      )}
    </div>
  );
}
