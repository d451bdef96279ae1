import type { Account } from '#connectors/sdk/account.ts';
import { fail, succeed } from '#contract/model/result.ts';
import type { Orm } from '#db/open-database.ts';
import { findSettings } from '#db/repositories/accounts.ts';
import { findOwner } from '#db/repositories/people.ts';
import type { Vault } from '#main/vault/vault.ts';

/** A secret's name in the keychain: two data folders of one computer never share one. */
export const secretName = (orm: Orm, provider: string, field: string): string =>
  `${findOwner(orm)?.id ?? 'nobody'}/${provider}/${field}`;

/** The account that is connected, with the way to its secrets; null when none is. */
export function connectedAccount(orm: Orm, vault: Vault, provider: string): Account | null {
  const settings = findSettings(orm, provider);
  if (settings === null) return null;
  return {
    settings,
    async secret(field) {
      const found = await vault.find(secretName(orm, provider, field));
      if (!found.ok) return found;
      return found.value === null ? fail({ kind: 'needs-reconnect', provider }) : succeed(found.value);
    },
  };
}
