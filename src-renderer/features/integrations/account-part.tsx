import { useState } from 'react';
import type { Account } from '#contract/model/account.ts';
import type { Integration } from '#contract/model/integration.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { ConnectForm } from '#renderer/features/integrations/connect-form.tsx';
import { PasswordsNotice } from '#renderer/features/integrations/passwords-notice.tsx';
import { capitalised } from '#renderer/words/capitalised.ts';
import { healthSentence, integrationsWords } from '#renderer/words/integrations.ts';
import { dayAndTime } from '#renderer/words/time.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type AccountPartProps = {
  readonly integration: Integration;
  readonly account: Account;
  readonly titleId: string;
  readonly onChanged: () => void;
};

/** Of a connector with an account: connecting it, how it does, trying it, letting it go. */
export function AccountPart({ integration, account, titleId, onChanged }: AccountPartProps) {
  const api = useApi();
  const [connecting, setConnecting] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [says, setSays] = useState<string | null>(null);
  const { busy, trouble, press } = usePress();
  const { provider, title, connected, signInDue } = integration;
  const { name, health } = account;

  if (connecting) {
    const connectedNow = () => {
      setConnecting(false);
      setSays(integrationsWords.connectedNow);
      onChanged();
    };
    const back = () => setConnecting(false);
    return (
      <>
        {name === null ? <PasswordsNotice /> : null}
        <ConnectForm {...{ provider, title, account }} onConnected={connectedNow} onBack={back} />
      </>
    );
  }

  const begin = (label: string, kind: 'primary' | 'quiet') => (
    <Button kind={kind} describedBy={titleId} onPress={() => setConnecting(true)}>
      {label}
    </Button>
  );
  if (!connected || name === null) {
    return (
      <Row spread wrap>
        <Text tone="quiet">{integrationsWords.notConnected}</Text>
        {begin(integrationsWords.connect, 'primary')}
      </Row>
    );
  }

  const test = () =>
    void press(async () => {
      setSays(null);
      setSays((await api.integrations.test({ provider })).says);
    }).then(onChanged);
  const disconnect = () =>
    void press(async () => {
      setSays(null);
      await api.integrations.disconnect({ provider });
    }).then(() => {
      setLeaving(false);
      onChanged();
    });
  const needsPassword = !signInDue && health.lastFailure?.failure.kind === 'needs-reconnect';
  const again = needsPassword ? begin(integrationsWords.newPassword, 'quiet') : undefined;

  return (
    <Stack gap={12}>
      <Row spread wrap>
        <Stack gap={0}>
          <Text weight="medium">{integrationsWords.connectedAs(name)}</Text>
          <Text size="small" tone="quiet">
            {health.lastSyncAt === null
              ? integrationsWords.neverSynced
              : integrationsWords.lastSync(dayAndTime(health.lastSyncAt))}
          </Text>
        </Stack>
        <Row gap={8} wrap>
          <Button busy={busy} describedBy={titleId} onPress={test}>
            {integrationsWords.test}
          </Button>
          <Button describedBy={titleId} onPress={() => setLeaving(true)}>
            {integrationsWords.disconnect}
          </Button>
        </Row>
      </Row>
      {signInDue ? (
        <Notice tone="warn" action={begin(integrationsWords.signInAgain, 'quiet')}>
          {integrationsWords.signInDue}
        </Notice>
      ) : null}
      {health.lastFailure && !signInDue && !trouble ? (
        <Notice tone="warn" action={again}>
          {`${capitalised(dayAndTime(health.lastFailure.at))}: ${healthSentence(health.lastFailure.failure)}`}
        </Notice>
      ) : null}
      {says !== null && !trouble ? (
        <div role="status">
          <Notice>{says}</Notice>
        </div>
      ) : null}
      {trouble ? (
        <Notice tone="danger" action={again}>
          {troubleSentence(trouble)}
        </Notice>
      ) : null}
      <ConfirmDialog
        open={leaving}
        title={integrationsWords.disconnectTitle(title)}
        says={account.staysBehind}
        confirm={integrationsWords.disconnectConfirm}
        back={integrationsWords.disconnectBack}
        busy={busy}
        onConfirm={disconnect}
        onClose={() => setLeaving(false)}
      />
    </Stack>
  );
}
