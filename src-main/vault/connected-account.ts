import type { Account } from '#connectors/sdk/account.ts';
import { fail, succeed } from '#contract/model/result.ts';
import type { Orm } from '#db/open-database.ts';
import { findSettings } from '#db/repositories/accounts.ts';
import { secretName } from '#main/vault/secret-name.ts';
import { ACCESS_TOKEN, type TokenKeeper } from '#main/vault/token-keeper.ts';
import type { Vault } from '#main/vault/vault.ts';

type Where = { readonly orm: Orm; readonly vault: Vault; readonly tokens: TokenKeeper };

/** The account that is connected, with the way to its secrets; null when none is. Some are signed in to in the browser. */
export function connectedAccount(
  { orm, vault, tokens }: Where,
  provider: string,
  isInBrowser: boolean,
): Account | null {
  const settings = findSettings(orm, provider);
  if (settings === null) return null;
  return {
    settings,
    async secret(field, turnedAway) {
      if (isInBrowser && field === ACCESS_TOKEN) return tokens.accessToken(provider, settings, turnedAway);
      const found = await vault.find(secretName(orm, provider, field));
      if (!found.ok) return found;
      return found.value === null ? fail({ kind: 'needs-reconnect', provider }) : succeed(found.value);
    },
  };
}
