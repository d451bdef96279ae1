import { useId, useState } from 'react';
import type { Question } from '#contract/model/plan.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { putRun } from '#renderer/client/runs.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Card } from '#renderer/design/card.tsx';
import { Suggestions } from '#renderer/design/chips.tsx';
import { Form } from '#renderer/design/form.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { TextArea } from '#renderer/design/text-area.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { runWords } from '#renderer/words/command-center.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type QuestionCardProps = { readonly runId: string; readonly question: Question };

/** One question, asked instead of guessing. */
export function QuestionCard({ runId, question }: QuestionCardProps) {
  const api = useApi();
  const id = useId();
  const [text, setText] = useState('');
  const { busy, trouble, press } = usePress();

  const answer = (words: string) =>
    void press(async () => {
      if (words.trim() === '') return;
      putRun(await api.workflows.answer({ id: runId, questionId: question.id, text: words }));
    });

  const field = {
    label: runWords.answerLabel,
    value: text,
    error: trouble ? troubleSentence(trouble) : null,
    autoFocus: true,
    onChange: setText,
  };
  return (
    <Card as="section" labelledBy={id}>
      <Stack gap={16}>
        <Stack gap={4}>
          <Heading level={1} size="lead" id={id}>
            {question.says}
          </Heading>
          {question.about === '' ? null : (
            <Text size="small" tone="quiet">
              {runWords.about(question.about)}
            </Text>
          )}
        </Stack>
        {question.choices.length > 0 ? (
          <Suggestions label={runWords.answerChoices} texts={question.choices} onPick={answer} />
        ) : null}
        <Form
          label={question.says}
          onSubmit={() => answer(text)}
          buttons={
            <Button kind="primary" type="submit" busy={busy} disabled={text.trim() === ''}>
              {runWords.answerSend}
            </Button>
          }
        >
          {question.long ? <TextArea {...field} lines={4} /> : <TextField {...field} />}
        </Form>
      </Stack>
    </Card>
  );
}
