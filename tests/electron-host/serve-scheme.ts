import type { Session } from './chromium.ts';

export type Paused = {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly urlFragment?: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
  };
  readonly resourceType: string;
  readonly frameId: string;
  readonly redirectedRequestId?: string;
};

type Handler = (request: Request) => Response | Promise<Response>;
const handlers = new Map<string, Handler>();

/** Addresses that a page asked for and that lead out of this computer. */
export const askedOutside: string[] = [];

export const protocol = {
  registerSchemesAsPrivileged: (_schemes: readonly object[]): void => {},
  handle: (scheme: string, handler: Handler): void => void handlers.set(scheme, handler),
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
};

/** What the app's own handler answers; whatever it has no handler for is noted and goes nowhere. */
export async function answerRequest(page: Session, { requestId, request }: Paused, url: string): Promise<void> {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (!handler) {
    askedOutside.push(url);
    await page.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).catch(() => {});
    return;
  }
  const { method, headers, postData } = request;
  const answer = await handler(new Request(url, { method, headers, body: postData ?? null }));
  const body = Buffer.from(await answer.arrayBuffer()).toString('base64');
  const responseHeaders = [...answer.headers].map(([name, value]) => ({ name, value }));
  // A page that has gone meanwhile has no need of the answer.
  await page
    .send('Fetch.fulfillRequest', { requestId, responseCode: answer.status, responseHeaders, body })
    .catch(() => {});
}
