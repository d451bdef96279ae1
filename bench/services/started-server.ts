import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { atTheEnd } from '../at-the-end.ts';

const READY_WITHIN_MS = 60_000;

/** A server that the bench started for itself, on loopback; nobody else's is ever touched. */
export type StartedServer<Address> = { readonly address: Address; stop(): Promise<void> };

/** Starts a server and waits until `isReady`. Rejects with what it printed when it ends before, or takes a minute. */
export async function startServer(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
  isReady: () => Promise<boolean>,
): Promise<{ stop(signal?: NodeJS.Signals): Promise<void> }> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close').catch((error: unknown) => [String(error)]);
  const callOff = atTheEnd(() => child.kill('SIGKILL'));
  const printed = keepOutput(child);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    await ended;
    callOff();
  };
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await isReady().catch(() => false))) {
    const over = await Promise.race([ended, new Promise<null>((resolve) => setTimeout(resolve, 50, null))]);
    if (over !== null || Date.now() > until) {
      await stop('SIGKILL');
      throw new Error(`${program} did not start: ${printed()}`);
    }
  }
  return { stop };
}

function keepOutput(child: ChildProcess): () => string {
  let printed = '';
  const keep = (piece: Buffer) => {
    printed = (printed + piece.toString()).slice(-2000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => printed;
}

/** Ports that nobody listens on, all different. */
export async function findFreePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
