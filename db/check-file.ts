import { Worker } from 'node:worker_threads';
import type { FileToCheck } from '#db/check-file-worker.ts';

// The bundle puts the thread's file beside the one that this stands in.
const kind = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** Checks a whole file in a thread of its own, so that nothing waits for it. Null when all is well, else what is not. */
export function checkFile(file: FileToCheck): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`./check-file-worker.${kind}`, import.meta.url), { workerData: file });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The check of a file ended without an answer.')));
  });
}
