import { fork } from 'node:child_process';
import { projectFolder } from '#build/project-folder.ts';
import { atTheEnd } from '../at-the-end.ts';

const LONGEST_MINUTES = 10;

/**
 * Runs a program in a process of its own, so that neither its memory nor its code that is already
 * compiled is another's. Rejects with what it printed when it ends without an answer, or takes over ten minutes.
 */
export function runInChild<Answer>(
  program: string,
  request: object,
  options: { readonly execArgv?: readonly string[] } = {},
): Promise<Answer> {
  const child = fork(program, [JSON.stringify(request)], {
    cwd: projectFolder,
    execArgv: [...(options.execArgv ?? [])],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const callOff = atTheEnd(() => child.kill('SIGKILL'));
  let isTooLong = false;
  const limit = setTimeout(() => {
    isTooLong = child.kill('SIGKILL');
  }, LONGEST_MINUTES * 60_000);
  let printed = '';
  const keep = (piece: Buffer) => {
    printed = (printed + piece.toString()).slice(-4000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return new Promise<Answer>((resolve, reject) => {
    let answer: { value: Answer } | undefined;
    child.once('message', (message) => {
      answer = { value: message as Answer };
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      callOff();
      if (answer && code === 0) resolve(answer.value);
      else if (isTooLong) reject(new Error(`It took over ${LONGEST_MINUTES} minutes.`));
      else reject(new Error(`${program} ended with ${signal ?? code}.\n${printed}`));
    });
  });
}
