import { LoneScreen } from '#renderer/design/frame.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { closedDoor } from '#renderer/words/frame.ts';

/** Where the page was opened without its token, or the token no longer opens anything. */
export function ClosedDoor() {
  return (
    <LoneScreen>
      <Stack gap={8}>
        <Heading level={1}>{closedDoor.title}</Heading>
        <Text tone="quiet">{closedDoor.says}</Text>
        <Text>{closedDoor.next}</Text>
      </Stack>
    </LoneScreen>
  );
}
