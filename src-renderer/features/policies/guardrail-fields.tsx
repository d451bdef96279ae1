import { type ReactNode, useState } from 'react';
import { useApi } from '#renderer/client/api-context.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { FillIn } from '#renderer/design/fill-in.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Text } from '#renderer/design/text.tsx';
import { limitSentences, limitsWith } from '#renderer/features/policies/limit-sentences.ts';
import { changedNumbers, keyOf, problemOf, type Typed } from '#renderer/features/policies/sentence-numbers.ts';
import { useTriedLimits } from '#renderer/features/policies/use-tried-limits.ts';
import { guardrailWords } from '#renderer/words/onboarding.ts';
import { wouldHaveChanged } from '#renderer/words/own-rules.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

/** The limits that a newcomer is asked for: spending, posting, applications, and what one plan may send at once. */
const ASKED = ['other.perDay', 'postsPerDay', 'applicationsPerDay', 'perPlan'];

type GuardrailFieldsProps = {
  /** Is handed the fields, and what puts them in force: true once they are. */
  readonly around: (fields: ReactNode, save: () => Promise<boolean>) => ReactNode;
};

/** The same limits as on the Policies screen, the few that matter at the start. */
export function GuardrailFields({ around }: GuardrailFieldsProps) {
  const api = useApi();
  const { data, trouble } = useFresh(
    (from) => from.policies.list(),
    ({ body }) => body.kind === 'policy.changed',
  );
  const { press, trouble: notSaved } = usePress();
  const [typed, setTyped] = useState<Typed>({});
  const [tried, setTried] = useState(false);
  const limits = data?.items.find(({ kind }) => kind === 'limits')?.limits ?? null;
  const sentences = limits === null ? [] : limitSentences(limits).filter(({ key }) => ASKED.includes(key));
  const textOf = (key: string, { name, shown }: { name: string; shown: string }) =>
    typed[keyOf({ key }, name)] ?? shown;
  const isWrong = sentences.some(({ key, blanks }) =>
    blanks.some((blank) => problemOf(blank, textOf(key, blank)) !== null),
  );
  const numbers = isWrong ? new Map<string, number>() : changedNumbers(sentences, typed);
  const wanted = limits === null || isWrong ? null : limitsWith(limits, numbers);
  const change = useTriedLimits(wanted);

  const save = async (): Promise<boolean> => {
    setTried(isWrong);
    if (isWrong) return false;
    // A press before the numbers came is not lost: what holds goes on to hold.
    if (wanted === null) return trouble === null;
    if (numbers.size === 0) return true;
    return press(async () => {
      await api.policies.update({ id: 'limits', limits: wanted });
      setTyped({});
    });
  };
  const problem = notSaved ?? trouble;
  const fields = (
    <>
      {limits === null && !trouble ? <Skeleton lines={4} /> : null}
      {sentences.length === 0 ? null : (
        <List label={guardrailWords.list}>
          {sentences.map(({ key, says, blanks }) => (
            <ListRow
              key={key}
              title={
                <FillIn
                  sentence={says}
                  blanks={blanks.map((blank) => {
                    const value = textOf(key, blank);
                    return { ...blank, value, error: tried ? problemOf(blank, value) : null };
                  })}
                  onChange={(name, text) => setTyped((before) => ({ ...before, [keyOf({ key }, name)]: text }))}
                />
              }
            />
          ))}
        </List>
      )}
      <Text size="small" tone="quiet">
        {`${change === null ? '' : `${wouldHaveChanged(change)} `}${guardrailWords.more}`}
      </Text>
      {problem ? <Notice tone="danger">{troubleSentence(problem)}</Notice> : null}
    </>
  );
  return around(fields, save);
}
