import { type Attempt, attempted, troubled } from '#connectors/sdk/account.ts';
import { asking, errorCodeOf, loadOAuth, type OAuthClient, type Reach } from '#connectors/sdk/oauth/ask-server.ts';
import type { OAuthServer } from '#connectors/sdk/oauth/sign-in-definition.ts';
import { type Tokens, tokensOf } from '#connectors/sdk/oauth/tokens.ts';
import { waitForRedirect } from '#connectors/sdk/oauth/wait-for-redirect.ts';
import { t } from '#contract/language/t.ts';

/** A sign-in that the person has to finish in the browser. */
export type SignInUnderWay = {
  /** What the browser has to open. */
  readonly url: string;
  readonly tokens: Promise<Attempt<Tokens>>;
  cancel(): void;
};

export type SignInWish = {
  readonly server: OAuthServer;
  readonly client: OAuthClient;
  readonly scopes: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
  /** What the person knows the service by. */
  readonly title: string;
};

/** Longer than a person needs who has to find their telephone first. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Begins a sign-in in the person's own browser: the answer comes back to a port of this computer that is open for this
 * one sign-in, and is worth nothing without the secret that only this process has (PKCE).
 */
export async function beginSignIn(
  { server, client, scopes, parameters, title }: SignInWish,
  fetch: Reach['fetch'],
  now: () => number,
  patienceMs = PATIENCE_MS,
): Promise<SignInUnderWay> {
  const oauth = await loadOAuth();
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const waiting = await waitForRedirect(state, patienceMs);
  const url = new URL(server.authorization_endpoint);
  const asked = {
    ...parameters,
    client_id: client.id,
    redirect_uri: waiting.redirectUri,
    response_type: 'code',
    scope: scopes.join(' '),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);

  async function finish(): Promise<Attempt<Tokens>> {
    const answer = await waiting.answer;
    if (answer === null)
      return troubled('too-late', t`Nobody came back from ${title}. Begin again when you are ready.`);
    const reach = { fetch, signal: AbortSignal.timeout(30_000) };
    const { client: who, clientAuth, options } = asking(oauth, server, client, reach);
    try {
      const params = oauth.validateAuthResponse(server, who, answer, state);
      const { redirectUri } = waiting;
      const response = await oauth.authorizationCodeGrantRequest(
        server,
        who,
        clientAuth,
        params,
        redirectUri,
        verifier,
        options,
      );
      const granted = await oauth.processAuthorizationCodeResponse(server, who, response);
      return attempted(tokensOf(granted, now(), { refresh: null, refreshEndsAt: null, scope: scopes.slice() }));
    } catch (error) {
      return whyNot(error, title);
    }
  }
  return { url: url.href, tokens: finish(), cancel: waiting.close };
}

/** Nothing of what a library or a server puts into an error is shown: it may hold what was sent. */
function whyNot(error: unknown, title: string): Attempt<never> {
  const code = errorCodeOf(error);
  switch (code) {
    case 'access_denied':
      return troubled('not-allowed', t`You did not allow it at ${title}. Nothing was saved.`);
    case 'invalid_client':
    case 'unauthorized_client':
    case 'deleted_client':
    case 'redirect_uri_mismatch':
      return troubled(
        'wrong-client',
        t`${title} did not take the client. It has to be one for desktop programs, with the secret that belongs to it.`,
        'clientId',
      );
    case 'invalid_grant':
      return troubled('too-late', t`This sign-in was used already or is too old. Begin again.`);
    case 'invalid_scope':
      return troubled('wrong-client', t`${title} does not let this client ask for what you chose.`);
    case 'temporarily_unavailable':
    case 'server_error':
      return troubled('unreachable', t`${title} has a problem of its own. Try again in a few minutes.`);
    case null:
      break;
    default:
      return troubled('unusable', t`${title} did not let you sign in. Nothing was saved.`);
  }
  if (isOfTheWire(error)) return troubled('unreachable', t`${title} could not be reached. Nothing was saved.`);
  return troubled(
    'unusable',
    t`What came back was not from ${title}, or not meant for this sign-in. Nothing was saved.`,
  );
}

const isOfTheWire = (error: unknown): boolean =>
  (error instanceof TypeError && /fetch/i.test(error.message)) ||
  (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'));
