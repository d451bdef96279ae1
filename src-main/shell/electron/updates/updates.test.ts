import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSigned } from '#main/shell/electron/updates/is-signed.ts';
import { updateSourceIn } from '#main/shell/electron/updates/update-source.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const text = 'version: 1.2.3\n';
const signature = sign(null, Buffer.from(text), privateKey).toString('base64');

test('only what was signed with the publisher’s own key counts, to the last letter', () => {
  const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
  expect(isSigned(text, `${signature}\n`, pem)).toBe(true);
  expect(isSigned(`${text} `, signature, pem)).toBe(false);
  expect(isSigned(text, signature, other)).toBe(false);
  expect(isSigned(text, '', pem)).toBe(false);
  expect(isSigned(text, signature, 'no key')).toBe(false);
});

test('an app that was packed without a source never looks for a new version', () => {
  expect(updateSourceIn({ name: 'life-os' })).toBeNull();
});

test.each(['http://updates.example/', 'file:///tmp/', 'http://127.0.0.1.example/'])('%s is no source', (url) => {
  expect(() => updateSourceIn({ updates: { url, publicKey: pem } })).toThrow(/https/);
});

test('a source has its key', () => {
  expect(updateSourceIn({ updates: { url: 'https://updates.example/', publicKey: pem } })?.publicKey).toBe(pem);
  expect(() => updateSourceIn({ updates: { url: 'https://updates.example/' } })).toThrow();
});
