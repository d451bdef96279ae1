import { once } from 'node:events';
import { createConnection } from 'node:net';
import { findFreePorts, type StartedServer, startServer } from './started-server.ts';

/** A Redis that answers only once a write is on disk: append-only file, fsync always. */
export async function startRedis(program: string, folder: string): Promise<StartedServer<{ port: number }>> {
  const [port = 0] = await findFreePorts(1);
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'yes',
    appendfsync: 'always',
    daemonize: 'no',
    'maxmemory-policy': 'noeviction',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const server = await startServer(program, args, { cwd: folder }, () => answersPing(port));
  return { address: { port }, stop: () => server.stop() };
}

async function answersPing(port: number): Promise<boolean> {
  const socket = createConnection(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('PING\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString().startsWith('+PONG');
  } finally {
    socket.destroy();
  }
}
