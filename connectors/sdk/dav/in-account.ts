import { accountOf } from '#connectors/sdk/account.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { forgetAccount } from '#connectors/sdk/dav/account-folder.ts';
import { type DavSettings, readDavSettings } from '#connectors/sdk/dav/dav-settings.ts';
import { type Dav, type DavKind, openDav } from '#connectors/sdk/dav/open-dav.ts';
import { ServiceFailure } from '#connectors/sdk/service-failure.ts';
import { fail, type Result } from '#contract/model/result.ts';

/** Signed in, with what the account is remembered by and its settings. */
export type SignedIn = { readonly dav: Dav; readonly name: string; readonly settings: DavSettings };

export const accountName = ({ user, url }: DavSettings): string => `${user} ${url}`;

/** Does something in the connected account; whatever the service refuses is answered as a failure. */
export async function inAccount<T>(
  kind: DavKind,
  where: Pick<Surroundings, 'account' | 'fetch' | 'signal'>,
  work: (signedIn: SignedIn) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { provider } = kind.words;
  const account = accountOf(where, provider);
  if (!account.ok) return account;
  const settings = readDavSettings(account.value.settings);
  if (settings === null) return fail({ kind: 'needs-reconnect', provider });
  const secret = await account.value.secret('password');
  if (!secret.ok) return secret;
  const name = accountName(settings);
  try {
    return await work({ dav: openDav(kind, settings, secret.value, where), name, settings });
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    if (error.failure.kind === 'needs-reconnect') forgetAccount(name);
    return fail(error.failure);
  }
}
