import type { Connector } from '#connectors/sdk/connector.ts';
import type { OAuthClient } from '#connectors/sdk/oauth/ask-server.ts';
import { renewTokens, revokeTokens } from '#connectors/sdk/oauth/renew-tokens.ts';
import { type Tokens, TokensSchema } from '#connectors/sdk/oauth/tokens.ts';
import type { AccountValues } from '#contract/model/account.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type { Orm } from '#db/open-database.ts';
import { secretName } from '#main/vault/secret-name.ts';
import type { Vault } from '#main/vault/vault.ts';

/** What an action asks for; what stands behind it is the keeper's alone. */
export const ACCESS_TOKEN = 'accessToken';
export const CLIENT_SECRET = 'clientSecret';
const TOKENS = 'tokens';

/** Renewed so long before it ends, so that a request that is under way is not turned away. */
const AHEAD_MS = 60_000;
const TIME_LIMIT_MS = 30_000;

/** Keeps what services gave out when the person signed in in the browser, and renews it. */
export type TokenKeeper = {
  /** One that should be taken; renewed first where it is due, or was `turnedAway`. */
  accessToken(provider: string, settings: AccountValues, turnedAway?: string): Promise<Result<string>>;
  /** Of a new sign-in; what was kept of the one before is written over. */
  keep(provider: string, tokens: Tokens, clientSecret: string): Promise<Result<null>>;
  /** Forgets it here, and takes it back at the service. Whether that could be told. */
  leave(provider: string, settings: AccountValues): Promise<Result<{ isRevoked: boolean }>>;
};

type Kept = {
  /** Counted up with every sign-in and when the account is left: what is under way then belongs to the one before. */
  signIns: number;
  isLeft: boolean;
  /** Renewed, but not in the vault yet: the service may have made the old ones worthless by then. */
  unsaved: Tokens | null;
  renewing: Promise<Result<Tokens>> | null;
};

export function createTokenKeeper(parts: {
  readonly orm: Orm;
  readonly vault: Vault;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  findConnector(provider: string): Connector | undefined;
}): TokenKeeper {
  const { orm, vault, fetch, now } = parts;
  const all = new Map<string, Kept>();
  const reach = () => ({ fetch, signal: AbortSignal.timeout(TIME_LIMIT_MS) });

  function keptOf(provider: string): Kept {
    const kept = all.get(provider) ?? { signIns: 0, isLeft: false, unsaved: null, renewing: null };
    all.set(provider, kept);
    return kept;
  }

  async function save(provider: string, tokens: Tokens): Promise<Result<null>> {
    return vault.keep(secretName(orm, provider, TOKENS), JSON.stringify(tokens));
  }

  async function read(provider: string): Promise<Result<Tokens | null>> {
    const kept = keptOf(provider);
    const { unsaved } = kept;
    if (unsaved !== null) {
      if ((await save(provider, unsaved)).ok && kept.unsaved === unsaved) kept.unsaved = null;
      return succeed(unsaved);
    }
    const found = await vault.find(secretName(orm, provider, TOKENS));
    return found.ok ? succeed(found.value === null ? null : readTokens(found.value)) : found;
  }

  async function whoseAre(provider: string, settings: AccountValues) {
    const connector = parts.findConnector(provider);
    const signIn = connector?.account?.signIn;
    if (!connector || !signIn) return fail({ kind: 'needs-reconnect', provider });
    const secret = await vault.find(secretName(orm, provider, CLIENT_SECRET));
    if (!secret.ok) return secret;
    const client: OAuthClient = { id: settings.clientId ?? '', secret: secret.value ?? '' };
    return succeed({ server: signIn.server(settings), client, provider, title: connector.title });
  }

  async function renew(provider: string, settings: AccountValues, turnedAway?: string): Promise<Result<Tokens>> {
    const kept = keptOf(provider);
    const { signIns } = kept;
    const tokens = await read(provider);
    if (!tokens.ok) return tokens;
    if (tokens.value === null) return fail({ kind: 'needs-reconnect', provider });
    const { access, accessEndsAt } = tokens.value;
    if (access !== turnedAway && accessEndsAt - AHEAD_MS > now()) return succeed(tokens.value);
    const whose = await whoseAre(provider, settings);
    if (!whose.ok) return whose;
    const renewed = await renewTokens(whose.value, tokens.value, reach(), now());
    if (!renewed.ok) return renewed;
    if (kept.signIns !== signIns) {
      // What the person has left meanwhile is taken back, and not left lying at the service.
      if (kept.isLeft) await revokeTokens(whose.value, renewed.value, reach());
      return fail({ kind: 'needs-reconnect', provider });
    }
    kept.unsaved = renewed.value;
    if ((await save(provider, renewed.value)).ok) kept.unsaved = null;
    return renewed;
  }

  /** Whoever asks meanwhile waits for the same answer: a refresh token may be taken only once. */
  function renewOnce(provider: string, settings: AccountValues, turnedAway?: string): Promise<Result<Tokens>> {
    const kept = keptOf(provider);
    kept.renewing ??= renew(provider, settings, turnedAway).finally(() => {
      kept.renewing = null;
    });
    return kept.renewing;
  }

  return {
    async accessToken(provider, settings, turnedAway) {
      let tokens = await renewOnce(provider, settings, turnedAway);
      // It waited for somebody who did not know yet that this one is turned away.
      if (tokens.ok && tokens.value.access === turnedAway) tokens = await renewOnce(provider, settings, turnedAway);
      return tokens.ok ? succeed(tokens.value.access) : tokens;
    },
    async keep(provider, tokens, clientSecret) {
      const kept = keptOf(provider);
      Object.assign(kept, { signIns: kept.signIns + 1, isLeft: false, unsaved: null });
      if (clientSecret !== '') {
        const secret = await vault.keep(secretName(orm, provider, CLIENT_SECRET), clientSecret);
        if (!secret.ok) return secret;
      }
      return save(provider, tokens);
    },
    async leave(provider, settings) {
      const kept = keptOf(provider);
      const { unsaved, renewing } = kept;
      // First of all, so that whatever is being renewed at this moment is not kept any more.
      Object.assign(kept, { signIns: kept.signIns + 1, isLeft: true, unsaved: null });
      const [tokens, whose] = [await read(provider), await whoseAre(provider, settings)];
      await renewing;
      const known = unsaved ?? (tokens.ok ? tokens.value : null);
      const isRevoked = known !== null && whose.ok && (await revokeTokens(whose.value, known, reach()));
      for (const field of [TOKENS, CLIENT_SECRET]) {
        const forgotten = await vault.forget(secretName(orm, provider, field));
        if (!forgotten.ok) return forgotten;
      }
      return succeed({ isRevoked });
    },
  };
}

/** What can't be read is as good as gone: the person signs in again. */
function readTokens(text: string): Tokens | null {
  try {
    return TokensSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
