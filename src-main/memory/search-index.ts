import { Worker } from 'node:worker_threads';
import type { FoundEntry, IndexEntry, Shelf } from '#db/search-index/entry.ts';
import type { IndexCall, IndexData, IndexReply } from '#main/memory/index-calls.ts';

// The bundle puts the thread's file beside the one that this stands in.
const file = import.meta.url.endsWith('.ts') ? './index-worker.ts' : './memory-index-worker.js';

type Query = { readonly shelves: readonly Shelf[]; readonly limit: number };

/** The search index: a file of its own, in a thread of its own, so that neither indexing nor searching holds anything up. */
export type SearchIndex = {
  put(entries: readonly IndexEntry[], vectors?: readonly Float32Array[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  versions(shelf: Shelf): Promise<ReadonlyMap<string, string>>;
  count(): Promise<number>;
  /** By vector alone. */
  nearest(vector: Float32Array, query: Query): Promise<readonly string[]>;
  /** By words and by vector, best first. */
  search(text: string, query: Query & { readonly vector?: Float32Array | undefined }): Promise<readonly FoundEntry[]>;
  close(): Promise<void>;
};

/** Opens it; the file is made, or made anew, when it is not there, damaged or of another kind. */
export function openSearchIndex(data: IndexData): SearchIndex {
  const worker = new Worker(new URL(file, import.meta.url), { workerData: data });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  let ended: Error | null = null;
  // It alone keeps no program from ending.
  worker.unref();
  worker.on('message', (reply: IndexReply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) asked?.resolve(reply.value);
    else asked?.reject(new Error(`The search index: ${reply.because}`));
  });
  const end = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The search index is closed.')));

  function ask<T>(call: IndexCall): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (ended) return reject(ended);
      last += 1;
      waiting.set(last, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ id: last, call });
    });
  }

  return {
    put: (entries, vectors) => ask({ kind: 'put', entries, vectors }),
    remove: (keys) => ask({ kind: 'remove', keys }),
    versions: (shelf) => ask({ kind: 'versions', shelf }),
    count: () => ask({ kind: 'count' }),
    nearest: (vector, query) => ask({ kind: 'nearest', vector, ...query }),
    search: (text, query) => ask({ kind: 'search', text, ...query }),
    async close() {
      if (ended) return;
      await ask({ kind: 'close' }).catch(() => undefined);
      await worker.terminate();
    },
  };
}
