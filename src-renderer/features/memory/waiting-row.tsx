import { CircleQuestionMark } from 'lucide-react';
import { type MemoryItem, memoryWordsOf } from '#contract/model/memory-item.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Quote } from '#renderer/design/quote.tsx';
import { RowIcon } from '#renderer/design/row-icon.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { insteadWords, learntWords, memoryWords } from '#renderer/words/memory.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type WaitingRowProps = {
  readonly item: MemoryItem;
  /** What a yes would put it in place of. */
  readonly instead: MemoryItem | undefined;
  readonly onChanged: () => void;
};

/** Something that was gathered, with the words that it was gathered from, and the two answers. */
export function WaitingRow({ item, instead, onChanged }: WaitingRowProps) {
  const api = useApi();
  const { busy, trouble, press } = usePress();
  const answer = (yes: boolean) =>
    void press(async () => {
      await api.memory.confirm({ id: item.id, yes });
      onChanged();
    });
  return (
    <ListRow
      leading={<RowIcon icon={CircleQuestionMark} />}
      title={memoryWordsOf(item)}
      detail={learntWords(item)}
      below={
        <Stack gap={8}>
          {item.learnt.quote === null ? null : <Quote>{item.learnt.quote}</Quote>}
          {instead ? <span>{insteadWords(memoryWordsOf(instead))}</span> : null}
          <Row wrap>
            <Button kind="primary" busy={busy} onPress={() => answer(true)}>
              {memoryWords.yes}
            </Button>
            <Button onPress={() => answer(false)}>{memoryWords.no}</Button>
          </Row>
          {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
        </Stack>
      }
    />
  );
}
