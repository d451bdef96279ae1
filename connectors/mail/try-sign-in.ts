import { findProviderOfHost } from '#connectors/mail/known-providers.ts';
import { openImap } from '#connectors/mail/open-imap.ts';
import { openSmtp } from '#connectors/mail/open-smtp.ts';
import type { MailSettings } from '#connectors/mail/settings.ts';
import { readSignInError } from '#connectors/mail/sign-in-error.ts';
import { type Attempt, attempted, troubled } from '#connectors/sdk/account.ts';
import { t } from '#contract/language/t.ts';
import { assertNever } from '#contract/states/assert-never.ts';

/** Signs in to both servers, looks how much is in the inbox, and leaves everything as it is. */
export async function trySignIn(
  settings: MailSettings,
  password: string,
  signal: AbortSignal,
): Promise<Attempt<{ says: string }>> {
  let inbox: number;
  try {
    const client = await openImap(settings, password, signal);
    const status = await client.status('INBOX', { messages: true });
    inbox = status ? (status.messages ?? 0) : 0;
    await client.logout().catch(() => client.close());
  } catch (error) {
    return tell(error, { host: settings.imapHost, hostField: 'imapHost' });
  }
  try {
    (await openSmtp(settings, password, signal)).quit();
  } catch (error) {
    return tell(error, { host: settings.smtpHost, hostField: 'smtpHost' });
  }
  return attempted({
    says:
      inbox === 1
        ? t`It works: there is 1 email in your inbox.`
        : t`It works: there are ${inbox} emails in your inbox.`,
  });
}

/** What went wrong, in plain words, with what to do. */
function tell(error: unknown, { host, hostField }: { host: string; hostField: string }): Attempt<never> {
  const provider = findProviderOfHost(host);
  const name = provider?.name ?? host;
  const appPassword = provider?.appPasswordAt ? t` Make an app password at ${provider.appPasswordAt}.` : '';
  const trouble = readSignInError(error);
  switch (trouble) {
    case 'wrong-password':
      return troubled(
        trouble,
        appPassword === ''
          ? t`${name} did not take this user name and password.`
          : t`${name} did not take this password. It wants an app password, not your usual one.${appPassword}`,
        'password',
      );
    case 'needs-app-password':
      return troubled(trouble, t`${name} wants an app password, not your usual one.${appPassword}`, 'password');
    case 'unreachable':
      return troubled(trouble, t`Couldn’t reach ${host}. Check the name of the server and your connection.`, hostField);
    case 'certificate':
      return troubled(
        trouble,
        t`${host} can’t prove that it is ${host}, so your password was not sent. Check the name of the server.`,
        hostField,
      );
    case 'too-many-tries':
      return troubled(trouble, t`${name} is turning everyone away for a moment. Wait a few minutes, then try again.`);
  }
  return assertNever(trouble);
}
