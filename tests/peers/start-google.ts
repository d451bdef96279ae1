import { createServer, type IncomingMessage } from 'node:http';
import { createEmulator } from 'emulate';
import { findPort } from '#tests/peers/find-port.ts';
import { type CalendarStore, createCalendarStore } from '#tests/peers/google-calendar.ts';
import { createDocsStore, type DocsStore } from '#tests/peers/google-docs.ts';
import { type Api, gone, insufficientScopes, notSwitchedOn, unauthenticated } from '#tests/peers/google-problems.ts';

/**
 * Google on this computer: `emulate` for signing in and Gmail, and in front of it what that lacks, by Google's
 * reference: the events of a calendar (google-calendar.ts), documents (google-docs.ts), Gmail's profile and its search by Message-ID (emulate's own
 * never finds anything), a client of the type “Desktop app” whose way back may have any port, scopes that count, APIs that
 * are not switched on, and ends of sign-ins that are foretold.
 */
export type Google = {
  readonly url: string;
  /** The file that Google gives out for a client of the type “Desktop app”, pointing here. */
  readonly clientFile: string;
  readonly port: number;
  /** Somebody new with an account, and a token for all of it. */
  addPerson(): { readonly address: string; readonly token: string };
  calendarOf(address: string): CalendarStore;
  docsOf(address: string): DocsStore;
  /** From now on no token of theirs counts, nor can be renewed; false: they count again. */
  turnAway(address: string, isAway?: boolean): void;
  /** APIs that the project has not switched on. */
  readonly off: Set<Api>;
  /** Seconds after which a sign-in ends by itself, as for a client that is in testing; null: it does not. */
  signInLasts: number | null;
  /** As after a week: what changed before is not known any more. */
  forgetHistory(): void;
  /** What was asked, as `GET /calendar/v3/…`. */
  readonly asked: string[];
  stop(): Promise<void>;
};

const PEOPLE = 1500;
const client = { id: 'trial.apps.googleusercontent.com', secret: 'GOCSPX-trial' };
const auth = 'https://www.googleapis.com/auth';

const madeHere = [`${auth}/drive.file`, `${auth}/drive`];

/** By which of these scopes something may be asked for. */
const scopesFor: Readonly<Record<Api, readonly string[]>> = {
  calendar: [`${auth}/calendar.events`, `${auth}/calendar`],
  gmail: [`${auth}/gmail.modify`, 'https://mail.google.com/'],
  docs: madeHere,
  drive: madeHere,
};

