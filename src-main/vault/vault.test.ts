import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '#main/compose-for-tests.ts';
import { createTestKeychain } from '#main/vault/memory-keychain-for-tests.ts';
import { passphraseFile } from '#main/vault/passphrase-file.ts';
import { createVault } from '#main/vault/vault.ts';

const SECRET = 'canary-9f2c-ü';
const PASSPHRASE = 'four plain words here';

function open(folder = makeFolder()) {
  const keychain = createTestKeychain();
  const path = join(folder, 'secrets.sealed');
  return { folder, keychain, path, vault: createVault({ keychain, file: passphraseFile(path) }) };
}

it('keeps a secret in the keychain, and forgets it', async () => {
  const { vault, keychain } = open();
  expect(await vault.keep('a', SECRET)).toEqual({ ok: true, value: null });
  expect(await vault.find('a')).toEqual({ ok: true, value: SECRET });
  expect([...keychain.held]).toEqual([['a', SECRET]]);
  await vault.forget('a');
  expect(await vault.find('a')).toEqual({ ok: true, value: null });
});

it.each(['locked', 'missing'] as const)(
  'says plainly that the keychain is %s, and keeps nothing elsewhere',
  async (why) => {
    const { vault, keychain } = open();
    keychain.be(why);
    expect(await vault.state()).toMatchObject({ keptIn: 'keychain', state: why });
    const closed = { ok: false, failure: { kind: 'secrets-closed', because: expect.stringMatching(/keychain/) } };
    expect(await vault.keep('a', SECRET)).toMatchObject(closed);
    expect(await vault.find('a')).toMatchObject(closed);
    expect(await vault.forget('a')).toMatchObject(closed);
  },
);

it('makes a file only while there is no keychain to use', async () => {
  const { vault, keychain } = open();
  expect(await vault.chooseFile(PASSPHRASE)).toBe('no-need');
  keychain.be('missing');
  expect(await vault.chooseFile(PASSPHRASE)).toBe('done');
  expect(await vault.chooseFile(PASSPHRASE)).toBe('there-already');
});

it('keeps what is in the file unreadable, for the person alone, and opens it again after a restart', async () => {
  const { folder, vault, keychain, path } = open();
  keychain.be('missing');
  await vault.chooseFile(PASSPHRASE);
  await Promise.all([vault.keep('a', SECRET), vault.keep('b', 'another')]);
  const text = readFileSync(path, 'utf8');
  expect(text).not.toContain(SECRET);
  expect(text).not.toContain(Buffer.from(SECRET).toString('base64'));
  expect(statSync(path).mode & 0o777).toBe(0o600);

  const later = open(folder).vault;
  expect(await later.state()).toMatchObject({ keptIn: 'file', state: 'locked' });
  expect(await later.find('a')).toMatchObject({ ok: false, failure: { kind: 'secrets-closed' } });
  expect(await later.unlock('another passphrase')).toBe('wrong');
  expect(await later.unlock(PASSPHRASE)).toBe('done');
  expect(await later.find('a')).toEqual({ ok: true, value: SECRET });
  expect(await later.find('b')).toEqual({ ok: true, value: 'another' });
  expect(await later.state()).toMatchObject({ keptIn: 'file', state: 'open' });
});

it('seals the same secret differently each time', async () => {
  const { vault, keychain, path } = open();
  keychain.be('missing');
  await vault.chooseFile(PASSPHRASE);
  await vault.keep('a', SECRET);
  const first = readFileSync(path, 'utf8');
  await vault.keep('a', SECRET);
  expect(JSON.parse(readFileSync(path, 'utf8')).sealed).not.toBe(JSON.parse(first).sealed);
});

it('does not open a file that was altered, and does not make a new one over it', async () => {
  const { folder, vault, keychain, path } = open();
  keychain.be('missing');
  await vault.chooseFile(PASSPHRASE);
  await vault.keep('a', SECRET);
  const whole = JSON.parse(readFileSync(path, 'utf8'));
  const altered = [
    { ...whole, kdf: { ...whole.kdf, salt: Buffer.alloc(16).toString('base64') } },
    { ...whole, sealed: Buffer.from(whole.sealed, 'base64').reverse().toString('base64') },
    { ...whole, tag: whole.tag.slice(0, 8) },
    'no file of ours',
  ];
  for (const content of altered) {
    writeFileSync(path, JSON.stringify(content));
    const later = open(folder);
    later.keychain.be('missing');
    expect(await later.vault.unlock(PASSPHRASE)).toBe('wrong');
    expect(await later.vault.chooseFile(PASSPHRASE)).toBe('there-already');
    expect(readFileSync(path, 'utf8')).toBe(JSON.stringify(content));
  }
});
