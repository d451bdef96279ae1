import { parentPort, workerData } from 'node:worker_threads';
import { findEntries } from '#db/search-index/find-entries.ts';
import { keepEntries } from '#db/search-index/keep-entries.ts';
import { openIndex } from '#db/search-index/open-index.ts';
import { embedBuiltIn, tellingWords } from '#main/memory/built-in-embedding.ts';
import type { IndexCall, IndexData, IndexReply } from '#main/memory/index-calls.ts';

const { path, dimensions, madeBy } = workerData as IndexData;
const index = openIndex(path, { dimensions, madeBy });
/** By the built-in way unrelated texts are alike by about a tenth, by models by a third and more. */
const least = madeBy === 'built-in' ? 0.16 : 0.4;
const only = ({ shelves, limit }: Extract<IndexCall, { kind: 'search' }>) => ({ shelves, limit });
const keep = keepEntries(index);
const find = findEntries(index);

function answer(call: IndexCall): unknown {
  switch (call.kind) {
    case 'put':
      return keep.put(
        call.entries.map((entry, at) => ({
          ...entry,
          vector: call.vectors?.[at] ?? embedBuiltIn(`${entry.title}\n${entry.words}`),
        })),
      );
    case 'remove':
      return keep.remove(call.keys);
    case 'versions':
      return keep.versions(call.shelf);
    case 'count':
      return keep.count();
    case 'nearest':
      return find.nearest(call.vector, call.shelves, call.limit);
    case 'search': {
      const vector = call.vector ?? (madeBy === 'built-in' ? embedBuiltIn(call.text) : null);
      return find.search({ terms: tellingWords(call.text), vector, ...only(call), least });
    }
    case 'close':
      index.sqlite.close();
      return null;
  }
}

parentPort?.on('message', ({ id, call }: { id: number; call: IndexCall }) => {
  let reply: IndexReply;
  try {
    reply = { id, ok: true, value: answer(call) };
  } catch (error) {
    reply = { id, ok: false, because: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(reply);
  if (call.kind === 'close') parentPort?.close();
});
