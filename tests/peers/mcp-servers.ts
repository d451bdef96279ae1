import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { findPort } from './find-port.ts';

const entry = (name: string): string =>
  createRequire(import.meta.url).resolve(`@modelcontextprotocol/${name}/dist/index.js`);

const onLoopback = new URL('./listen-on-loopback.mjs', import.meta.url).href;

const quoted = (word: string): string => `"${word}"`;

/** A command line as the person types it, for the official server of that name. */
export const commandOf = (
  name: 'server-everything' | 'server-filesystem' | 'server-memory',
  ...args: string[]
): string => [process.execPath, entry(name), ...args].map(quoted).join(' ');

/** A command line for a script of ours that plays a hostile one. */
export const scriptCommand = (path: string, ...args: string[]): string =>
  [process.execPath, path, ...args].map(quoted).join(' ');

/** `server-everything` over streamable HTTP on this computer. */
export async function startEverythingOverHttp(): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const port = await findPort();
  const child = spawn(process.execPath, ['--import', onLoopback, entry('server-everything'), 'streamableHttp'], {
    env: { PATH: process.env.PATH, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await untilListening(child);
  return {
    address: `http://127.0.0.1:${port}/mcp`,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        // Asked kindly, it waits for whoever is still connected.
        child.kill('SIGKILL');
      }),
  };
}

function untilListening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The server did not start within 20 s.')), 20_000);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      if (!/listening on port/i.test(chunk.toString('utf8'))) return;
      clearTimeout(late);
      resolve();
    });
  });
}
