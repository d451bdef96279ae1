import { fork } from 'node:child_process';
import { once } from 'node:events';
import { projectFolder } from '#build/project-folder.ts';
import { atTheEnd } from '../at-the-end.ts';

export type MailCoreRequest = {
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly password: string;
};

/** How far it is: emails told of, and memory in bytes after what nobody holds any more was let go. */
export type Progress = { readonly told: number; readonly heap: number; readonly resident: number };

/** The shipped core in a process of its own, with a mail account. */
export type MailCore = {
  progress(): Promise<Progress>;
  /** Until so many emails were told of. */
  toldOf(count: number): Promise<Progress>;
  /** Asks whether there is unread email; answers with what it says. */
  ask(): Promise<readonly string[]>;
  /** At once, as when the power fails. */
  kill(): Promise<void>;
};

const LOOKS_EVERY_MS = 50;

export async function startMailCore(program: string, request: MailCoreRequest): Promise<MailCore> {
  const child = fork(program, [JSON.stringify(request)], { cwd: projectFolder, execArgv: ['--expose-gc'] });
  const callOff = atTheEnd(() => child.kill('SIGKILL'));
  const gone = once(child, 'exit').then(() => Promise.reject(new Error('The core has ended.')));
  gone.catch(() => {});
  const answer = async <T>(): Promise<T> => (await Promise.race([once(child, 'message'), gone]))[0] as T;
  const call = <T>(what: 'told' | 'progress' | 'ask'): Promise<T> => {
    const answered = answer<T>();
    child.send(what);
    return answered;
  };
  await answer();
  return {
    progress: () => call('progress'),
    async toldOf(count) {
      for (;;) {
        // Letting go of what nobody holds takes time, so that memory is looked at only once it is there.
        if ((await call<number>('told')) >= count) return call<Progress>('progress');
        await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
      }
    },
    ask: () => call('ask'),
    async kill() {
      child.kill('SIGKILL');
      await gone.catch(() => {});
      callOff();
    },
  };
}
