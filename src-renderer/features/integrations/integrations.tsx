import { Plug } from 'lucide-react';
import type { LoggedEvent } from '#contract/model/event.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Page, Section } from '#renderer/design/page.tsx';
import { Skeleton } from '#renderer/design/skeleton.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Unseen } from '#renderer/design/text.tsx';
import { IntegrationCard } from '#renderer/features/integrations/integration-card.tsx';
import { ModelsSection } from '#renderer/features/integrations/models-section.tsx';
import { PasswordsNotice } from '#renderer/features/integrations/passwords-notice.tsx';
import { ToolServersSection } from '#renderer/features/integrations/tool-servers-section.tsx';
import { integrationsWords } from '#renderer/words/integrations.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutIntegrations = ({ body }: LoggedEvent) =>
  body.kind === 'integration.changed' || body.kind === 'effect.happened' || body.kind === 'undo.happened';

const places = [
  { lives: 'computer', title: integrationsWords.onComputer },
  { lives: 'account', title: integrationsWords.accounts },
] as const;

export function Integrations() {
  const { data, trouble, refresh } = useFresh((api) => api.integrations.list(), aboutIntegrations);
  const items = data?.items ?? [];
  return (
    <Page title={integrationsWords.title} intro={integrationsWords.intro}>
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      {data === null && !trouble ? (
        <div role="status">
          <Unseen>{integrationsWords.loading}</Unseen>
          <Skeleton lines={4} />
        </div>
      ) : null}
      {data !== null && items.length === 0 ? (
        <EmptyState icon={Plug} title={integrationsWords.emptyTitle} says={integrationsWords.emptySays} />
      ) : null}
      {items.some(({ account }) => account !== null && account.name !== null) ? <PasswordsNotice /> : null}
      {places.map((place) => {
        const here = items.filter((item) => item.lives === place.lives && !item.added);
        return here.length === 0 ? null : (
          <Section key={place.lives} title={place.title}>
            <Stack gap={12}>
              {here.map((integration) => (
                <IntegrationCard key={integration.provider} integration={integration} onChanged={refresh} />
              ))}
            </Stack>
          </Section>
        );
      })}
      <ToolServersSection />
      <ModelsSection />
    </Page>
  );
}
