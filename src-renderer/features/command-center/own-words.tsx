import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Quote } from '#renderer/design/quote.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { isLongSaying, runWords, shortSaying } from '#renderer/words/command-center.ts';

/** What the person said; of what goes on for pages, because something was pasted, the beginning. */
export function OwnWords({ intent }: { readonly intent: string }) {
  if (!isLongSaying(intent)) return <Quote>{intent}</Quote>;
  return (
    <Stack gap={4}>
      <Quote>{shortSaying(intent)}</Quote>
      <Disclosure label={runWords.allOfIt}>
        <Text lines>{intent}</Text>
      </Disclosure>
    </Stack>
  );
}
