import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../build/project-folder.ts';

/** The built app as a person starts it, on a free port and a data folder of its own. */
export type BuiltApp = {
  readonly url: string;
  readonly origin: string;
  readonly token: string;
  /** Process id of the core itself, not of npm. */
  readonly pid: number;
  /** Milliseconds from the command to the line that says it is ready. */
  readonly readyAfter: number;
  readonly startedAt: number;
  close(): Promise<void>;
};

/** Starts it with `npm start`, as the README says. Rejects with what it printed when it does not come up. */
export async function startBuiltApp(): Promise<BuiltApp> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'life-os-bench-'));
  const flags = ['--web', '--port', '0', '--no-open', '--data-dir', dataFolder];
  const startedAt = performance.now();
  const child = spawn('npm', ['start', '--silent', '--', ...flags], { cwd: projectFolder, detached: true });
  const url = await readUrl(child);
  const readyAfter = performance.now() - startedAt;
  const { origin } = new URL(url);
  return {
    url,
    origin,
    token: new URL(url).hash.replace('#token=', ''),
    pid: findCore(child.pid ?? 0),
    readyAfter,
    startedAt,
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      // The group is npm, its shell and the core, all started here.
      process.kill(-(child.pid ?? 0), 'SIGTERM');
      await ended;
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function readUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (piece: Buffer) => {
      printed += piece.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(printed);
      if (found) resolve(found[0]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`the app did not start:\n${printed}`)));
  });
}

/** npm starts a shell that starts Node; the core is the last of that line. */
function findCore(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  const [first] = children;
  return first === undefined ? pid : findCore(Number(first));
}

/** Bytes of memory that a process holds now (VmRSS). */
export function residentBytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}
