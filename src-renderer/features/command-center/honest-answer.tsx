import type { RunSummary } from '#contract/model/run.ts';
import { Suggestions } from '#renderer/design/chips.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { runWords } from '#renderer/words/command-center.ts';
import { askLanguage } from '#renderer/words/language.ts';

type HonestAnswerProps = {
  readonly answer: NonNullable<RunSummary['answer']>;
  readonly onPick: (sentence: string) => void;
};

/** What stands in place of a plan when there is none: one plain sentence, and what would work. */
export function HonestAnswer({ answer, onPick }: HonestAnswerProps) {
  return (
    <Stack gap={16}>
      <div role="status">
        <Heading level={1} size="lead">
          {answer.says}
        </Heading>
      </div>
      {answer.examples.length > 0 ? (
        <Stack gap={8}>
          <Text size="small" tone="quiet" weight="semibold">
            {runWords.tryThese}
          </Text>
          <Suggestions label={runWords.tryThese} texts={answer.examples} lang={askLanguage} onPick={onPick} />
        </Stack>
      ) : null}
    </Stack>
  );
}
