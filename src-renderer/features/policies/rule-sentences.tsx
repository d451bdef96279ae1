import { useState } from 'react';
import { Button } from '#renderer/design/button.tsx';
import { FillIn } from '#renderer/design/fill-in.tsx';
import { Form } from '#renderer/design/form.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Section } from '#renderer/design/page.tsx';
import { Text } from '#renderer/design/text.tsx';
import {
  changedNumbers,
  keyOf,
  problemOf,
  type RuleSentence,
  type Typed,
} from '#renderer/features/policies/sentence-numbers.ts';

type RuleSentencesProps = {
  readonly words: { readonly title: string; readonly note: string; readonly form: string; readonly save: string };
  readonly sentences: readonly RuleSentence[];
  readonly busy: boolean;
  /** Takes the numbers that are other than before, by `keyOf`. */
  readonly onSave: (numbers: ReadonlyMap<string, number>) => Promise<boolean>;
};

/** Rules that read as sentences, with their numbers to be written in. */
export function RuleSentences({ words, sentences, busy, onSave }: RuleSentencesProps) {
  const [typed, setTyped] = useState<Typed>({});
  const [tried, setTried] = useState(false);
  const textOf = (sentence: RuleSentence, { name, shown }: RuleSentence['blanks'][number]) =>
    typed[keyOf(sentence, name)] ?? shown;
  const isWrong = sentences.some((each) => each.blanks.some((blank) => problemOf(blank, textOf(each, blank)) !== null));
  const changed = changedNumbers(sentences, typed);

  const submit = () => {
    setTried(isWrong);
    if (isWrong || changed.size === 0) return;
    void onSave(changed).then((saved) => {
      if (saved) setTyped({});
    });
  };
  return (
    <Section title={words.title}>
      <Text size="small" tone="quiet">
        {words.note}
      </Text>
      <Form
        label={words.form}
        onSubmit={submit}
        buttons={
          <Button kind="primary" type="submit" busy={busy} disabled={changed.size === 0}>
            {words.save}
          </Button>
        }
      >
        <List label={words.form}>
          {sentences.map((sentence) => (
            <ListRow
              key={sentence.key}
              title={
                <FillIn
                  sentence={sentence.says}
                  blanks={sentence.blanks.map((blank) => {
                    const value = textOf(sentence, blank);
                    return { ...blank, value, error: tried ? problemOf(blank, value) : null };
                  })}
                  onChange={(name, text) => setTyped((before) => ({ ...before, [keyOf(sentence, name)]: text }))}
                />
              }
            />
          ))}
        </List>
      </Form>
    </Section>
  );
}
