import type { DAVAccount, DAVResponse } from 'tsdav';
import { type DavWords, failureOf } from '#connectors/sdk/dav/dav-failure.ts';
import { type DavSettings, isOfService } from '#connectors/sdk/dav/dav-settings.ts';
import { capitalised } from '#connectors/sdk/plain-text.ts';
import { brokenWire, ServiceFailure } from '#connectors/sdk/service-failure.ts';
import { t } from '#contract/language/t.ts';

/** A calendar or an address book of the account. */
export type DavCollection = { readonly url: string; readonly name: string };

/** An event or a card, or what belongs to one, as the service keeps it. */
export type DavObject = { readonly url: string; readonly etag: string; readonly text: string };

/** What changed in a collection since a token: everything, where there was none. */
export type DavChanges = {
  readonly changed: readonly DavObject[];
  /** Addresses of what is gone. */
  readonly gone: readonly string[];
  readonly syncToken: string | null;
  /** False: only what changed since the token that was given. */
  readonly isWhole: boolean;
};

/** What is kept at the service: events over CalDAV, or cards over CardDAV. */
export type DavKind = {
  readonly words: DavWords;
  readonly accountType: 'caldav' | 'carddav';
  readonly mediaType: string;
  /** The property that holds an object’s text, as it is asked for, and its name in tsdav’s answer. */
  readonly data: { readonly asked: string; readonly answered: string };
  /** Those of the account that are to be read. */
  collections(tsdav: Tsdav, account: DAVAccount, fetch: typeof globalThis.fetch): Promise<readonly DavCollection[]>;
  multiGet(tsdav: Tsdav): Tsdav['calendarMultiGet'] | Tsdav['addressBookMultiGet'];
};
export type Tsdav = typeof import('tsdav');

