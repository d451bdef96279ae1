import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { spokenLanguage, t } from '#contract/language/t.ts';

/** Waits on this computer alone for the browser to come back from the service. */
export type Waiting = {
  readonly redirectUri: string;
  /** What the service's answer holds; null when nobody came in time, or it was called off. Only ever one answer. */
  readonly answer: Promise<URLSearchParams | null>;
  close(): void;
};

const PATH = '/signed-in';
const LONGEST_URL = 16_000;

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

/** Nothing of what was sent stands on it, so that nothing can be smuggled onto it. */
const page = (title: string, says: string): string =>
  `<!doctype html><html lang="${spokenLanguage()}"><meta charset="utf-8"><title>${title}</title><meta name="color-scheme" content="light dark">` +
  '<body style="font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem">' +
  `<h1 style="font-size:1.25rem">${title}</h1><p>${says}</p></body></html>`;

const goesOn = page(t`Back to Life OS`, t`It goes on there. You can close this page.`);
const isNotIt = page(
  t`This is not the sign-in that Life OS waits for`,
  t`Nothing was done with it. Close this page, and begin again from Life OS.`,
);

/**
 * Opens a port of its own that takes one answer and is gone. What does not carry `state` is not the answer, and does
 * not use it up: another program of this computer could otherwise end a sign-in by knocking.
 */
export async function waitForRedirect(state: string, timeoutMs: number): Promise<Waiting> {
  let settle: (answer: URLSearchParams | null) => void = () => {};
  const answer = new Promise<URLSearchParams | null>((resolve) => {
    settle = resolve;
  });
  const server = createServer((request, response) => {
    const params = answerIn(request, host);
    if (params === 'nothing here') return end(response, 404, isNotIt);
    if (!isSame(params.getAll('state'), state)) return end(response, 400, isNotIt);
    end(response, 200, goesOn);
    close(params);
  });
  server.requestTimeout = 5_000;
  server.headersTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  const host = `127.0.0.1:${address.port}`;

  function close(found: URLSearchParams | null): void {
    clearTimeout(timer);
    settle(found);
    server.close();
    server.closeIdleConnections();
  }
  const timer = setTimeout(() => close(null), timeoutMs);
  return { redirectUri: `http://${host}${PATH}`, answer, close: () => close(null) };
}

/** A page elsewhere that points a name of its own at this computer is told by `Host`. */
function answerIn({ method, url = '', headers: { host: asked } }: IncomingMessage, host: string) {
  if (method !== 'GET' || asked !== host || url.length > LONGEST_URL) return 'nothing here';
  if (!URL.canParse(url, `http://${host}`)) return 'nothing here';
  const { pathname, searchParams } = new URL(url, `http://${host}`);
  return pathname === PATH ? searchParams : 'nothing here';
}

function isSame(given: readonly string[], state: string): boolean {
  const [one, ...others] = given;
  if (one === undefined || others.length > 0) return false;
  const hashed = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hashed(one), hashed(state));
}

function end(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, headers).end(body);
}
