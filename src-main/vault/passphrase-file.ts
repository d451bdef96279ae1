import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { access, open, readFile, rename, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';

/** Costs of scrypt: about a third of a second and 128 MB for each guess at the passphrase. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
const MOST_MEMORY = 256 * 1024 * 1024;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;

const Base64 = z.base64();
const FileSchema = z.object({
  version: z.literal(1),
  kdf: z.object({ name: z.literal('scrypt'), N: z.number(), r: z.number(), p: z.number(), salt: Base64 }),
  /** AES-256-GCM over the names and secrets as JSON. */
  nonce: Base64,
  tag: Base64,
  sealed: Base64,
});
type Sealed = z.output<typeof FileSchema>;
const SecretsSchema = z.record(z.string(), z.string());

/** The secrets, once they are open: in memory alone, for as long as the app runs. */
export type OpenSecrets = {
  get(name: string): string | null;
  set(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<void>;
};

export type PassphraseFile = {
  exists(): Promise<boolean>;
  /** Makes an empty one. Throws when there is one. */
  create(passphrase: string): Promise<OpenSecrets>;
  /** Null when the passphrase is not the one, or the file was altered. */
  open(passphrase: string): Promise<OpenSecrets | null>;
};

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** A file of secrets that only a passphrase opens; the person chooses it where there is no keychain. */
export function passphraseFile(path: string): PassphraseFile {
  const deriveKey = (passphrase: string, { N, r, p, salt }: Sealed['kdf']) =>
    derive(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), KEY_BYTES, { N, r, p, maxmem: MOST_MEMORY });

  const exists = () =>
    access(path).then(
      () => true,
      () => false,
    );

  async function read(): Promise<Sealed | null> {
    try {
      return FileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    } catch {
      return null;
    }
  }

  function openWith(key: Buffer, kdf: Sealed['kdf'], start: Readonly<Record<string, string>>): OpenSecrets {
    let secrets = new Map(Object.entries(start));
    let last: Promise<unknown> = Promise.resolve();
    /** One change after the other, each whole or not there. */
    function change(next: (now: Map<string, string>) => void): Promise<void> {
      const turn = last.then(async () => {
        const changed = new Map(secrets);
        next(changed);
        await writeWhole(path, JSON.stringify(seal(key, kdf, Object.fromEntries(changed))));
        secrets = changed;
      });
      last = turn.catch(() => undefined);
      return turn;
    }
    return {
      get: (name) => secrets.get(name) ?? null,
      set: (name, secret) => change((now) => now.set(name, secret)),
      remove: (name) => change((now) => now.delete(name)),
    };
  }

  return {
    exists,
    async create(passphrase) {
      if (await exists()) throw new Error('There is a file of secrets already.');
      const kdf = { name: 'scrypt', ...COST, salt: randomBytes(16).toString('base64') } as const;
      const key = await deriveKey(passphrase, kdf);
      await writeWhole(path, JSON.stringify(seal(key, kdf, {})));
      return openWith(key, kdf, {});
    },
    async open(passphrase) {
      const sealed = await read();
      if (sealed === null) return null;
      const key = await deriveKey(passphrase, sealed.kdf);
      const secrets = unseal(key, sealed);
      return secrets && openWith(key, sealed.kdf, secrets);
    },
  };
}

function seal(key: Buffer, kdf: Sealed['kdf'], secrets: Readonly<Record<string, string>>): Sealed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(JSON.stringify(kdf)));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()]);
  const tag = cipher.getAuthTag();
  const text = (bytes: Buffer) => bytes.toString('base64');
  return { version: 1, kdf, nonce: text(nonce), tag: text(tag), sealed: text(sealed) };
}

function unseal(key: Buffer, { kdf, nonce, tag, sealed }: Sealed): Record<string, string> | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(JSON.stringify(kdf))).setAuthTag(Buffer.from(tag, 'base64'));
    const opened = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]);
    return SecretsSchema.parse(JSON.parse(opened.toString('utf8')));
  } catch {
    return null;
  }
}

/** Beside it, flushed, then renamed over it; only the person may read it. */
async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  await rm(beside, { force: true });
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}
