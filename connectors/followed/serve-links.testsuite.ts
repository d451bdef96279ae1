import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Account } from '#connectors/sdk/account.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import type { ServiceTrouble, TrialService } from '#connectors/sdk/trial-world.testsuite.ts';
import { succeed } from '#contract/model/result.ts';

export type LinkServer = {
  readonly origin: string;
  /** What stands under a path: a calendar, or an answer of one's own. */
  put(path: string, what: string | ((request: IncomingMessage, response: ServerResponse) => void)): void;
  /** Every answer so far: `200 /team.ics`. */
  readonly answers: readonly string[];
  /** Instead of all calendars; null: all is well. */
  be(trouble: ServiceTrouble | null): void;
  close(): Promise<void>;
};

/** A web server on this computer that gives calendars out, with ETags. */
export async function serveLinks(): Promise<LinkServer> {
  const places = new Map<string, Parameters<LinkServer['put']>[1]>();
  const answers: string[] = [];
  let trouble: ServiceTrouble | null = null;
  const server = createServer((request, response) => {
    response.on('finish', () => answers.push(`${response.statusCode} ${request.url}`));
    const place = places.get(request.url ?? '');
    const code = { revoked: 404, busy: 503, down: 0, garbled: 0 }[trouble ?? 'down'];
    if (trouble === 'down') return request.socket.destroy();
    if (trouble === 'garbled') return request.socket.end('this is no web server\r\n\r\n');
    if (trouble !== null) return response.writeHead(code, { 'retry-after': '30' }).end();
    if (place === undefined) return response.writeHead(404).end();
    if (typeof place !== 'string') return place(request, response);
    const etag = `"${hashOf(place).slice(0, 12)}"`;
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
    response.writeHead(200, { 'content-type': 'text/calendar', etag }).end(place);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    answers,
    put: (path, what) => places.set(path, what),
    be: (next) => {
      trouble = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const calendar = (name: string, ...events: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Team//EN',
    `X-WR-CALNAME:${name}`,
    ...events.flatMap((event, index) => [
      'BEGIN:VEVENT',
      `UID:${name}-${index}`,
      'DTSTAMP:20261101T000000Z',
      ...event.split('\n'),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

export const match = 'DTSTART:20261126T150000Z\nDTEND:20261126T170000Z\nSUMMARY:Cup match';

export const accountWith = (links: string): Account => ({
  settings: { name: 'Team' },
  secret: async () => succeed(links),
});

export async function openLinkService(): Promise<TrialService> {
  const server = await serveLinks();
  server.put('/team.ics', calendar('Team', match));
  return {
    account: accountWith(`${server.origin}/team.ics`),
    snapshot: async () => null,
    cut: () => {},
    hasCut: () => false,
    be: server.be,
    close: server.close,
  };
}
