import type { KeychainTrouble, SecretStore } from '#main/vault/keychain.ts';

/** A keychain in memory, that can be locked or taken away. */
export type TestKeychain = SecretStore & {
  readonly held: ReadonlyMap<string, string>;
  /** Null: it works. */
  be(trouble: KeychainTrouble | null): void;
};

export function createTestKeychain(): TestKeychain {
  const held = new Map<string, string>();
  let trouble: KeychainTrouble | null = null;
  const answer = async <T>(work: () => T) =>
    trouble === null ? ({ ok: true, value: work() } as const) : ({ ok: false, why: trouble } as const);
  return {
    held,
    be: (next) => {
      trouble = next;
    },
    probe: () => answer(() => null),
    get: (name) => answer(() => held.get(name) ?? null),
    set: (name, secret) =>
      answer(() => {
        held.set(name, secret);
        return null;
      }),
    remove: (name) =>
      answer(() => {
        held.delete(name);
        return null;
      }),
  };
}
