import { readFileSync } from 'node:fs';
import { type BuiltApp, makeDataFolder, putOffFirstStart, startBuiltApp } from '../tests/peers/built-app.ts';

/** The built app as the README starts it, with a data folder of its own. */
export type MeasuredApp = {
  readonly url: string;
  readonly origin: string;
  readonly token: string;
  /** When the command was given, on the clock of `performance.now()`. */
  readonly startedAt: number;
  /** Milliseconds from then to the line that says it is ready. */
  readonly readyAfter: number;
  /** Milliseconds that went into putting the first start off: nobody's daily start has them. */
  readonly aside: number;
  /** Bytes of memory that the core holds now (VmRSS), without npm and its shell. */
  residentBytes(): number;
  close(): Promise<void>;
};

export async function startThroughNpm(): Promise<MeasuredApp> {
  const folder = makeDataFolder();
  const startedAt = performance.now();
  const app: BuiltApp = await startBuiltApp(folder.path, { command: ['npm', 'start', '--silent', '--'] });
  const readyAfter = performance.now() - startedAt;
  await putOffFirstStart(app);
  const aside = performance.now() - startedAt - readyAfter;
  const core = findCore(app.pid);
  return {
    url: app.url,
    origin: app.origin,
    token: app.token,
    startedAt,
    readyAfter,
    aside,
    residentBytes: () => residentBytes(core),
    async close() {
      // npm passes the signal on to its shell and not to what that started, so the core is asked itself.
      process.kill(core, 'SIGTERM');
      await app.stop();
      folder.remove();
    },
  };
}

/** npm starts a shell that starts Node; the core is the last of that line. */
function findCore(pid: number): number {
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  return child === undefined || child === '' ? pid : findCore(Number(child));
}

function residentBytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}
