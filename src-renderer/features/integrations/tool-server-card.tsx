import { Blocks } from 'lucide-react';
import { useId, useState } from 'react';
import type { ToolServer } from '#contract/model/tool-server.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { Card } from '#renderer/design/card.tsx';
import { CardBody } from '#renderer/design/card-body.tsx';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { IconTile } from '#renderer/design/icon-tile.tsx';
import { List } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Switch } from '#renderer/design/switch.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { ConnectionNotices } from '#renderer/features/integrations/connection-notices.tsx';
import { ToolRow } from '#renderer/features/integrations/tool-row.tsx';
import { integrationsWords } from '#renderer/words/integrations.ts';
import { dayAndTime } from '#renderer/words/time.ts';
import { toolsChangedSentence, toolServerWords as words } from '#renderer/words/tool-servers.ts';

type ToolServerCardProps = {
  readonly server: ToolServer;
  readonly onChanged: () => void;
  readonly onRemoved: (says: string) => void;
};

export function ToolServerCard({ server, onChanged, onRemoved }: ToolServerCardProps) {
  const api = useApi();
  const titleId = useId();
  const { busy, trouble, press } = usePress();
  const [leaving, setLeaving] = useState(false);
  const [says, setSays] = useState<string | null>(null);
  const { provider, name, at, connected, health, tools } = server;
  const changed = tools.filter((tool) => tool.changed).map((tool) => tool.name);

  const turn = (on: boolean) =>
    void press(async () => {
      await (on ? api.integrations.connect({ provider }) : api.integrations.disconnect({ provider }));
    }).then(onChanged);
  const lookAgain = () =>
    void press(async () => {
      setSays(null);
      setSays(words.lookedAgain((await api.toolServers.refresh({ provider })).tools.length));
    }).then(onChanged);
  const remove = () =>
    void press(async () => {
      onRemoved((await api.toolServers.remove({ provider })).says);
    });

  return (
    <Card as="article" labelledBy={titleId} flush>
      <CardBody>
        <Row gap={16} align="start">
          <IconTile icon={Blocks} />
          <Stack gap={4} grow>
            <Heading level={3} id={titleId}>
              {name}
            </Heading>
            <Text size="small" tone="quiet" clip>
              {connected ? at : words.off}
            </Text>
            <Text size="small" tone="quiet">
              {health.lastSyncAt === null
                ? integrationsWords.neverSynced
                : integrationsWords.lastSync(dayAndTime(health.lastSyncAt))}
            </Text>
          </Stack>
          <Switch label={words.switchLabel(name)} on={connected} disabled={busy} onChange={turn} />
        </Row>
        {changed.length > 0 ? <Notice tone="warn">{toolsChangedSentence(changed)}</Notice> : null}
        <ConnectionNotices lastFailure={health.lastFailure} says={says} trouble={trouble} />
        <Row gap={8} wrap>
          {connected ? (
            <Button busy={busy} describedBy={titleId} onPress={lookAgain}>
              {words.lookAgain}
            </Button>
          ) : null}
          <Button describedBy={titleId} onPress={() => setLeaving(true)}>
            {words.remove}
          </Button>
        </Row>
      </CardBody>
      <CardBody tight>
        <Disclosure label={words.tools(tools.length)} describedBy={titleId}>
          <List label={words.tools(tools.length)} boxed={false} dense>
            {tools.map((tool) => (
              <ToolRow key={tool.name} provider={provider} tool={tool} onChanged={onChanged} />
            ))}
          </List>
        </Disclosure>
      </CardBody>
      <ConfirmDialog
        open={leaving}
        title={words.removeTitle(name)}
        says={words.removeSays}
        confirm={words.removeConfirm}
        back={words.removeBack}
        busy={busy}
        onConfirm={remove}
        onClose={() => setLeaving(false)}
      />
    </Card>
  );
}
