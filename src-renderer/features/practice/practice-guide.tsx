import type { LoggedEvent } from '#contract/model/event.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Suggestions } from '#renderer/design/chips.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Section } from '#renderer/design/page.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { StateMark } from '#renderer/design/state-mark.tsx';
import { Text, Unseen } from '#renderer/design/text.tsx';
import { triedIn } from '#renderer/features/practice/tried-in.ts';
import { askLanguage } from '#renderer/words/language.ts';
import { practiceLooks, practiceLooksLabel, practiceTasks, practiceWords } from '#renderer/words/practice.ts';

const MOST_READ = 500;
const aboutPractice = ({ body }: LoggedEvent) =>
  body.kind === 'approval.answered' || body.kind === 'undo.happened' || body.kind === 'pause.set';

/** On the home screen of the practice life: what to rehearse, and what was rehearsed already. */
export function PracticeGuide({ onPick }: { readonly onPick: (sentence: string) => void }) {
  const { data } = useFresh((api) => api.events.history({ limit: MOST_READ }), aboutPractice);
  const tried = triedIn(data?.items ?? []);
  return (
    <Section title={practiceWords.guide}>
      <Text size="small" tone="quiet">
        {tried.size === practiceTasks.length ? practiceWords.allTried : practiceWords.guideSays}
      </Text>
      <List label={practiceWords.guide}>
        {practiceTasks.map(({ key, title, says, sentences }) => (
          <ListRow
            key={key}
            leading={<StateMark mark={tried.has(key) ? 'done' : 'waiting'} />}
            title={
              <Text as="span" weight="medium">
                {title}
                <Unseen>{` (${tried.has(key) ? practiceWords.tried : practiceWords.notTried})`}</Unseen>
              </Text>
            }
            detail={says}
            below={<Suggestions label={title} texts={sentences} lang={askLanguage} onPick={onPick} />}
          />
        ))}
      </List>
      <Stack gap={8}>
        <Text size="small" tone="quiet">
          {practiceLooksLabel}
        </Text>
        <Suggestions label={practiceLooksLabel} texts={practiceLooks} lang={askLanguage} onPick={onPick} />
      </Stack>
    </Section>
  );
}
