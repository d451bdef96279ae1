import { setImmediate as turn } from 'node:timers/promises';
import { foldText } from '#connectors/sdk/plain-text.ts';
import type { LoggedEvent } from '#contract/model/event.ts';
import type { Json } from '#contract/model/json.ts';
import type { Orm } from '#db/open-database.ts';
import { findLastUpTo, listEventsBefore } from '#db/repositories/events.ts';
import { readEventRow } from '#main/events/chain-event.ts';

export type HistoryQuery = {
  readonly before?: number | undefined;
  readonly limit: number;
  readonly runId?: string | undefined;
  readonly upTo?: string | undefined;
  readonly search?: string | undefined;
};

export type History = { readonly items: LoggedEvent[]; readonly nextBefore: number | null };

/** So many entries are looked through in one go, and so many for one question. */
const IN_ONE_GO = 250;
const MOST_LOOKED_THROUGH = 5_000;

/** The log backwards, newest first. A search looks through it in turns, so that nothing else waits for it. */
export async function readHistory(orm: Orm, query: HistoryQuery): Promise<History> {
  const { limit, upTo, search = '', runId } = query;
  const before = upTo === undefined ? query.before : Math.min(query.before ?? Infinity, lastUpTo(orm, upTo) + 1);
  const from = { ...(before !== undefined && { before }), ...(runId !== undefined && { runId }) };
  return search === '' ? readPage(orm, { ...from, limit }) : searchBack(orm, { ...from, limit }, foldText(search));
}

/** An instant can be written with an offset; the log has none. */
const lastUpTo = (orm: Orm, at: string): number => findLastUpTo(orm, new Date(at).toISOString());

type PageQuery = { readonly before?: number; readonly runId?: string; readonly limit: number };

function readPage(orm: Orm, query: PageQuery): History {
  const items = listEventsBefore(orm, query).map(readEventRow);
  const last = items.at(-1);
  return { items, nextBefore: last && items.length === query.limit && last.seq > 1 ? last.seq : null };
}

async function searchBack(orm: Orm, query: PageQuery, words: string): Promise<History> {
  const items: LoggedEvent[] = [];
  let at: PageQuery = { ...query, limit: IN_ONE_GO };
  for (let looked = 0; looked < MOST_LOOKED_THROUGH; looked += IN_ONE_GO) {
    const page = readPage(orm, at);
    for (const event of page.items) {
      if (!says(event.body, words)) continue;
      items.push(event);
      if (items.length === query.limit) return { items, nextBefore: event.seq > 1 ? event.seq : null };
    }
    if (page.nextBefore === null) return { items, nextBefore: null };
    at = { ...at, before: page.nextBefore };
    await turn();
  }
  return { items, nextBefore: at.before ?? null };
}

/** What names things for the machine and is not read by anybody. */
const UNREAD = /^(?:kind|cedar|rule|key)$|Id$/;

function says(value: Json, words: string): boolean {
  if (typeof value === 'string') return foldText(value).includes(words);
  if (Array.isArray(value)) return value.some((each) => says(each, words));
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([key, child]) => !UNREAD.test(key) && says(child, words));
}
