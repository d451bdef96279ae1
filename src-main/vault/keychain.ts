import type { AsyncEntry } from '@napi-rs/keyring';

/** Why the keychain could not be used. */
export type KeychainTrouble = 'locked' | 'missing';

export type Kept<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: KeychainTrouble };

/** A place for secrets, by name. */
export type SecretStore = {
  set(name: string, secret: string): Promise<Kept<null>>;
  /** Null when there is none by that name. */
  get(name: string): Promise<Kept<string | null>>;
  /** Twice is once. */
  remove(name: string): Promise<Kept<null>>;
  /** Whether it can be used, without asking for anything that is in it. */
  probe(): Promise<Kept<null>>;
};

const SERVICE = 'life-os';
const PROBE = 'is-it-open';

/** The operating system's keychain: Keychain on macOS, Credential Manager on Windows, the Secret Service on Linux. */
export function openKeychain(): SecretStore {
  /** Loaded with the first secret: whoever connects no account never touches the keychain. */
  async function entryOf(name: string): Promise<AsyncEntry> {
    const { AsyncEntry: Entry } = await import('@napi-rs/keyring');
    // Named, as it would otherwise fall back to the kernel's keyring, which forgets at the next start.
    return new Entry(SERVICE, name, { linux: { store: 'secret-service' } });
  }

  async function trying<T>(work: () => Promise<T>): Promise<Kept<T>> {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      return { ok: false, why: whyNot(error) };
    }
  }

  const probe = () =>
    trying(async () => {
      const entry = await entryOf(PROBE);
      await entry.setPassword('yes');
      return null;
    });

  return {
    probe,
    set: (name, secret) =>
      trying(async () => {
        await (await entryOf(name)).setPassword(secret);
        return null;
      }),
    async get(name) {
      const read = () => trying(async () => (await (await entryOf(name)).getPassword()) ?? null);
      const first = await read();
      if (!first.ok || first.value !== null) return first;
      // A locked keychain tells nothing of what it holds, as if it were empty; only writing says that it is locked.
      const open = await probe();
      return open.ok ? read() : open;
    },
    async remove(name) {
      const open = await probe();
      if (!open.ok) return open;
      return trying(async () => {
        await (await entryOf(name)).deletePassword();
        return null;
      });
    },
  };
}

/** The wording is the keyring library's; anything that is not about a lock means that there is none to use. */
function whyNot(error: unknown): KeychainTrouble {
  const message = error instanceof Error ? error.message : '';
  return /lock|dismissed|denied|interaction is not allowed|cancel/i.test(message) ? 'locked' : 'missing';
}
