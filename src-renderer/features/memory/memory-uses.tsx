import type { LoggedEvent } from '#contract/model/event.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { Link } from '#renderer/design/link.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { memoryWords } from '#renderer/words/memory.ts';
import { whenShort } from '#renderer/words/time.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type MemoryUsesProps = { readonly id: string; readonly uses: number; readonly describedBy: string };

/** The requests that used one thing, each to be opened. */
export function MemoryUses({ id, uses, describedBy }: MemoryUsesProps) {
  return (
    <Disclosure label={memoryWords.usedIn(uses)} describedBy={describedBy}>
      <Uses id={id} />
    </Disclosure>
  );
}

const aboutPlans = ({ body }: LoggedEvent) => body.kind === 'plan.made';

/** Read only once it is opened. */
function Uses({ id }: { readonly id: string }) {
  const { data, trouble } = useFresh((from) => from.memory.uses({ id }), aboutPlans);
  if (trouble) return <Notice tone="danger">{troubleSentence(trouble)}</Notice>;
  if (data === null) return <Skeleton lines={1} />;
  if (data.uses.length === 0) return <Text tone="quiet">{memoryWords.usedNowhere}</Text>;
  return (
    <Stack gap={4}>
      {data.uses.map(({ runId, intent, at }) => (
        <Row key={runId} align="baseline" wrap>
          <Link href={hrefOf({ screen: 'run', runId })}>{intent}</Link>
          <Text as="span" size="small" tone="quiet">
            {whenShort(at)}
          </Text>
        </Row>
      ))}
    </Stack>
  );
}
