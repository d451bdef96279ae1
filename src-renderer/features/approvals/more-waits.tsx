import { Button } from '#renderer/design/button.tsx';
import { Row } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { approvalsWords, moreWaitSays } from '#renderer/words/approvals.ts';

type MoreWaitsProps = { readonly shown: number; readonly total: number; readonly onMore: (() => void) | null };

/** That more wait than are shown, and the way to them. */
export function MoreWaits({ shown, total, onMore }: MoreWaitsProps) {
  return (
    <Row gap={12} wrap>
      <Text tone="quiet" figures>
        {moreWaitSays(shown, total, onMore === null)}
      </Text>
      {onMore === null ? null : <Button onPress={onMore}>{approvalsWords.showMore}</Button>}
    </Row>
  );
}
