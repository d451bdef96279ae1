import type { LanguageState } from '#contract/api/language.ts';
import { LanguageChoiceSchema } from '#contract/language/language.ts';
import type { LoggedEvent } from '#contract/model/event.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Chips } from '#renderer/design/chips.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { languageLater, languageName, languageNow, languageWords } from '#renderer/words/language.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const options = LanguageChoiceSchema.options.map((value) => ({
  value,
  label: languageName(value),
  lang: value === 'auto' ? undefined : value,
}));

const aboutLanguage = ({ body }: LoggedEvent) => body.kind === 'language.changed';

/** Which language everything is in. What is loaded stays as it is until the app has started again. */
export function LanguageChoice() {
  const api = useApi();
  const { data, trouble, refresh } = useFresh((from) => from.language.get(), aboutLanguage, 'at once');
  const change = usePress();
  const problem = change.trouble ?? trouble;
  return (
    <Stack>
      <Chips
        label={languageWords.title}
        value={data?.choice ?? null}
        options={options}
        onChange={(choice) =>
          void change.press(async () => {
            await api.language.choose({ choice });
            refresh();
          })
        }
      />
      <div role="status">{data === null || data.next === data.speaks ? null : <Notice>{whenSpoken(data)}</Notice>}</div>
      {problem ? <Notice tone="danger">{troubleSentence(problem)}</Notice> : null}
    </Stack>
  );
}

const whenSpoken = ({ next, startsAgain }: LanguageState): string =>
  startsAgain ? languageNow(next) : languageLater(next);
