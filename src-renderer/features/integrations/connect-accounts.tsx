import type { LoggedEvent } from '#contract/model/event.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/page.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { IntegrationCard } from '#renderer/features/integrations/integration-card.tsx';
import { integrationsWords } from '#renderer/words/integrations.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutIntegrations = ({ body }: LoggedEvent) => body.kind === 'integration.changed';

/** The accounts alone, with the same forms as on the Integrations screen. */
export function ConnectAccounts() {
  const { data, trouble, refresh } = useFresh((api) => api.integrations.list(), aboutIntegrations);
  if (data === null) {
    return trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : <Skeleton lines={4} />;
  }
  return (
    <Section title={integrationsWords.accounts}>
      <Stack gap={12}>
        {data.items
          .filter(({ account }) => account !== null)
          .map((integration) => (
            <IntegrationCard key={integration.provider} integration={integration} onChanged={refresh} />
          ))}
      </Stack>
    </Section>
  );
}
