import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SmartCoercionPlugin } from '@orpc/json-schema';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { onError } from '@orpc/server';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { DoorContext } from '#main/api/door.ts';
import { toPlainError } from '#main/api/plain-errors.ts';
import type { LifeOs } from '#main/compose.ts';
import type { PracticeRoom } from '#main/practice/practice-room.ts';
import type { Log } from '#main/seams.ts';
import { securityHeaders } from '#main/shell/security-headers.ts';
import { isOwnKey, keyIn } from '#main/shell/web/api-token.ts';
import { whyForeign } from '#main/shell/web/check-caller.ts';
import { describeApi } from '#main/shell/web/describe-api.ts';
import { serveMcp } from '#main/shell/web/serve-mcp.ts';
import { servePage } from '#main/shell/web/serve-page.ts';

// An import would read every name that the module has, and with them load Node's whole WebSocket and fetch.
const { createServer } = process.getBuiltinModule('node:http');

/** A request that says it is larger is refused unread; one that does not say so, as soon as it is. */
const MAX_BODY_BYTES = 1_000_000;
/** The same where a file is handed over, which is JSON around as much as a connector may take. */
const MAX_FILE_BYTES = 24_000_000;
const handsOver = /\/integrations\/(?:[^/]+\/hand-over|handOver)$/;

export type WebDoor = { readonly port: number; close(): Promise<void> };

/** Serves the window and the API on 127.0.0.1. Rejects when the port is taken. */
export async function openWebDoor(options: {
  lifeOs: LifeOs;
  /** The life to rehearse in, served under `/practice` while it is open. */
  practice?: PracticeRoom<LifeOs>;
  token: string;
  port: number;
  pageFolder: string;
  log: Log;
}): Promise<WebDoor> {
  const { lifeOs, practice, token, pageFolder, log } = options;
  const plain = (error: unknown) => {
    throw toPlainError(error, log);
  };
  const handlersFor = (maxBodySize: number) => ({
    rest: new OpenAPIHandler(lifeOs.router, {
      plugins: [
        new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] }),
        new BodyLimitPlugin({ maxBodySize }),
      ],
      clientInterceptors: [onError(plain)],
    }),
    rpc: new RPCHandler(lifeOs.router, {
      plugins: [new BodyLimitPlugin({ maxBodySize })],
      clientInterceptors: [onError(plain)],
    }),
  });
  const usual = handlersFor(MAX_BODY_BYTES);
  const forFiles = handlersFor(MAX_FILE_BYTES);
  const owner = lifeOs.contextFor('you');
  const page = { folder: pageFolder, language: owner.language.speaks };
  const contextOf = async (header: string | undefined, inside: Inside): Promise<DoorContext | 'closed' | null> => {
    const key = keyIn(header);
    if (key === null) return null;
    // A key that was made for the person's own life opens nothing of the other.
    if (inside === PRACTICE)
      return isOwnKey(key, token) ? ((await practice?.now())?.contextFor('you') ?? 'closed') : null;
    return isOwnKey(key, token) ? owner : lifeOs.contextForKey(key);
  };

  async function answer(request: IncomingMessage, response: ServerResponse, port: number): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const foreign = whyForeign(request, port);
    if (foreign) return sendError(response, 403, 'FORBIDDEN', foreign);
    const pathname = URL.parse(`http://localhost${request.url}`)?.pathname;
    if (pathname === undefined) return sendError(response, 404, 'NOT_FOUND', 'There is no such address.');
    const { inside, path } = readPath(pathname);
    if (!path.startsWith('/api/') && !path.startsWith('/rpc/') && pathname !== '/mcp') {
      const served = isReading(request) && (await servePage(page, pathname, response));
      return served ? undefined : sendError(response, 404, 'NOT_FOUND', 'There is no such page.');
    }
    response.setHeader('Cache-Control', 'no-store');
    const context = await contextOf(request.headers.authorization, inside);
    if (context === 'closed') return sendError(response, 404, 'NOT_FOUND', 'The practice life is not open.');
    if (!context)
      return sendError(response, 401, 'UNAUTHORIZED', 'This needs the token from the file api-token, or a key.');
    const isFile = handsOver.test(pathname);
    const { rest, rpc } = isFile ? forFiles : usual;
    if (Number(request.headers['content-length'] ?? 0) > (isFile ? MAX_FILE_BYTES : MAX_BODY_BYTES)) {
      return sendError(response, 413, 'PAYLOAD_TOO_LARGE', 'That is too much at once. Nothing was done.');
    }
    if (pathname === '/mcp') return serveMcp(request, response, context, { version: context.version, log });
    if (path === '/api/v1/openapi.json') return sendJson(response, 200, await describeApi());
    const { matched } = path.startsWith('/rpc/')
      ? await rpc.handle(request, response, { prefix: `${inside}/rpc`, context })
      : await rest.handle(request, response, { prefix: `${inside}/api/v1`, context });
    if (!matched) sendError(response, 404, 'NOT_FOUND', 'There is no such address in this API.');
  }

  const server = createServer((request, response) => {
    answer(request, response, portOf(server)).catch((error: unknown) => {
      log.error({ error }, 'a request could not be answered');
      if (response.headersSent) response.destroy();
      else sendError(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here. Nothing more was done.');
    });
  });
  await listen(server, options.port);
  return {
    port: portOf(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const PRACTICE = '/practice';
type Inside = '' | typeof PRACTICE;

/** Which of the two lives an address is about, and the rest of it. */
const readPath = (pathname: string): { readonly inside: Inside; readonly path: string } =>
  pathname.startsWith(`${PRACTICE}/`)
    ? { inside: PRACTICE, path: pathname.slice(PRACTICE.length) }
    : { inside: '', path: pathname };

const isReading = (request: IncomingMessage) => request.method === 'GET' || request.method === 'HEAD';
const portOf = (server: Server) => (server.address() as AddressInfo).port;

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

function sendError(response: ServerResponse, status: number, code: string, message: string): void {
  sendJson(response, status, { defined: false, code, status, message });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
