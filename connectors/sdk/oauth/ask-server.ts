import type * as OAuth from 'oauth4webapi';
import type { OAuthServer } from '#connectors/sdk/oauth/sign-in-definition.ts';

/** The client that a service knows this program by; the secret of a desktop program is none, and often missing. */
export type OAuthClient = { readonly id: string; readonly secret: string };

export type Reach = { readonly fetch: typeof globalThis.fetch; readonly signal: AbortSignal };

/** Loaded with the first sign-in: the app starts without it. */
export const loadOAuth = (): Promise<typeof OAuth> => import('oauth4webapi');

/** What every request to a server of sign-ins is made with. Without encryption only on this computer. */
export function asking(oauth: typeof OAuth, server: OAuthServer, client: OAuthClient, { fetch, signal }: Reach) {
  const { protocol, hostname } = new URL(server.token_endpoint);
  const isHere = protocol === 'http:' && hostname === '127.0.0.1';
  return {
    client: { client_id: client.id },
    clientAuth: client.secret === '' ? oauth.None() : oauth.ClientSecretPost(client.secret),
    options: {
      [oauth.customFetch]: (url: string, init: Parameters<typeof globalThis.fetch>[1]) => fetch(url, init),
      [oauth.allowInsecureRequests]: isHere,
      signal,
    },
  };
}

/** The server's own word for why not; null when it is not the server that said no. */
export const errorCodeOf = (error: unknown): string | null =>
  error instanceof Error && 'error' in error && typeof error.error === 'string' ? error.error : null;

/** The status of an answer that was no; null when there was none. */
export function statusOf(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  if ('status' in error && typeof error.status === 'number') return error.status;
  return error.cause instanceof Response ? error.cause.status : null;
}
