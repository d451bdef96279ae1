import type { SignInForm } from '#contract/model/account.ts';
import { OutwardLink } from '#renderer/design/outward-link.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Steps } from '#renderer/design/steps.tsx';
import { Text } from '#renderer/design/text.tsx';
import { integrationsWords } from '#renderer/words/integrations.ts';

/** How the person comes by what the form asks for. */
export function SignInGuide({ guide }: Pick<SignInForm, 'guide'>) {
  return (
    <Steps label={integrationsWords.guide}>
      {guide.map(({ says, link }) => (
        <Stack key={says} gap={0}>
          <Text size="small">{says}</Text>
          {link === null ? null : <OutwardLink href={link}>{new URL(link).host + new URL(link).pathname}</OutwardLink>}
        </Stack>
      ))}
    </Steps>
  );
}
