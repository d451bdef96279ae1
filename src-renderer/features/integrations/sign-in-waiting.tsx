import type { SignIn } from '#contract/model/account.ts';
import type { Trouble } from '#renderer/client/trouble.ts';
import { Button } from '#renderer/design/button.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { OutwardLink } from '#renderer/design/outward-link.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { integrationsWords } from '#renderer/words/integrations.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type SignInWaitingProps = {
  readonly title: string;
  readonly begun: SignIn;
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  readonly onAgain: () => void;
  readonly onBack: () => void;
};

/** While the person is in the browser; and what became of it, where it did not go well. */
export function SignInWaiting({ title, begun, busy, trouble, onAgain, onBack }: SignInWaitingProps) {
  return (
    <Stack gap={16}>
      <div role="status">
        <Stack gap={4}>
          <Text weight="medium">{integrationsWords.waiting(title)}</Text>
          <Text tone="quiet">
            {begun.isOpened ? integrationsWords.waitingOpened(title) : integrationsWords.waitingToOpen(title)}
          </Text>
        </Stack>
      </div>
      {busy ? (
        <OutwardLink href={begun.url}>
          {begun.isOpened ? integrationsWords.openAgain : integrationsWords.openPage(title)}
        </OutwardLink>
      ) : null}
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      <Row gap={8} wrap>
        {trouble ? (
          <Button kind="primary" onPress={onAgain}>
            {integrationsWords.tryAgain}
          </Button>
        ) : null}
        <Button onPress={onBack}>{integrationsWords.back}</Button>
      </Row>
    </Stack>
  );
}
