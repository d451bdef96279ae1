import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { LoggedEvent } from '#contract/model/event.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Button } from '#renderer/design/button.tsx';
import { Card } from '#renderer/design/card.tsx';
import { CardBody } from '#renderer/design/card-body.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/page.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { AddToolServerForm } from '#renderer/features/integrations/add-tool-server-form.tsx';
import { PasswordsNotice } from '#renderer/features/integrations/passwords-notice.tsx';
import { ToolServerCard } from '#renderer/features/integrations/tool-server-card.tsx';
import { toolServerWords } from '#renderer/words/tool-servers.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const aboutTools = ({ body }: LoggedEvent) =>
  body.kind === 'integration.changed' || body.kind.startsWith('tool') || body.kind === 'effect.happened';

/** Programs that the person added, with what each of their tools is known to do. */
export function ToolServersSection() {
  const { data, trouble, refresh } = useFresh((api) => api.toolServers.list(), aboutTools);
  const [adding, setAdding] = useState(false);
  const [says, setSays] = useState<string | null>(null);
  if (data === null) return trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null;

  const begin = () => {
    setSays(null);
    setAdding(true);
  };
  const removed = (told: string) => {
    setSays(told);
    refresh();
  };
  return (
    <Section title={toolServerWords.title}>
      <Text size="small" tone="quiet">
        {toolServerWords.intro}
      </Text>
      {says === null ? null : (
        <div role="status">
          <Notice>{says}</Notice>
        </div>
      )}
      <Stack gap={12}>
        {data.items.map((server) => (
          <ToolServerCard key={server.provider} server={server} onChanged={refresh} onRemoved={removed} />
        ))}
        {adding ? (
          <Card flush>
            <CardBody>
              <PasswordsNotice />
              <AddToolServerForm
                onAdded={() => {
                  setAdding(false);
                  refresh();
                }}
                onBack={() => setAdding(false)}
              />
            </CardBody>
          </Card>
        ) : (
          <Row spread wrap>
            <Text tone="quiet">{data.items.length === 0 ? toolServerWords.noneYet : ''}</Text>
            <Button icon={Plus} onPress={begin}>
              {toolServerWords.add}
            </Button>
          </Row>
        )}
      </Stack>
    </Section>
  );
}
