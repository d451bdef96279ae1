import type { OwnText } from '#connectors/sdk/own-text.ts';
import type { Instant } from '#contract/model/instant.ts';
import { findMemoryRow } from '#db/repositories/memory-items.ts';
import type { FoundEntry, Shelf } from '#db/search-index/entry.ts';
import type { Journal } from '#main/events/journal.ts';
import type { Embedder } from '#main/memory/embedder.ts';
import { syncDocuments, syncHistory, syncMemory } from '#main/memory/keep-index.ts';
import type { OwnDocuments } from '#main/memory/own-documents.ts';
import { openSearchIndex, type SearchIndex } from '#main/memory/search-index.ts';
import type { Log } from '#main/seams.ts';

/** Something that was found again. */
export type Hit = {
  readonly what: 'memory' | OwnText['what'] | 'request';
  readonly title: string;
  readonly words: string;
  readonly at: Instant | null;
  readonly key: string;
  /** Told by the person and by nobody else. */
  readonly own: boolean;
  readonly itemId: string | null;
  readonly runId: string | null;
};

export type Recall = {
  /** What is remembered, written on this computer or was done, best first. */
  find(text: string, wanted: { readonly limit: number; readonly shelves?: readonly Shelf[] }): Promise<readonly Hit[]>;
  /** Brings the index in line with everything that stands now. */
  sync(): Promise<void>;
  /** Whose vectors the index holds. */
  madeBy(): string;
  close(): Promise<void>;
};

/** After the page stands and was used for the first time. */
const FIRST_SYNC_MS = 4_000;
/** What a request wrote is found this long after it at the latest. */
const SYNC_AFTER_MS = 1_500;
/** Files that were changed by hand are looked at again by the next search after this long. */
const LOOK_AGAIN_MS = 60_000;
const ALL: readonly Shelf[] = ['memory', 'documents', 'history'];

/** The search over everything of the person's. The index is opened when it is first needed and follows the log from there. */
export function createRecall(parts: {
  readonly path: string;
  readonly journal: Journal;
  readonly log: Log;
  /** Asked once, when the index is opened. */
  chooseEmbedder(): Promise<Embedder>;
  readonly documents: readonly OwnDocuments[];
}): Recall {
  const { path, journal, log, documents } = parts;
  const changed = new Set<string>();
  let opened: Open | null = null;
  let work: Promise<unknown> = Promise.resolve();
  let isWhole = false;
  let syncedAt = Number.NEGATIVE_INFINITY;
  let closed = false;
  let timer = setTimeout(syncSoon, FIRST_SYNC_MS);
  timer.unref();

  const stop = journal.subscribe(({ body }) => {
    if (body.kind === 'memory.changed') {
      changed.add(body.memoryId);
      if (opened || body.change === 'removed') followSoon();
    }
    if (body.kind === 'run.changed' && body.to === 'completed') scheduleSync(SYNC_AFTER_MS);
  });

  function scheduleSync(afterMs: number): void {
    clearTimeout(timer);
    if (closed) return;
    timer = setTimeout(syncSoon, afterMs);
    timer.unref();
  }

  function syncSoon(): void {
    sync().catch((error: unknown) => {
      if (!closed) log.error({ error }, 'what can be found again could not be brought up to date');
    });
  }

  function followSoon(): void {
    follow().catch((error: unknown) => {
      if (!closed) log.error({ error }, 'what was remembered could not be made findable');
    });
  }

  /** One thing after another, so that two changes of one item arrive in their order. */
  function inTurn<T>(next: (open: Open) => Promise<T>): Promise<T> {
    const turn = work.then(async () => {
      if (closed) throw new Error('The search is closed.');
      opened ??= open(path, await parts.chooseEmbedder());
      return next(opened);
    });
    work = turn.catch(() => undefined);
    return turn;
  }

  /** Takes up what was changed since in the memory itself. */
  const follow = (): Promise<void> =>
    inTurn(async ({ index, embedder }) => {
      const ids = [...changed];
      changed.clear();
      if (!isWhole) await syncMemory(journal.orm, index, embedder);
      else if (ids.length > 0) await syncMemory(journal.orm, index, embedder, ids);
      isWhole = true;
    });

  async function sync(): Promise<void> {
    await follow();
    syncedAt = performance.now();
    await inTurn(({ index, embedder }) => syncHistory(journal, index, embedder));
    for (const { provider, texts } of documents) {
      await inTurn(({ index, embedder }) => syncDocuments(index, embedder, provider, texts));
    }
  }

  return {
    sync,
    madeBy: () => opened?.embedder.madeBy ?? 'built-in',
    async find(text, { limit, shelves = ALL }) {
      if (performance.now() - syncedAt > LOOK_AGAIN_MS) {
        if (syncedAt === Number.NEGATIVE_INFINITY) await sync();
        else scheduleSync(0);
      }
      if (changed.size > 0 || !isWhole) await follow();
      const found = await inTurn(async ({ index, embedder }) => {
        const vector = await embedder.embedQuery(text);
        return index.search(text, { shelves, limit, vector: vector ?? undefined });
      });
      const hits = found.flatMap((entry) => hitOf(journal, entry) ?? []);
      // The request in which something was told says nothing more than what was told.
      const toldIn = new Set(hits.flatMap(({ toldIn: runId }) => runId ?? []));
      return hits.filter(({ runId }) => runId === null || !toldIn.has(runId));
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      stop();
      await work;
      await opened?.index.close();
    },
  };
}

type Open = { readonly index: SearchIndex; readonly embedder: Embedder };

function open(path: string, embedder: Embedder): Open {
  const { dimensions, madeBy } = embedder;
  return { embedder, index: openSearchIndex({ path, dimensions, madeBy }) };
}

/** What was deleted in the meantime is not found any more, whatever the index says. */
function hitOf({ orm }: Journal, entry: FoundEntry): (Hit & { readonly toldIn: string | null }) | null {
  const [what = '', name = ''] = entry.key.split(/\/(.*)/s);
  const { key, title, words, at } = entry;
  const found = { key, title, words, at, own: false, itemId: null, runId: null, toldIn: null };
  if (what === 'request') return { ...found, what, runId: name };
  if (what !== 'memory') return { ...found, what: what as OwnText['what'] };
  const row = findMemoryRow(orm, name);
  if (row?.status !== 'known') return null;
  return { ...found, what, own: row.mark === null && row.learntBy !== 'outside', itemId: name, toldIn: row.runId };
}
