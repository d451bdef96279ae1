import { Download } from 'lucide-react';
import { useId } from 'react';
import type { Capability, Integration } from '#contract/model/integration.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { saveFile } from '#renderer/client/save-file.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Badge } from '#renderer/design/badge.tsx';
import { Button } from '#renderer/design/button.tsx';
import { Card } from '#renderer/design/card.tsx';
import { CardBody } from '#renderer/design/card-body.tsx';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { IconTile } from '#renderer/design/icon-tile.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { RiskMark } from '#renderer/design/risk-mark.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Switch } from '#renderer/design/switch.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { AccountPart } from '#renderer/features/integrations/account-part.tsx';
import { FoldersPart } from '#renderer/features/integrations/folders-part.tsx';
import { iconOfProvider } from '#renderer/features/integrations/provider-icons.ts';
import { TakesFile } from '#renderer/features/integrations/takes-file.tsx';
import { capitalised } from '#renderer/words/capitalised.ts';
import { capabilityWords, deliveryWords, integrationsWords } from '#renderer/words/integrations.ts';
import { riskWords } from '#renderer/words/risk.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

const toneOf: Readonly<Record<Capability, 'done' | 'warn' | 'quiet'>> = {
  supported: 'done',
  partial: 'warn',
  planned: 'quiet',
};

type IntegrationCardProps = { readonly integration: Integration; readonly onChanged: () => void };

export function IntegrationCard({ integration, onChanged }: IntegrationCardProps) {
  const api = useApi();
  const titleId = useId();
  const { busy, trouble, press } = usePress();
  const { provider, title, connected, account, folders } = integration;
  const isSwitch = account === null && folders === null;

  const change = (on: boolean) =>
    void press(async () => {
      await (on ? api.integrations.connect({ provider }) : api.integrations.disconnect({ provider }));
      onChanged();
    });

  return (
    <Card as="article" labelledBy={titleId} flush>
      <CardBody>
        <Row gap={16} align="start">
          <IconTile icon={iconOfProvider(provider)} />
          <Stack gap={4} grow>
            <Row gap={8} wrap>
              <Heading level={3} id={titleId}>
                {title}
              </Heading>
              <Standing integration={integration} />
            </Row>
            <Text tone="quiet">{connected || !isSwitch ? integration.says : integrationsWords.switchedOff}</Text>
          </Stack>
          {integration.capability === 'planned' || !isSwitch ? null : (
            <Switch label={integrationsWords.switchLabel(title)} on={connected} disabled={busy} onChange={change} />
          )}
        </Row>
        {account === null ? null : (
          <AccountPart integration={integration} account={account} titleId={titleId} onChanged={onChanged} />
        )}
        {folders === null ? null : <FoldersPart {...{ provider, folders, titleId, onChanged }} />}
        {integration.signInDue && account === null ? (
          <Notice
            tone="warn"
            action={
              <Button busy={busy} onPress={() => change(true)}>
                {integrationsWords.signInAgain}
              </Button>
            }
          >
            {integrationsWords.signInDue}
          </Notice>
        ) : null}
        {integration.takesFile !== null && connected ? (
          <TakesFile provider={provider} takesFile={integration.takesFile} titleId={titleId} />
        ) : null}
        {integration.files.length > 0 ? <Files integration={integration} /> : null}
        {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      </CardBody>
      {integration.actions.length > 0 ? (
        <CardBody tight>
          <Disclosure label={integrationsWords.canDo} describedBy={titleId}>
            <Actions integration={integration} />
          </Disclosure>
        </CardBody>
      ) : null}
    </Card>
  );
}

/** Whether it works, in a word or two. What is switched off says so itself. */
function Standing({ integration: { connected, account, folders, capability } }: { readonly integration: Integration }) {
  if (connected && account?.health.lastFailure) return <Badge tone="warn">{integrationsWords.notNow}</Badge>;
  if (connected || capability !== 'supported') {
    return <Badge tone={toneOf[capability]}>{capabilityWords[capability]}</Badge>;
  }
  return account === null && folders === null ? null : <Badge>{integrationsWords.canBeSetUp}</Badge>;
}

function Actions({ integration }: { readonly integration: Integration }) {
  return (
    <List label={integrationsWords.canDo} boxed={false} dense>
      {integration.actions.map((action) => (
        <ListRow
          key={action.name}
          title={action.title}
          detail={`${capitalised(deliveryWords[action.delivery])}${action.risk === 'L0' ? '' : `; ${action.undoable ? integrationsWords.undoable : integrationsWords.notUndoable}`}.`}
          trailing={<RiskMark risk={action.risk} words={riskWords[action.risk]} />}
        />
      ))}
    </List>
  );
}

function Files({ integration }: { readonly integration: Integration }) {
  const api = useApi();
  const { trouble, press } = usePress();
  const { provider } = integration;
  return (
    <Stack gap={4}>
      <Text size="small" tone="quiet">
        {integrationsWords.files}
      </Text>
      <Row gap={8} wrap>
        {integration.files.map((file) => (
          <Button
            key={file.name}
            icon={Download}
            onPress={() =>
              void press(async () => saveFile(await api.integrations.file({ provider, name: file.name }), file.name))
            }
          >
            {integrationsWords.save(file.title)}
          </Button>
        ))}
      </Row>
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
    </Stack>
  );
}
