import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const projectFolder = join(import.meta.dirname, '../..');

/** The built app in a process of its own, started as a person starts it. */
export type BuiltApp = {
  /** The address that it printed, with the token. */
  readonly url: string;
  readonly origin: string;
  readonly token: string;
  readonly dataFolder: string;
  /** The process that was started. */
  readonly pid: number;
  /** Ends it as the system does when the power goes: nothing is said and nothing tidied up. */
  kill(): Promise<void>;
  /** Asks it to end, and answers with its exit code. */
  stop(): Promise<number | null>;
};

/** Bundles the app unless what stands in out/ is up to date. Throws when that did not work. */
export function buildApp(): void {
  const { status } = spawnSync(process.execPath, ['build/bundle.mjs'], { cwd: projectFolder, stdio: 'inherit' });
  if (status !== 0) throw new Error('The app could not be built.');
}

/** Where the tests' person lives, whatever the computer's own zone. */
export const TIME_ZONE = 'Europe/Lisbon';

export function makeDataFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'life-os-journey-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

type Command = readonly [program: string, ...args: string[]];
const WITHOUT_NPM: Command = [process.execPath, join(projectFolder, 'build/start.mjs')];

/** Starts it, on a free port unless one is named. Rejects with what it printed when it ends before it is ready. */
export async function startBuiltApp(
  dataFolder: string,
  { port = '0', env = {}, command = WITHOUT_NPM }: { port?: string; env?: NodeJS.ProcessEnv; command?: Command } = {},
): Promise<BuiltApp> {
  const flags = ['--web', '--port', port, '--data-dir', dataFolder, '--no-open'];
  const [program, ...args] = command;
  const child = spawn(program, [...args, ...flags], {
    cwd: projectFolder,
    env: { ...process.env, TZ: TIME_ZONE, LANG: 'en_GB.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await readUrl(child);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    origin: new URL(url).origin,
    token: new URL(url).hash.replace('#token=', ''),
    dataFolder,
    pid: child.pid ?? 0,
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}

/** As a person does who presses “Do it later” on the first screen. Throws when that is not taken. */
export async function putOffFirstStart({ origin, token }: Pick<BuiltApp, 'origin' | 'token'>): Promise<void> {
  const answer = await fetch(`${origin}/api/v1/onboarding/end`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ how: 'put-off' }),
  });
  if (answer.status !== 200) throw new Error(`The first start could not be put off: ${await answer.text()}`);
}

function readUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (piece: Buffer) => {
      printed += piece.toString();
      const found = /Life OS is ready: (\S+)\n/.exec(printed)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The app did not start:\n${printed}`)));
  });
}
