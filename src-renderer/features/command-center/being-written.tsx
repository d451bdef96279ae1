import { Square } from 'lucide-react';
import { useId } from 'react';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import type { TextUnderWay } from '#renderer/client/use-writing.ts';
import { Button } from '#renderer/design/button.tsx';
import { Card } from '#renderer/design/card.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { SetOff } from '#renderer/design/set-off.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { StateMark } from '#renderer/design/state-mark.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { troubleSentence } from '#renderer/words/trouble.ts';
import { visible } from '#renderer/words/visible.ts';
import { writingActs, writingWords } from '#renderer/words/writing.ts';

type BeingWrittenProps = { readonly runId: string; readonly texts: readonly TextUnderWay[] };

/** Where the plan will stand: the texts for it, while they come. */
export function BeingWritten({ runId, texts }: BeingWrittenProps) {
  const [first] = texts;
  return (
    <Stack gap={16}>
      {/* Told once when it begins; the words themselves are not read out one by one. */}
      <div role="status">
        <Heading level={1}>{first && writingWords[first.what].title}</Heading>
      </div>
      <Card flush>
        <List label={writingActs.list} boxed={false}>
          {texts.map((text) => (
            <ListRow
              key={text.id}
              leading={<StateMark mark="working" />}
              title={
                <Text as="span" weight="medium">
                  {visible(text.about)}
                </Text>
              }
              below={<WrittenSoFar runId={runId} text={text} />}
            />
          ))}
        </List>
      </Card>
    </Stack>
  );
}

/** In the line of the step that it is written for. */
export function LineBeingWritten({ runId, texts }: BeingWrittenProps) {
  return texts.map((text) => (
    <Stack key={text.id} gap={4}>
      <div role="status">
        <Text weight="medium">{writingWords[text.what].title}</Text>
      </div>
      <WrittenSoFar runId={runId} text={text} />
    </Stack>
  ));
}

/** A model's words, unchecked: as plain text, with whatever hides in them made visible. */
function WrittenSoFar({ runId, text: { id, what, text } }: { readonly runId: string; readonly text: TextUnderWay }) {
  const api = useApi();
  const noteId = useId();
  const { busy, trouble, press } = usePress();
  const stop = () =>
    void press(async () => {
      await api.writing.stop({ id: runId, writingId: id });
    });
  return (
    <Stack gap={8}>
      <SetOff>
        <Text lines tone={text === '' ? 'quiet' : 'ink'}>
          {text === '' ? writingActs.waiting : visible(text)}
        </Text>
      </SetOff>
      <Row gap={16} wrap spread>
        <Text size="small" tone="quiet" id={noteId}>
          {writingWords[what].note}
        </Text>
        <Button icon={Square} busy={busy} describedBy={noteId} onPress={stop}>
          {writingActs.stop}
        </Button>
      </Row>
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
    </Stack>
  );
}
