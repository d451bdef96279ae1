import { z } from 'zod';

/** What a service gave out for an account. Kept in the vault and nowhere else. */
export const TokensSchema = z.object({
  access: z.string().min(1),
  /** Milliseconds since 1970. */
  accessEndsAt: z.number(),
  /** Null where the service gives none: then the sign-in ends with the access. */
  refresh: z.string().nullable(),
  /** When the whole sign-in ends, where the service says so. */
  refreshEndsAt: z.number().nullable(),
  scope: z.array(z.string()),
});
export type Tokens = z.output<typeof TokensSchema>;

/** The part of a token endpoint's answer that counts here, already held against the protocol. */
export type Granted = {
  readonly access_token: string;
  readonly expires_in?: number | undefined;
  readonly refresh_token?: string | undefined;
  readonly scope?: string | undefined;
  readonly refresh_token_expires_in?: unknown;
};

/** What is not said lasts so long; a service that ends it sooner answers with a no, and it is renewed then. */
const USUAL_SECONDS = 3600;

/** `before`: a service that gives out no new refresh token, or does not name the scopes again, leaves the old ones. */
export function tokensOf(
  granted: Granted,
  now: number,
  before: Pick<Tokens, 'refresh' | 'refreshEndsAt' | 'scope'>,
): Tokens {
  const seconds = Number(granted.refresh_token_expires_in);
  const endsAnew = Number.isFinite(seconds) && seconds > 0 ? now + seconds * 1000 : null;
  return {
    access: granted.access_token,
    accessEndsAt: now + (granted.expires_in ?? USUAL_SECONDS) * 1000,
    refresh: granted.refresh_token ?? before.refresh,
    refreshEndsAt: endsAnew ?? (granted.refresh_token === undefined ? before.refreshEndsAt : null),
    scope: granted.scope?.split(' ').filter((scope) => scope !== '') ?? before.scope,
  };
}
