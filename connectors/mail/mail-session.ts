import { openImap } from '#connectors/mail/open-imap.ts';
import { type MailClient, type MailStandIn, standInOf } from '#connectors/mail/practice/mail-stand-in.ts';
import { type MailSettings, readMailSettings } from '#connectors/mail/settings.ts';
import { readSignInError, serverWords } from '#connectors/mail/sign-in-error.ts';
import { accountOf } from '#connectors/sdk/account.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { unreadable } from '#connectors/sdk/failures.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';
import { fail, type Result } from '#contract/model/result.ts';

export const PROVIDER = 'mail';
const SERVICE = t`your mail server`;
/** A mail service that is busy rarely says for how long. */
const WAIT_SECONDS = 60;

/** Signed in to the incoming server, for as long as one action takes. */
export type MailSession = {
  readonly client: MailClient;
  /** In the practice life, what stands in place of both servers. */
  readonly standIn: MailStandIn | null;
  readonly settings: MailSettings;
  readonly password: string;
  readonly signal: AbortSignal;
  /**
   * Runs a command that changes something. From then on whatever breaks off leaves the outcome unknown; a plain no of
   * the server is thrown, and told as such.
   */
  change<T>(command: () => Promise<T | false | undefined>): Promise<T>;
};

/** The server said no to a command, in whatever words; `passes`: it said itself that this is for now. */
class ServerRefused extends Error {
  readonly passes: boolean;
  constructor(words = '', passes = false) {
    super(words);
    this.passes = passes;
  }
}
class ConnectionLost extends Error {}

/** Signs in, works, signs out. Every failure of the wire is translated here. */
export async function withMail<T>(
  surroundings: Pick<Surroundings, 'account' | 'signal'>,
  work: (session: MailSession) => Promise<Result<T>>,
): Promise<Result<T>> {
  const account = accountOf(surroundings, PROVIDER);
  if (!account.ok) return account;
  const settings = readMailSettings(account.value.settings);
  if (settings === null) return fail({ kind: 'needs-reconnect', provider: PROVIDER });
  const secret = await account.value.secret('password');
  if (!secret.ok) return secret;
  const { signal } = surroundings;

  const standIn = standInOf(account.value);

  let client: MailClient;
  try {
    client = standIn?.openImap() ?? (await openImap(settings, secret.value, signal));
  } catch (error) {
    return fail(signInFailure(error));
  }
  let hasChanged = false;
  try {
    return await work({
      client,
      standIn,
      settings,
      password: secret.value,
      signal,
      async change(command) {
        const before = hasChanged;
        hasChanged = true;
        const answer = await command().catch((error: unknown) => {
          throw isNo(error) ? refusalIn(error) : error;
        });
        if (answer !== false && answer !== undefined) return answer;
        // imapflow answers alike to a no and to a wire that broke; only the wire itself tells them apart.
        if (!client.usable) throw new ConnectionLost();
        hasChanged = before;
        throw new ServerRefused();
      },
    });
  } catch (error) {
    return told(error, client, hasChanged);
  } finally {
    if (client.usable) await client.logout().catch(() => {});
    client.close();
  }
}

/** A bug is not told as the service's failure: it goes on to whoever called. */
function told(error: unknown, client: MailClient, hasChanged: boolean): Result<never> {
  const refused = !hasChanged && isNo(error) ? refusalIn(error) : error;
  if (refused instanceof ServerRefused) {
    const { message: words, passes } = refused;
    if (passes) return fail({ kind: 'rate-limited', retryAfterSeconds: WAIT_SECONDS });
    return unreadable(t`Your mail server didn’t take this${words === '' ? '' : `: ${quote(words)}`}`);
  }
  if (client.usable && !isOfTheWire(error)) throw error;
  return fail(hasChanged ? { kind: 'outcome-unknown', service: SERVICE } : { kind: 'unreachable', service: SERVICE });
}

const isNo = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'responseStatus' in error && error.responseStatus !== undefined;

/** What a server says to a command that it would do at another time (RFC 5530). */
const forNow: readonly unknown[] = ['UNAVAILABLE', 'INUSE', 'THROTTLED'];

function refusalIn(error: unknown): ServerRefused {
  const code = typeof error === 'object' && error !== null && 'serverResponseCode' in error && error.serverResponseCode;
  return new ServerRefused(serverWords(error), forNow.includes(code));
}

/** imapflow, the socket and an aborted signal put a code or a name on what is not a bug of ours. */
const isOfTheWire = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && typeof error.code === 'string') || error.name === 'AbortError');

/** For signing in to either server: nothing was changed or sent. */
export function signInFailure(error: unknown): Failure {
  switch (readSignInError(error)) {
    case 'wrong-password':
    case 'needs-app-password':
      return { kind: 'needs-reconnect', provider: PROVIDER };
    case 'too-many-tries':
      return { kind: 'rate-limited', retryAfterSeconds: WAIT_SECONDS };
    case 'unreachable':
    case 'certificate':
      return { kind: 'unreachable', service: SERVICE };
  }
}
