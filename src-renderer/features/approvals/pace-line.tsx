import { usePace, useSlowDown } from '#renderer/client/pace.ts';
import { Spoken, Text } from '#renderer/design/text.tsx';
import { paceSays, waitSays } from '#renderer/words/approvals.ts';

/** How often the person was asked today; and, once, that the next card waits a moment for them. */
export function PaceLine() {
  const pace = usePace();
  const slow = useSlowDown();
  const says = pace === null ? null : paceSays(pace);
  return (
    <>
      {says === null ? null : (
        <Text size="small" tone="quiet" figures>
          {says}
        </Text>
      )}
      <Spoken>{slow === null ? null : waitSays(slow.says, slow.seconds)}</Spoken>
    </>
  );
}
