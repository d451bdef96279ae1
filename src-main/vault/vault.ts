import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type { Secrets } from '#contract/model/secrets.ts';
import type { Kept, KeychainTrouble, SecretStore } from '#main/vault/keychain.ts';
import type { OpenSecrets, PassphraseFile } from '#main/vault/passphrase-file.ts';

/** Where every secret is, and the only way to one. Nothing falls back to anything by itself. */
export type Vault = {
  keep(name: string, secret: string): Promise<Result<null>>;
  /** Null when there is none by that name. */
  find(name: string): Promise<Result<string | null>>;
  forget(name: string): Promise<Result<null>>;
  state(): Promise<Secrets>;
  /** The person chooses the file, because there is no keychain. `no-need` while that can be used. */
  chooseFile(passphrase: string): Promise<'done' | 'no-need' | 'there-already'>;
  unlock(passphrase: string): Promise<'done' | 'wrong' | 'no-file'>;
};

const fileLocked = t`The file with your passwords is locked. Enter your passphrase to open it.`;
const sayOf: Readonly<Record<KeychainTrouble, string>> = {
  locked: t`The keychain of this computer is locked. Unlock it, then try again.`,
  missing: t`This computer has no keychain that Life OS can use. You can keep your passwords in a file that only your passphrase opens.`,
};

export function createVault({ keychain, file }: { keychain: SecretStore; file: PassphraseFile }): Vault {
  let opened: OpenSecrets | null = null;

  /** In the file once there is one: that is what the person chose. */
  async function within<T>(
    inKeychain: () => Promise<Kept<T>>,
    inFile: (secrets: OpenSecrets) => Promise<T> | T,
  ): Promise<Result<T>> {
    if (opened !== null) return succeed(await inFile(opened));
    if (await file.exists()) return fail({ kind: 'secrets-closed', because: fileLocked });
    const kept = await inKeychain();
    return kept.ok ? succeed(kept.value) : fail({ kind: 'secrets-closed', because: sayOf[kept.why] });
  }

  return {
    keep: (name, secret) =>
      within(
        () => keychain.set(name, secret),
        async (secrets) => {
          await secrets.set(name, secret);
          return null;
        },
      ),
    find: (name) =>
      within(
        () => keychain.get(name),
        (secrets) => secrets.get(name),
      ),
    forget: (name) =>
      within(
        () => keychain.remove(name),
        async (secrets) => {
          await secrets.remove(name);
          return null;
        },
      ),
    async state() {
      if (opened !== null) {
        return {
          keptIn: 'file',
          state: 'open',
          says: t`Your passwords are in a file that only your passphrase opens.`,
        };
      }
      if (await file.exists()) return { keptIn: 'file', state: 'locked', says: fileLocked };
      const probed = await keychain.probe();
      return probed.ok
        ? { keptIn: 'keychain', state: 'open', says: t`Your passwords are in the keychain of this computer.` }
        : { keptIn: 'keychain', state: probed.why, says: sayOf[probed.why] };
    },
    async chooseFile(passphrase) {
      if (opened !== null || (await file.exists())) return 'there-already';
      if ((await keychain.probe()).ok) return 'no-need';
      opened = await file.create(passphrase);
      return 'done';
    },
    async unlock(passphrase) {
      if (opened !== null) return 'done';
      if (!(await file.exists())) return 'no-file';
      opened = await file.open(passphrase);
      return opened === null ? 'wrong' : 'done';
    },
  };
}
