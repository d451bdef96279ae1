import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, isReal, test } from './open-desktop.ts';

const project = join(import.meta.dirname, '../../..');
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const OLD = '#!/bin/sh\nexit 0 # the version that is installed\n';
const NEW = '#!/bin/sh\nexit 0 # the version that comes\n';
const folder = mkdtempSync(join(tmpdir(), 'life-os-update-'));
const installed = join(folder, 'life-os.AppImage');
const files = new Map<string, string>();
const asked: string[] = [];

const server = createServer(({ url = '' }, answer) => {
  const path = url.split('?')[0] ?? '';
  asked.push(path);
  const file = files.get(path);
  answer.writeHead(file === undefined ? 404 : 200).end(file);
});

/** What the server offers as the newest version, signed by whom it should be unless a key is named. */
function offer(version: string, file = NEW, key = privateKey): void {
  const sha512 = createHash('sha512').update(NEW).digest('base64');
  const name = `life-os-${version}.AppImage`;
  const text = `version: ${version}\nfiles:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${NEW.length}\npath: ${name}\nsha512: ${sha512}\nreleaseDate: '2026-11-27T10:00:00.000Z'\n`;
  const channel = process.arch === 'x64' ? '/latest-linux.yml' : `/latest-linux-${process.arch}.yml`;
  files.set(channel, text);
  files.set(`${channel}.sig`, sign(null, Buffer.from(text), key).toString('base64'));
  files.set(`/${name}`, file);
}

test.beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  const app = join(folder, 'app');
  mkdirSync(app);
  for (const part of ['out', 'db', 'resources', 'node_modules']) symlinkSync(join(project, part), join(app, part));
  const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ ...manifest, version: '0.5.0', updates: { url, publicKey: pem } }),
  );
  cpSync(join(project, 'resources/update.yml'), join(app, 'update.yml'));
  writeFileSync(installed, OLD, { mode: 0o755 });
});
test.afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test.skip(
  isReal || process.platform !== 'linux',
  'Which file is exchanged, and by whom, is another thing on each system.',
);
test.use({
  appFolder: join(folder, 'app'),
  environment: { LIFE_OS_STAND_IN_PACKAGED: '1', APPIMAGE: installed, XDG_CACHE_HOME: join(folder, 'cache') },
});

test('a new version is taken only with the publisher’s signature and its own digest, never an older one, and only on quitting', async ({
  desktop,
}) => {
  const look = () => desktop.pressInMenu('Look for a new version');
  const fetched = () => asked.filter((path) => path.endsWith('.AppImage'));

  await test.step('signed by somebody else: nothing is fetched', async () => {
    offer('0.6.0', NEW, generateKeyPairSync('ed25519').privateKey);
    await look();
    await expect.poll(() => desktop.logged('a new version could not be fetched')).toBe(1);
    expect(fetched()).toEqual([]);
  });

  await test.step('older than the one that is installed: nothing is fetched', async () => {
    offer('0.4.9');
    const before = asked.length;
    await look();
    await expect.poll(() => asked.slice(before).filter((path) => path.endsWith('.sig'))).toHaveLength(1);
    expect(fetched()).toEqual([]);
  });

  await test.step('another file than the signed one: it is thrown away', async () => {
    offer('0.6.0', NEW.replace('comes', 'moves'));
    const before = desktop.logged('a new version could not be fetched');
    // A look while the last is not over yet is that one.
    await expect(async () => {
      await look();
      expect(desktop.logged('a new version could not be fetched')).toBeGreaterThan(before);
    }).toPass({ timeout: 20_000 });
    expect(fetched()).not.toEqual([]);
    expect(await desktop.notices()).toEqual([]);
  });

  await test.step('the real one: it is told, and stands in place once the app was quit', async () => {
    offer('0.6.0');
    await expect(async () => {
      await look();
      expect(await desktop.notices()).toMatchObject([{ title: 'A new version is ready' }]);
    }).toPass({ timeout: 20_000 });
    expect(readFileSync(installed, 'utf8')).toBe(OLD);
    await desktop.restart();
    expect(readFileSync(installed, 'utf8')).toBe(NEW);
  });
});
