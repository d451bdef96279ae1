import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '#main/compose-for-tests.ts';
import { haveOrInstall } from '#tests/peers/install-packages.ts';

const isReady =
  process.platform === 'linux' &&
  haveOrInstall(
    ['/usr/bin/gnome-keyring-daemon', '/usr/bin/dbus-run-session'],
    ['gnome-keyring', 'dbus-x11', 'dbus', 'dbus-daemon'],
  );

const unlocked = 'printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1';
const locked = 'gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1';

/** Runs steps against a Secret Service of its own, on its own bus, in its own home. */
async function inSession(home: string, before: string, steps: string): Promise<unknown> {
  const runtime = join(home, 'runtime');
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  const module = join(import.meta.dirname, 'keychain.ts');
  const code = `
    const { openKeychain } = await import(${JSON.stringify(module)});
    const keychain = openKeychain();
    console.log(JSON.stringify(await (async () => { ${steps} })()));
  `;
  const env = { PATH: process.env.PATH, HOME: home, XDG_RUNTIME_DIR: runtime, CODE: code };
  const script = `${before === '' ? 'true' : before}; exec "${process.execPath}" --input-type=module -e "$CODE"`;
  const child = spawn('dbus-run-session', ['--', 'sh', '-c', script], { env, cwd: process.cwd() });
  let said = '';
  let errors = '';
  child.stdout.on('data', (bytes) => (said += bytes));
  child.stderr.on('data', (bytes) => (errors += bytes));
  await new Promise((resolve) => child.on('close', resolve));
  if (said === '') throw new Error(errors);
  return JSON.parse(said);
}

it.runIf(isReady)('keeps secrets in a real Secret Service, over a restart of it', async () => {
  const home = makeFolder();
  const kept = 'return [await keychain.probe(), await keychain.set("a", "canary-ü"), await keychain.get("a")];';
  const done = { ok: true, value: null };
  expect(await inSession(home, unlocked, kept)).toEqual([done, done, { ok: true, value: 'canary-ü' }]);
  const removed = `return [await keychain.get("a"), await keychain.remove("a"), await keychain.get("a"),
    await keychain.remove("a")];`;
  expect(await inSession(home, unlocked, removed)).toEqual([{ ok: true, value: 'canary-ü' }, done, done, done]);
});

it.runIf(isReady)('tells a locked one from one that holds nothing', async () => {
  const home = makeFolder();
  await inSession(home, unlocked, 'return keychain.set("a", "canary");');
  const all = `return [await keychain.probe(), await keychain.get("a"), await keychain.set("b", "x"),
    await keychain.remove("a")];`;
  const no = { ok: false, why: 'locked' };
  expect(await inSession(home, locked, all)).toEqual([no, no, no, no]);
  expect(await inSession(home, unlocked, 'return keychain.get("a");')).toEqual({ ok: true, value: 'canary' });
});

it.runIf(isReady)('says that there is none where no keyring was ever made', async () => {
  const no = { ok: false, why: 'missing' };
  expect(await inSession(makeFolder(), '', 'return [await keychain.probe(), await keychain.get("a")];')).toEqual([
    no,
    no,
  ]);
});

it.runIf(process.platform === 'linux')('says that there is none without a session bus', async () => {
  const { DBUS_SESSION_BUS_ADDRESS: bus } = process.env;
  process.env.DBUS_SESSION_BUS_ADDRESS = 'unix:path=/nowhere/at/all';
  try {
    const { openKeychain } = await import('#main/vault/keychain.ts');
    expect(await openKeychain().get('a')).toEqual({ ok: false, why: 'missing' });
  } finally {
    if (bus === undefined) delete process.env.DBUS_SESSION_BUS_ADDRESS;
    else process.env.DBUS_SESSION_BUS_ADDRESS = bus;
  }
});
