import {
  asking,
  errorCodeOf,
  loadOAuth,
  type OAuthClient,
  type Reach,
  statusOf,
} from '#connectors/sdk/oauth/ask-server.ts';
import type { OAuthServer } from '#connectors/sdk/oauth/sign-in-definition.ts';
import { type Tokens, tokensOf } from '#connectors/sdk/oauth/tokens.ts';
import type { Failure } from '#contract/model/failure.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

type Whose = {
  readonly server: OAuthServer;
  readonly client: OAuthClient;
  readonly provider: string;
  readonly title: string;
};

/** Asks for a new access token. What goes wrong changed nothing that counts: the old tokens stay as they are. */
export async function renewTokens(whose: Whose, tokens: Tokens, reach: Reach, now: number): Promise<Result<Tokens>> {
  const { server, client, provider } = whose;
  if (tokens.refresh === null) return fail({ kind: 'needs-reconnect', provider });
  const oauth = await loadOAuth();
  const { client: who, clientAuth, options } = asking(oauth, server, client, reach);
  try {
    const response = await oauth.refreshTokenGrantRequest(server, who, clientAuth, tokens.refresh, options);
    return succeed(tokensOf(await oauth.processRefreshTokenResponse(server, who, response), now, tokens));
  } catch (error) {
    return fail(failureOf(error, whose));
  }
}

/** Takes back what was granted. False when the service could not be told. */
export async function revokeTokens({ server, client }: Whose, tokens: Tokens, reach: Reach): Promise<boolean> {
  if (server.revocation_endpoint === undefined) return false;
  const oauth = await loadOAuth();
  const { client: who, clientAuth, options } = asking(oauth, server, client, reach);
  try {
    // With the refresh token goes all that came from it.
    const token = tokens.refresh ?? tokens.access;
    await oauth.processRevocationResponse(await oauth.revocationRequest(server, who, clientAuth, token, options));
    return true;
  } catch (error) {
    // What the service knows no more is taken back already.
    return errorCodeOf(error) === 'invalid_token';
  }
}

const WAIT_SECONDS = 60;

function failureOf(error: unknown, { provider, title }: Whose): Failure {
  const status = statusOf(error);
  if (status === 429) return { kind: 'rate-limited', retryAfterSeconds: WAIT_SECONDS };
  const code = errorCodeOf(error);
  const isNo = code !== null && code !== 'temporarily_unavailable' && code !== 'server_error';
  if (isNo && (status === null || status < 500)) return { kind: 'needs-reconnect', provider };
  return { kind: 'unreachable', service: title };
}
