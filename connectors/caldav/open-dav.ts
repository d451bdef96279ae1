import type { DAVCalendar, DAVResponse } from 'tsdav';
import { brokenWire, DavFailure, failureOf } from '#connectors/caldav/dav-failure.ts';
import { type DavSettings, isOfService } from '#connectors/caldav/dav-settings.ts';

/** A calendar of the account that holds events. */
export type DavCalendar = { readonly url: string; readonly name: string; readonly syncToken: string | null };

/** An event, or what belongs to one, as the service keeps it. */
export type DavObject = { readonly url: string; readonly etag: string; readonly text: string };

/** What changed in a calendar since a token: everything, where there was none. */
export type DavChanges = {
  readonly changed: readonly DavObject[];
  /** Addresses of what is gone. */
  readonly gone: readonly string[];
  readonly syncToken: string | null;
  /** False: only what changed since the token that was given. */
  readonly isWhole: boolean;
};

/** Signed in to a calendar account. Every failure is thrown as a `DavFailure`. */
export type Dav = {
  calendars(): Promise<readonly DavCalendar[]>;
  changesIn(calendar: DavCalendar, since: string | null): Promise<DavChanges>;
  /** Only where nothing is yet. */
  create(url: string, text: string): Promise<void>;
  /** Only while it is as it was read. */
  update(object: Pick<DavObject, 'url' | 'etag'>, text: string): Promise<void>;
  remove(object: Pick<DavObject, 'url' | 'etag'>): Promise<void>;
};

type Reach = { readonly fetch: typeof globalThis.fetch; readonly signal: AbortSignal };

const MOST_AT_ONCE = 200;
const MOST_BYTES = 64 * 1024 * 1024;
const etagAlone = { 'd:getetag': {} };
const etagAndData = { 'd:getetag': {}, 'c:calendar-data': {} };