/** `reachedAt` is told its port, and answers with the address under which everybody reaches it: through something else, say. */
export async function startGoogle(reachedAt = async (port: number) => `http://127.0.0.1:${port}`): Promise<Google> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port.');
  const url = await reachedAt(bound.port);
  const people = Array.from({ length: PEOPLE }, (_, index) => `person-${index + 1}@example.org`);
  const port = await findPort();
  const target = `http://127.0.0.1:${port}`;
  const emulator = await createEmulator({
    service: 'google',
    port,
    baseUrl: url,
    seed: {
      tokens: Object.fromEntries(
        people.map((login) => [
          `token of ${login}`.replaceAll(' ', '-'),
          { login, scopes: Object.values(scopesFor).flat() },
        ]),
      ),
      google: {
        users: people.map((email) => ({ email })),
      },
    },
  });
  const calendars = new Map<string, CalendarStore>();
  const docs = new Map<string, DocsStore>();
  const away = new Set<string>();
  const off = new Set<Api>();
  const asked: string[] = [];
  const scopesByToken = new Map<string, readonly string[]>();
  const addressByToken = new Map<string, string>();
  let given = 0;
  let isHistoryGone = false;

  const google: Google = {
    url,
    port: bound.port,
    clientFile: JSON.stringify({
      installed: {
        client_id: client.id,
        project_id: 'life-os-trial',
        auth_uri: `${url}/o/oauth2/v2/auth`,
        token_uri: `${url}/oauth2/token`,
        client_secret: client.secret,
        redirect_uris: ['http://localhost'],
      },
    }),
    addPerson() {
      const address = people[given];
      if (address === undefined) throw new Error('Nobody is left.');
      given += 1;
      return { address, token: `token of ${address}`.replaceAll(' ', '-') };
    },
    calendarOf(address) {
      const calendar = calendars.get(address) ?? createCalendarStore(address);
      calendars.set(address, calendar);
      return calendar;
    },
    docsOf(address) {
      const store = docs.get(address) ?? createDocsStore(address);
      docs.set(address, store);
      return store;
    },
    turnAway(address, isAway = true) {
      if (isAway) away.add(address);
      else away.delete(address);
    },
    off,
    signInLasts: null,
    forgetHistory() {
      isHistoryGone = true;
    },
    asked,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.close();
    },
  };

  const ask = (path: string, request?: Parameters<typeof fetch>[1]) =>
    fetch(`${target}${path}`, { redirect: 'manual', ...request });

  /** Whose token it is; emulate knows. */
  async function whoseIs(token: string): Promise<string | null> {
    // What emulate does not know it takes for somebody’s all the same.
    if (!token.startsWith('token-of-') && !scopesByToken.has(token)) return null;
    const known = addressByToken.get(token);
    if (known !== undefined) return known;
    const answered = await ask('/oauth2/v2/userinfo', { headers: { authorization: `Bearer ${token}` } });
    const { email } = answered.ok ? ((await answered.json()) as { email?: string }) : {};
    if (email !== undefined) addressByToken.set(token, email);
    return email ?? null;
  }

  async function answer(
    request: IncomingMessage,
    bytes: Buffer,
  ): Promise<{ status: number; body: unknown } | Response> {
    const { method = 'GET', headers } = request;
    const { pathname, search, searchParams } = new URL(request.url ?? '/', url);
    asked.push(`${method} ${pathname}`);
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    const api = apiOf(pathname);
    if (api !== null) {
      const address = await whoseIs(token);
      if (address === null || away.has(address)) return unauthenticated;
      if (off.has(api)) return notSwitchedOn(api);
      const scopes = scopesByToken.get(token);
      if (scopes && !scopesFor[api].some((scope) => scopes.includes(scope))) return insufficientScopes;
      const event = /^\/calendar\/v3\/calendars\/primary\/events(?:\/([^/]+))?$/.exec(pathname);
      if (event) {
        const body = bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8'));
        const id = decodeURIComponent(event[1] ?? '');
        return google
          .calendarOf(address)
          .answer({ method, id, query: searchParams, body, ifMatch: headers['if-match'] });
      }
      if (api === 'docs' || api === 'drive') {
        const type = headers['content-type'] ?? '';
        return google.docsOf(address).answer({ method, path: pathname, query: searchParams, type, bytes });
      }
      if (/^\/gmail\/v1\/users\/[^/]+\/profile$/.test(pathname)) return profileOf(address, token);
      if (isHistoryGone && pathname.endsWith('/history')) {
        isHistoryGone = false;
        return gone;
      }
      const wanted = /rfc822msgid:(\S+)/.exec(searchParams.get('q') ?? '')?.[1];
      if (pathname.endsWith('/messages') && wanted !== undefined)
        return searchById(pathname, searchParams, wanted, token);
    }
    const refused = clientRefused(pathname, searchParams, bytes);
    if (refused) return refused;
    const passed = { ...headers } as Record<string, string>;
    for (const name of ['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding', 'expect'])
      delete passed[name];
    const isToken = pathname === '/oauth2/token';
    const whole = { method, headers: passed, ...(bytes.length === 0 ? {} : { body: new Uint8Array(bytes) }) };
    const answered = await ask(pathname + search, whole);
    return isToken && answered.ok ? told(answered) : answered;
  }

  /** Notes which scopes a token has; emulate lets each do everything. */
  async function told(answered: Response) {
    const body = (await answered.json()) as { access_token: string; scope?: string };
    scopesByToken.set(body.access_token, (body.scope ?? '').split(' '));
    const address = await whoseIs(body.access_token);
    if (address !== null && away.has(address)) return { status: 400, body: { error: 'invalid_grant' } };
    const ends = google.signInLasts === null ? {} : { refresh_token_expires_in: google.signInLasts };
    return { status: 200, body: { ...body, ...ends } };
  }

  async function profileOf(emailAddress: string, token: string) {
    const headers = { authorization: `Bearer ${token}` };
    const { messages = [] } = (await (await ask('/gmail/v1/users/me/messages?maxResults=500', { headers })).json()) as {
      messages?: { id: string }[];
    };
    const histories = await Promise.all(
      messages.map(async ({ id }) => {
        const message = await ask(`/gmail/v1/users/me/messages/${id}?format=minimal`, { headers });
        return BigInt(((await message.json()) as { historyId: string }).historyId);
      }),
    );
    // Numbers of so many digits are not exact.
    const historyId = String(histories.reduce((most, one) => (one > most ? one : most), 1n));
    return { status: 200, body: { emailAddress, messagesTotal: messages.length, historyId } };
  }

  async function searchById(pathname: string, query: URLSearchParams, wanted: string, token: string) {
    const headers = { authorization: `Bearer ${token}` };
    const rest = new URLSearchParams(query);
    rest.set('q', (query.get('q') ?? '').replace(/rfc822msgid:\S+/, '').trim());
    rest.set('maxResults', '500');
    const { messages = [] } = (await (await ask(`${pathname}?${rest}`, { headers })).json()) as {
      messages?: { id: string }[];
    };
    const bare = (id: string) => id.replaceAll(/[<>"]/g, '').toLowerCase();
    const fitting = await Promise.all(
      messages.map(async (message) => {
        const full = await ask(`${pathname}/${message.id}?format=full`, { headers });
        const { payload } = (await full.json()) as { payload: { headers: { name: string; value: string }[] } };
        const id = payload.headers.find(({ name }) => name.toLowerCase() === 'message-id')?.value ?? '';
        return bare(id) === bare(wanted) ? [message] : [];
      }),
    );
    return { status: 200, body: { messages: fitting.flat(), resultSizeEstimate: fitting.flat().length } };
  }

  server.on('request', (request, response) => {
    // A wire for each request, so that what cuts one in a trial cuts that request and none after it.
    response.setHeader('connection', 'close');
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const answered = await answer(request, Buffer.concat(chunks));
      if (answered instanceof Response) {
        const headers = Object.fromEntries(answered.headers);
        delete headers['content-encoding'];
        delete headers['transfer-encoding'];
        delete headers.connection;
        delete headers['keep-alive'];
        response.writeHead(answered.status, headers).end(Buffer.from(await answered.arrayBuffer()));
      } else if (answered.body === null) response.writeHead(answered.status).end();
      else
        response.writeHead(answered.status, { 'content-type': 'application/json' }).end(JSON.stringify(answered.body));
    })().catch(() => response.destroy());
  });
  return google;
}

function clientRefused(pathname: string, query: URLSearchParams, bytes: Buffer) {
  if (pathname === '/o/oauth2/v2/auth') {
    const way = query.get('redirect_uri') ?? '';
    const isFine = query.get('client_id') === client.id && /^http:\/\/(127\.0\.0\.1|localhost):\d+(\/|$)/.test(way);
    return isFine ? null : { status: 400, body: { error: 'redirect_uri_mismatch' } };
  }
  if (pathname !== '/oauth2/token') return null;
  const told = new URLSearchParams(bytes.toString('utf8'));
  const isFine = told.get('client_id') === client.id && told.get('client_secret') === client.secret;
  return isFine ? null : { status: 401, body: { error: 'invalid_client' } };
}

function apiOf(pathname: string): Api | null {
  if (pathname.startsWith('/calendar/')) return 'calendar';
  if (/^(\/upload)?\/gmail\//.test(pathname)) return 'gmail';
  if (/^(\/upload)?\/drive\//.test(pathname)) return 'drive';
  if (pathname.startsWith('/v1/documents/')) return 'docs';
  return null;
}
