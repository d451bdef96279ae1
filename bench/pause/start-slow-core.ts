import { fork } from 'node:child_process';
import { once } from 'node:events';
import { projectFolder } from '#build/project-folder.ts';
import { atTheEnd } from '../at-the-end.ts';
import { bundlePrograms } from '../engine/bundle-programs.ts';
import type { SlowCoreRequest } from './serve-slow-core.ts';

/** The core in a process of its own, asked over HTTP as any program asks it. */
export type SlowCore = {
  /** Rejects for every answer that is no success. */
  call<Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer>;
  close(): Promise<void>;
};

const token = 'T'.repeat(43);

export async function startSlowCore(folder: string, service: string): Promise<SlowCore> {
  const programs = await bundlePrograms('pause', ['serve-slow-core']);
  const request: SlowCoreRequest = { folder, service, token };
  const child = fork(programs['serve-slow-core'], [JSON.stringify(request)], { cwd: projectFolder });
  const callOff = atTheEnd(() => child.kill('SIGKILL'));
  const [{ port }] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('The core did not start.'))),
  ])) as [{ port: number }];
  return {
    async call<Answer>(method: 'GET' | 'POST', path: string, body?: object) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Answer;
    },
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      callOff();
    },
  };
}
