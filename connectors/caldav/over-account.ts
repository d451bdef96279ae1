import { accountFolder, forgetAccount } from '#connectors/caldav/account-folder.ts';
import { DavFailure, PROVIDER } from '#connectors/caldav/dav-failure.ts';
import { readDavSettings } from '#connectors/caldav/dav-settings.ts';
import { openDav } from '#connectors/caldav/open-dav.ts';
import { accountOf } from '#connectors/sdk/account.ts';
import type { CalendarAccount } from '#connectors/sdk/calendar/over-account.ts';
import { fail } from '#contract/model/result.ts';

/** The calendars of an account over CalDAV. */
export const davAccount: CalendarAccount = {
  provider: PROVIDER,
  scopesOf: ({ risk }) => (risk === 'L0' ? ['read your calendars'] : ['read and change your calendars']),
  async within(where, work) {
    const account = accountOf(where, PROVIDER);
    if (!account.ok) return account;
    const settings = readDavSettings(account.value.settings);
    if (settings === null) return fail({ kind: 'needs-reconnect', provider: PROVIDER });
    const secret = await account.value.secret('password');
    if (!secret.ok) return secret;
    const name = `${settings.user} ${settings.url}`;
    const dav = openDav(settings, secret.value, where);
    try {
      return await work({ ...where, signal: where.signal, folder: accountFolder(dav, name, where.folder) });
    } catch (error) {
      if (!(error instanceof DavFailure)) throw error;
      if (error.failure.kind === 'needs-reconnect') forgetAccount(name);
      return fail(error.failure);
    }
  },
};
