import type { MemoryItem } from '#contract/model/memory-item.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Link } from '#renderer/design/link.tsx';
import { Quote } from '#renderer/design/quote.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { endWords, learntWords, memoryWords, quoteWords } from '#renderer/words/memory.ts';

type MemorySourceProps = { readonly item: MemoryItem; readonly describedBy: string };

/** The very words that it was learnt from, when, and the request that they stand in. */
export function MemorySource({ item, describedBy }: MemorySourceProps) {
  const { quote, runId } = item.learnt;
  return (
    <Disclosure label={memoryWords.details} describedBy={describedBy}>
      <Stack gap={8}>
        <Text tone="quiet">{`${learntWords(item)}. ${quoteWords(item)}`}</Text>
        {quote === null ? null : <Quote>{quote}</Quote>}
        {runId === null ? null : <Link href={hrefOf({ screen: 'run', runId })}>{memoryWords.open}</Link>}
        {item.keptUntil === null ? null : <Text tone="quiet">{endWords(item.keptUntil)}</Text>}
      </Stack>
    </Disclosure>
  );
}
