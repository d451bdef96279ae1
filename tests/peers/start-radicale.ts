import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPort } from '#tests/peers/find-port.ts';
import { haveOrInstall } from '#tests/peers/install-packages.ts';

/** A calendar server of its own, on this computer alone. */
export type Radicale = {
  readonly url: string;
  readonly port: number;
  readonly password: string;
  /** Makes a person with a calendar, a list of tasks and an address book, as services give to everybody. */
  addPerson(user: string): Promise<void>;
  /** Asks it directly, as another calendar program of that person does. */
  ask(user: string, method: string, path: string, body?: string, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
};

export const haveRadicale = (): boolean =>
  process.platform === 'linux' && haveOrInstall(['/usr/bin/radicale'], ['radicale']);

export async function startRadicale(): Promise<Radicale> {
  const folder = mkdtempSync(join(tmpdir(), 'radicale-'));
  const port = await findPort();
  const people = join(folder, 'people');
  const password = 'app-password-of-the-test';
  writeFileSync(people, '');
  const settings = join(folder, 'settings');
  writeFileSync(
    settings,
    `[server]
hosts = 127.0.0.1:${port}
[auth]
type = htpasswd
htpasswd_filename = ${people}
htpasswd_encryption = plain
delay = 0
[rights]
type = owner_only
[storage]
filesystem_folder = ${folder}/collections
[web]
type = none
[logging]
level = error
`,
  );
  const server = spawn('/usr/bin/radicale', ['--config', settings], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const ask: Radicale['ask'] = (user, method, path, body, headers = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
  await untilAnswers(url, server);
  return {
    url,
    port,
    password,
    ask,
    async addPerson(user) {
      appendFileSync(people, `${user}:${password}\n`);
      await ask(user, 'MKCOL', `/${user}/tasks/`, collection('Tasks', 'VTODO'));
      await ask(user, 'MKCOL', `/${user}/personal/`, collection('Personal', 'VEVENT'));
      await ask(user, 'MKCOL', `/${user}/people/`, addressBook);
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      if (server.exitCode === null) {
        server.kill('SIGTERM');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const collection = (name: string, component: string): string => `<?xml version="1.0" encoding="utf-8"?>
<mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop>
<resourcetype><collection/><C:calendar/></resourcetype>
<C:supported-calendar-component-set><C:comp name="${component}"/></C:supported-calendar-component-set>
<displayname>${name}</displayname></prop></set></mkcol>`;

const addressBook = `<?xml version="1.0" encoding="utf-8"?>
<mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop>
<resourcetype><collection/><C:addressbook/></resourcetype>
<displayname>People</displayname></prop></set></mkcol>`;

async function untilAnswers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) throw new Error('Radicale ended.');
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Radicale does not answer.');
}
