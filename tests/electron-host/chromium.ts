import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { chromiumFlags } from '../peers/chromium-flags.mjs';
import { findChromium } from '../peers/install-chromium.mjs';

type Params = Readonly<Record<string, unknown>>;
// biome-ignore lint/suspicious/noExplicitAny: the protocol's answers are as many as its methods
type Answer = any;

/** One page's or the browser's own end of the DevTools protocol. */
export type Session = {
  send(method: string, params?: Params): Promise<Answer>;
  on(method: string, listener: (params: Answer) => void): void;
};

export type Browser = Session & {
  /** Where its DevTools listen. */
  readonly address: string;
  session(sessionId: string): Session;
};

/** Starts a Chromium without any window, and speaks to it as DevTools does, once it listens. */
export function openChromium(profile: string, switches: readonly string[]) {
  const program = findChromium();
  if (program === null) throw new Error('There is no Chromium for the stand-in of Electron.');
  const child = spawn(
    program,
    ['--headless=new', '--no-startup-window', `--user-data-dir=${profile}`, ...switches, ...chromiumFlags],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ready = readAddress(child).then(
    async (address): Promise<Browser> => ({ address, ...(await connect(address)) }),
  );
  return { ready, kill: () => child.kill('SIGKILL') };
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stderr?.on('data', (piece: Buffer) => {
      printed += piece.toString();
      const address = /^DevTools listening on (ws:\S+)/m.exec(printed)?.[1];
      if (address) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Chromium did not start:\n${printed}`)));
  });
}

async function connect(address: string): Promise<Omit<Browser, 'address'>> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  const told = new EventEmitter().setMaxListeners(0);
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let lastId = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, method, params, sessionId = '' } = JSON.parse(String(data));
    if (method) told.emit(`${sessionId} ${method}`, params);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(`${error.message} (${error.data ?? ''})`));
    else asked?.resolve(result);
  });
  // What is asked of a browser that has gone is never answered, and nobody is left to read an answer.
  const session = (sessionId: string): Session => ({
    on: (method, listener) => void told.on(`${sessionId} ${method}`, listener),
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        socket.send(JSON.stringify({ id: lastId, method, params, ...(sessionId === '' ? {} : { sessionId }) }));
      }),
  });
  return { ...session(''), session };
}
