import { hashOf } from '#connectors/sdk/derive-id.ts';
import type { OwnText } from '#connectors/sdk/own-text.ts';
import { memoryWordsOf } from '#contract/model/memory-item.ts';
import type { Orm } from '#db/open-database.ts';
import { findMemoryRow, listMemoryRows, type MemoryRow } from '#db/repositories/memory-items.ts';
import { listRunsToFind, type RunToFind } from '#db/repositories/runs.ts';
import { listReportsOfRun } from '#db/repositories/tool-calls.ts';
import type { IndexEntry } from '#db/search-index/entry.ts';
import type { Journal } from '#main/events/journal.ts';
import type { Embedder } from '#main/memory/embedder.ts';
import { piecesOf } from '#main/memory/pieces-of.ts';
import { historyFrom } from '#main/memory/retention.ts';
import type { SearchIndex } from '#main/memory/search-index.ts';

/** So many entries are made and handed over at once; the rest of the app has its turn in between. */
const AT_ONCE = 100;

/** What is known of the memory; of some items, or of all. */
export async function syncMemory(
  orm: Orm,
  index: SearchIndex,
  embedder: Embedder,
  ids?: readonly string[],
): Promise<void> {
  const rows = ids ? ids.flatMap((id) => findMemoryRow(orm, id) ?? []) : listMemoryRows(orm);
  const known = rows.filter(({ status }) => status === 'known');
  const wanted = ids ? ids.map((id) => `memory/${id}`) : undefined;
  await bringInLine(index, embedder, await standing(index, 'memory', wanted), known.map(memoryEntry));
}

function memoryEntry({ id, item, updatedAt, createdAt }: MemoryRow): IndexEntry {
  const words = memoryWordsOf(item);
  return { key: `memory/${id}`, shelf: 'memory', title: '', words, version: updatedAt, at: createdAt };
}

/** What was asked for and done, as far back as the person wants it found. */
export async function syncHistory({ orm, now }: Journal, index: SearchIndex, embedder: Embedder): Promise<void> {
  const runs = listRunsToFind(orm, historyFrom(orm, now()));
  const stands = await standing(index, 'history');
  await bringInLine(
    index,
    embedder,
    stands,
    runs.map((run) => (stands.get(keyOf(run)) === run.updatedAt ? known(run) : historyEntry(orm, run))),
  );
}

const keyOf = ({ id }: RunToFind): string => `request/${id}`;
const known = (run: RunToFind): IndexEntry => entryOf(run, '');
const historyEntry = (orm: Orm, run: RunToFind): IndexEntry =>
  entryOf(run, [run.intent, run.goal ?? '', ...listReportsOfRun(orm, run.id)].join('\n'));

const entryOf = (run: RunToFind, words: string): IndexEntry => ({
  key: keyOf(run),
  shelf: 'history',
  title: run.intent.slice(0, 300),
  words: words.slice(0, 4_000),
  version: run.updatedAt,
  at: run.createdAt,
});

/** What a connector keeps on this computer; longer texts in pieces. */
export async function syncDocuments(
  index: SearchIndex,
  embedder: Embedder,
  provider: string,
  texts: () => Promise<readonly OwnText[]>,
): Promise<void> {
  const stands = await index.versions('documents');
  const own = new Map([...stands].filter(([key]) => key.split('/')[1] === provider));
  const entries = (await texts()).flatMap(({ what, id, title, words, at }) =>
    piecesOf(words).map((piece, part): IndexEntry => {
      const key = `${what}/${provider}/${id}#${part}`;
      return { key, shelf: 'documents', title, words: piece, version: hashOf(`${title}\n${piece}`), at };
    }),
  );
  await bringInLine(index, embedder, own, entries);
}

async function standing(
  index: SearchIndex,
  shelf: 'memory' | 'history',
  keys?: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  // Of single items everything is put anew or taken out.
  return keys ? new Map(keys.map((key) => [key, ''])) : index.versions(shelf);
}

/** Puts in what is new or was changed, and takes out what is no more. */
async function bringInLine(
  index: SearchIndex,
  embedder: Embedder,
  stands: ReadonlyMap<string, string>,
  wanted: readonly IndexEntry[],
): Promise<void> {
  const keys = new Set(wanted.map(({ key }) => key));
  const gone = [...stands.keys()].filter((key) => !keys.has(key));
  if (gone.length > 0) await index.remove(gone);
  const fresh = wanted.filter(({ key, version }) => stands.get(key) !== version);
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    const entries = fresh.slice(from, from + AT_ONCE);
    const vectors = await embedder.embed(entries.map(({ title, words }) => `${title}\n${words}`.trim()));
    await index.put(entries, vectors ?? undefined);
  }
}
