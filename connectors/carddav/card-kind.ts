import type { DavKind } from '#connectors/sdk/dav/open-dav.ts';
import { t } from '#contract/language/t.ts';

/**
 * Lists that a server fills by itself, such as everybody who has an account there or was ever written to: nobody in
 * them was put there by the person, so nobody in them counts as known.
 */
const madeByServer = /\/z-(?:server|app)-generated--/;

/** Cards over CardDAV. */
export const cardKind: DavKind = {
  words: {
    provider: 'carddav',
    service: t`your contacts service`,
    item: t`this contact`,
    collection: t`your contacts`,
    things: t`contacts`,
    server: t`a server for contacts`,
  },
  accountType: 'carddav',
  mediaType: 'text/vcard',
  data: { asked: 'card:address-data', answered: 'addressData' },
  async collections({ fetchAddressBooks }, account, fetch) {
    const found = await fetchAddressBooks({ account, fetch });
    return found
      .filter(({ url }) => !madeByServer.test(url))
      .map(({ url, displayName }) => ({
        url,
        name: typeof displayName === 'string' && displayName !== '' ? displayName : t`Contacts`,
      }));
  },
  multiGet: ({ addressBookMultiGet }) => addressBookMultiGet,
};