export function openDav(settings: DavSettings, password: string, { fetch, signal }: Reach): Dav {
  const authorization = `Basic ${Buffer.from(`${settings.user}:${password}`).toString('base64')}`;

  /** Every request of the account, tsdav's own too, goes through here and nowhere else. */
  const ask = async (changes: boolean, target: string, init: RequestInit): Promise<Response> => {
    if (!isOfService(settings.url, target)) {
      throw new DavFailure({ kind: 'unreadable', because: 'Your calendar service pointed to another one' });
    }
    const headers = new Headers(init.headers);
    headers.set('authorization', authorization);
    let response: Response;
    try {
      response = await fetch(target, { ...init, headers, signal });
    } catch {
      throw new DavFailure(brokenWire(changes));
    }
    const size = Number(response.headers.get('content-length') ?? 0);
    if (size > MOST_BYTES) throw new DavFailure({ kind: 'unreadable', because: 'Your calendar is too large' });
    return response;
  };
  const reading = (async (target: string | URL | Request, init: RequestInit = {}) => {
    const response = await ask(false, String(target), init);
    const isRedirect = response.status >= 300 && response.status < 400;
    if (response.ok || isRedirect || isTokenRefused(response, init)) return response;
    throw new DavFailure(failureOf(response, false));
  }) as typeof globalThis.fetch;

  async function changing(method: 'PUT' | 'DELETE', url: string, headers: Record<string, string>, body?: string) {
    const init: RequestInit = { method, headers, redirect: 'error', ...(body === undefined ? {} : { body }) };
    const response = await ask(true, url, init);
    await response.arrayBuffer().catch(() => {});
    if (!response.ok) throw new DavFailure(failureOf(response, true));
  }
  const calendarType = { 'content-type': 'text/calendar; charset=utf-8' };

  return {
    async calendars() {
      const { createAccount, fetchCalendars } = await loadTsdav();
      const account = await understood(() =>
        createAccount({ account: { serverUrl: settings.url, accountType: 'caldav' }, fetch: reading }),
      );
      const found = await understood(() => fetchCalendars({ account, fetch: reading }));
      return found.filter(holdsEvents).map(({ url, displayName, syncToken }) => ({
        url,
        name: typeof displayName === 'string' ? displayName : 'Calendar',
        syncToken: syncToken === undefined ? null : String(syncToken),
      }));
    },
    async changesIn(calendar, since) {
      const { syncCollection, propfind } = await loadTsdav();
      if (since !== null) {
        const params = { url: calendar.url, props: etagAlone, syncLevel: 1, syncToken: since, fetch: reading };
        const answered = await understood(() => syncCollection(params));
        const token = tokenOf(answered);
        if (token !== null) {
          const own = answered.filter(({ href }) => href !== undefined && urlOf(href, calendar) !== calendar.url);
          const gone = own.filter(({ status }) => status === 404).map(({ href = '' }) => urlOf(href, calendar));
          const urls = own.filter(({ ok }) => ok).map(({ href = '' }) => urlOf(href, calendar));
          return { changed: await fetchAll(calendar, urls), gone, syncToken: token, isWhole: false };
        }
      }
      const answered = await understood(() =>
        propfind({ url: calendar.url, props: { ...etagAlone, 'd:sync-token': {} }, depth: '1', fetch: reading }),
      );
      const urls = answered.map(({ href = '' }) => urlOf(href, calendar)).filter((url) => url !== calendar.url);
      const self = answered.find(({ href = '' }) => urlOf(href, calendar) === calendar.url);
      const syncToken = typeof self?.props?.syncToken === 'string' ? self.props.syncToken : null;
      return { changed: await fetchAll(calendar, urls), gone: [], syncToken, isWhole: true };
    },
    create: (url, text) => changing('PUT', url, { ...calendarType, 'if-none-match': '*' }, text),
    update: ({ url, etag }, text) => changing('PUT', url, { ...calendarType, 'if-match': etag }, text),
    remove: ({ url, etag }) => changing('DELETE', url, { 'if-match': etag }),
  };

  async function fetchAll(calendar: DavCalendar, urls: readonly string[]): Promise<DavObject[]> {
    const { calendarMultiGet } = await loadTsdav();
    const objects: DavObject[] = [];
    for (let at = 0; at < urls.length; at += MOST_AT_ONCE) {
      const objectUrls = urls.slice(at, at + MOST_AT_ONCE).map((url) => new URL(url).pathname);
      const params = { url: calendar.url, props: etagAndData, objectUrls, depth: '1', fetch: reading } as const;
      for (const { href = '', props } of await understood(() => calendarMultiGet(params))) {
        const text: unknown = props?.calendarData?._cdata ?? props?.calendarData;
        const etag: unknown = props?.getetag;
        if (typeof text === 'string' && etag !== undefined) {
          objects.push({ url: urlOf(href, calendar), etag: String(etag), text });
        }
      }
    }
    return objects;
  }
}

/** Loaded when a calendar account is used for the first time: the app starts without it. */
const loadTsdav = () => import('tsdav');

/** An answer that tsdav can't make sense of is none of ours to make sense of either. */
async function understood<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DavFailure) throw error;
    throw new DavFailure(brokenWire(false));
  }
}

/** A token that a service has forgotten is answered with one of these; then everything is asked for anew. */
const isTokenRefused = ({ status }: Response, { body }: RequestInit): boolean =>
  [400, 403, 409, 410, 415, 501, 507].includes(status) && String(body ?? '').includes('sync-collection');

const tokenOf = ([first]: readonly DAVResponse[]): string | null => {
  const token: unknown = first?.raw?.multistatus?.syncToken;
  return typeof token === 'string' || typeof token === 'number' ? String(token) : null;
};

const urlOf = (href: string, { url }: DavCalendar): string => new URL(href, url).href;

const holdsEvents = ({ components }: DAVCalendar): boolean => components === undefined || components.includes('VEVENT');
