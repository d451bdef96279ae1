import { useState } from 'react';
import type { Account, SignInForm as SignInFormData } from '#contract/model/account.ts';
import type { Integration } from '#contract/model/integration.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { Button } from '#renderer/design/button.tsx';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { ConnectForm } from '#renderer/features/integrations/connect-form.tsx';
import { ConnectionNotices } from '#renderer/features/integrations/connection-notices.tsx';
import { PasswordsNotice } from '#renderer/features/integrations/passwords-notice.tsx';
import { SignInForm } from '#renderer/features/integrations/sign-in-form.tsx';
import { integrationsWords } from '#renderer/words/integrations.ts';
import { dayAndTime } from '#renderer/words/time.ts';

type AccountPartProps = {
  readonly integration: Integration;
  readonly account: Account;
  readonly titleId: string;
  readonly onChanged: () => void;
};

/** So long before a sign-in ends by itself the person is asked to do something about it. */
const SOON_MS = 2 * 24 * 60 * 60_000;

const isSignIn = (account: Account): account is Account & { readonly signIn: SignInFormData } =>
  account.signIn !== null;

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
        {isSignIn(account) ? (
          <SignInForm {...{ provider, title, account }} onConnected={connectedNow} onBack={back} />
        ) : (
          <ConnectForm {...{ provider, title, account }} onConnected={connectedNow} onBack={back} />
        )}
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
  const againLabel = account.signIn ? integrationsWords.signInAgain : integrationsWords.newPassword;
  const again = needsPassword ? begin(againLabel, 'quiet') : undefined;
  const allowsMore = account.signIn?.parts.some(({ isAllowed }) => !isAllowed) ?? false;
  const endsSoon = account.ending !== null && Date.parse(account.ending.at) - Date.now() < SOON_MS;

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
          {allowsMore ? begin(integrationsWords.allowMore, 'quiet') : null}
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
      {account.signIn ? (
        <Text size="small" tone="quiet">
          {integrationsWords.allowed(
            account.signIn.parts.filter(({ isAllowed }) => isAllowed).map(({ label }) => label),
          )}
        </Text>
      ) : null}
      {account.ending && !signInDue ? (
        <Notice
          tone={endsSoon ? 'warn' : 'quiet'}
          action={endsSoon ? begin(integrationsWords.signInAgain, 'quiet') : undefined}
        >
          {`${integrationsWords.ending(dayAndTime(account.ending.at))} ${account.ending.says}`}
        </Notice>
      ) : null}
      <ConnectionNotices
        lastFailure={signInDue ? null : health.lastFailure}
        says={says}
        trouble={trouble}
        action={again}
      />
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
