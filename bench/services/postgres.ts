import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFreePorts, type StartedServer, startServer } from './started-server.ts';

const run = promisify(execFile);

/** A PostgreSQL cluster of its own at full durability; `programs` is the folder with its initdb and postgres. */
export async function startPostgres(programs: string, folder: string): Promise<StartedServer<{ url: string }>> {
  const [port = 0] = await findFreePorts(1);
  const cluster = join(folder, 'cluster');
  mkdirSync(cluster, { mode: 0o700 });
  const user = await findServerUser();
  if (user) {
    chmodSync(folder, 0o711);
    chownSync(cluster, user.uid, user.gid);
  }
  const as = { cwd: '/', ...user };
  await run(join(programs, 'initdb'), ['-D', cluster, '-U', 'bench', '-A', 'trust', '--encoding', 'UTF8'], as);
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = await startServer(join(programs, 'postgres'), ['-D', cluster, ...args], as, () => takesSessions(port));
  // SIGINT is its fast way down: sessions are cut, everything is written.
  return { address: { url: `postgresql://bench@127.0.0.1:${port}/postgres` }, stop: () => server.stop('SIGINT') };
}

/** PostgreSQL will not run as root, so there it runs as the user that its package has made. */
async function findServerUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}

/** Asks for TLS as a client's first message does; a server that takes sessions says yes or no in one letter. */
async function takesSessions(port: number): Promise<boolean> {
  const socket = createConnection(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.length > 0;
  } finally {
    socket.destroy();
  }
}
