import type { SecretStore } from '#main/vault/keychain.ts';

/** In place of the network: every request is turned away before it leaves. */
export const noFetch: typeof globalThis.fetch = async () => {
  throw new TypeError('The practice life reaches nobody.');
};

/** In place of the keychain: it holds nothing, and nothing that is put into it is kept. */
export const emptyKeychain: SecretStore = {
  probe: async () => ({ ok: true, value: null }),
  set: async () => ({ ok: true, value: null }),
  // Made-up accounts have no passwords, and their stand-ins ask for none.
  get: async () => ({ ok: true, value: 'made up' }),
  remove: async () => ({ ok: true, value: null }),
};