/** Signed in to an account. Every failure is thrown as a `ServiceFailure`. */
export type Dav = {
  collections(): Promise<readonly DavCollection[]>;
  /** What the server says it can do besides (the `DAV` header): `calendar-auto-schedule`, for instance. */
  abilities(collection: DavCollection): Promise<readonly string[]>;
  changesIn(collection: DavCollection, since: string | null): Promise<DavChanges>;
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

export function openDav(kind: DavKind, settings: DavSettings, password: string, { fetch, signal }: Reach): Dav {
  const { words } = kind;
  const authorization = `Basic ${Buffer.from(`${settings.user}:${password}`).toString('base64')}`;

  /** Every request of the account, tsdav's own too, goes through here and nowhere else. */
  const ask = async (changes: boolean, target: string, init: RequestInit): Promise<Response> => {
    if (!isOfService(settings.url, target)) {
      throw new ServiceFailure({
        kind: 'unreadable',
        because: t`${capitalised(words.service)} pointed to another one`,
      });
    }
    const headers = new Headers(init.headers);
    headers.set('authorization', authorization);
    let response: Response;
    try {
      response = await fetch(target, { ...init, headers, signal });
    } catch {
      throw new ServiceFailure(brokenWire(words.service, changes));
    }
    const size = Number(response.headers.get('content-length') ?? 0);
    if (size > MOST_BYTES)
      throw new ServiceFailure({ kind: 'unreadable', because: t`${capitalised(words.collection)} is too large` });
    return response;
  };
  const reading = (async (target: string | URL | Request, init: RequestInit = {}) => {
    const response = await ask(false, String(target), init);
    const isRedirect = response.status >= 300 && response.status < 400;
    if (response.ok || isRedirect || isTokenRefused(response, init)) return response;
    throw new ServiceFailure(failureOf(response, false, words));
  }) as typeof globalThis.fetch;

  async function changing(method: 'PUT' | 'DELETE', url: string, headers: Record<string, string>, body?: string) {
    const init: RequestInit = { method, headers, redirect: 'error', ...(body === undefined ? {} : { body }) };
    const response = await ask(true, url, init);
    await response.arrayBuffer().catch(() => {});
    if (!response.ok) throw new ServiceFailure(failureOf(response, true, words));
  }
  const type = { 'content-type': `${kind.mediaType}; charset=utf-8` };

  return {
    async collections() {
      const tsdav = await loadTsdav();
      const account = await understood(() =>
        tsdav.createAccount({
          account: { serverUrl: settings.url, accountType: kind.accountType },
          fetch: reading,
        }),
      );
      return understood(() => kind.collections(tsdav, account, reading));
    },
    async abilities({ url }) {
      const response = await ask(false, url, { method: 'OPTIONS', redirect: 'error' });
      await response.arrayBuffer().catch(() => {});
      if (!response.ok) throw new ServiceFailure(failureOf(response, false, words));
      return (response.headers.get('dav') ?? '').split(',').map((word) => word.trim().toLowerCase());
    },
    async changesIn(collection, since) {
      const { syncCollection, propfind } = await loadTsdav();
      if (since !== null) {
        const params = { url: collection.url, props: etagAlone, syncLevel: 1, syncToken: since, fetch: reading };
        const answered = await understood(() => syncCollection(params));
        const token = tokenOf(answered);
        if (token !== null) {
          const own = answered.filter(({ href }) => href !== undefined && urlOf(href, collection) !== collection.url);
          const gone = own.filter(({ status }) => status === 404).map(({ href = '' }) => urlOf(href, collection));
          const urls = own.filter(({ ok }) => ok).map(({ href = '' }) => urlOf(href, collection));
          return { changed: await fetchAll(collection, urls), gone, syncToken: token, isWhole: false };
        }
      }
      const answered = await understood(() =>
        propfind({ url: collection.url, props: { ...etagAlone, 'd:sync-token': {} }, depth: '1', fetch: reading }),
      );
      const urls = answered.map(({ href = '' }) => urlOf(href, collection)).filter((url) => url !== collection.url);
      const self = answered.find(({ href = '' }) => urlOf(href, collection) === collection.url);
      const syncToken = typeof self?.props?.syncToken === 'string' ? self.props.syncToken : null;
      return { changed: await fetchAll(collection, urls), gone: [], syncToken, isWhole: true };
    },
    create: (url, text) => changing('PUT', url, { ...type, 'if-none-match': '*' }, text),
    update: ({ url, etag }, text) => changing('PUT', url, { ...type, 'if-match': etag }, text),
    remove: ({ url, etag }) => changing('DELETE', url, { 'if-match': etag }),
  };

  /** An answer that tsdav can't make sense of is none of ours to make sense of either. */
  async function understood<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ServiceFailure) throw error;
      throw new ServiceFailure(brokenWire(words.service, false));
    }
  }

  async function fetchAll(collection: DavCollection, urls: readonly string[]): Promise<DavObject[]> {
    const multiGet = kind.multiGet(await loadTsdav());
    const objects: DavObject[] = [];
    for (let at = 0; at < urls.length; at += MOST_AT_ONCE) {
      const objectUrls = urls.slice(at, at + MOST_AT_ONCE).map((url) => new URL(url).pathname);
      const params = {
        url: collection.url,
        props: { 'd:getetag': {}, [kind.data.asked]: {} },
        objectUrls,
        depth: '1',
        fetch: reading,
      } as const;
      for (const { href = '', props } of await understood(() => multiGet(params))) {
        const data = props?.[kind.data.answered];
        const text: unknown = data?._cdata ?? data;
        const etag: unknown = props?.getetag;
        if (typeof text === 'string' && etag !== undefined) {
          objects.push({ url: urlOf(href, collection), etag: String(etag), text });
        }
      }
    }
    return objects;
  }
}

/** Loaded when such an account is used for the first time: the app starts without it. */
const loadTsdav = () => import('tsdav');

/** A token that a service has forgotten is answered with one of these; then everything is asked for anew. */
const isTokenRefused = ({ status }: Response, { body }: RequestInit): boolean =>
  [400, 403, 409, 410, 415, 501, 507].includes(status) && String(body ?? '').includes('sync-collection');

const tokenOf = ([first]: readonly DAVResponse[]): string | null => {
  const token: unknown = first?.raw?.multistatus?.syncToken;
  return typeof token === 'string' || typeof token === 'number' ? String(token) : null;
};

const urlOf = (href: string, { url }: DavCollection): string => new URL(href, url).href;
