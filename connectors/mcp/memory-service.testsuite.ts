import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import { splitCommand } from '#connectors/mcp/settings.ts';
import type { ServiceTrouble, TrialService } from '#connectors/sdk/trial-world.testsuite.ts';
import { succeed } from '#contract/model/result.ts';
import { commandOf } from '#tests/peers/mcp-servers.ts';

const KEY = 'the-key-of-the-trial';

type Session = { readonly http: StreamableHTTPServerTransport; readonly child: StdioClientTransport };

/**
 * The official `server-memory` behind an address of its own that wants a key: each message is passed on as it is, and
 * the way can be cut. What it remembers is a file.
 */
export async function openMemoryService(): Promise<TrialService> {
  const folder = await mkdtemp(join(tmpdir(), 'life-os-memory-'));
  const file = join(folder, 'memory.jsonl');
  const sessions = new Map<string, Session>();
  let key = KEY;
  let trouble: ServiceTrouble | null = null;
  let armed: 'before' | 'after' | null = null;
  let hasCut = false;
  /** The call whose answer is not passed on. */
  let lost: { readonly id: unknown; hangUp(): void } | null = null;

  async function openSession(): Promise<Session> {
    const [command = '', ...args] = splitCommand(commandOf('server-memory')) ?? [];
    const child = new StdioClientTransport({ command, args, env: { MEMORY_FILE_PATH: file }, stderr: 'ignore' });
    const http = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      enableJsonResponse: true,
      onsessioninitialized: (id) => {
        sessions.set(id, { http, child });
      },
    });
    http.onmessage = (message) => void child.send(message);
    child.onmessage = (message: JSONRPCMessage) => {
      if (lost !== null && 'id' in message && message.id === lost.id) lost.hangUp();
      else void http.send(message);
    };
    await child.start();
    await http.start();
    return { http, child };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (trouble === 'down') return void request.socket.destroy();
    if (trouble === 'busy') return void response.writeHead(429, { 'retry-after': '7' }).end('Later');
    if (trouble === 'garbled')
      return void response.writeHead(200, { 'content-type': 'text/plain' }).end('\u0000{"what"');
    if (request.headers.authorization !== `Bearer ${key}`) return void response.writeHead(401).end();
    const body: unknown = request.method === 'POST' ? JSON.parse(await textOf(request)) : undefined;
    const isCall = isMessage(body) && body.method === 'tools/call';
    if (armed === 'before' || (armed === 'after' && isCall)) {
      const cutNow = armed;
      armed = null;
      hasCut = true;
      if (cutNow === 'before') return void request.socket.destroy();
      lost = { id: isMessage(body) ? body.id : null, hangUp: () => request.socket.destroy() };
    }
    const known = sessions.get(String(request.headers['mcp-session-id']));
    const { http } = known ?? (await openSession());
    await http.handleRequest(request, response, body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const at = `http://127.0.0.1:${port}/mcp`;
  return {
    account: { settings: { name: 'Memory', way: 'address', at, hasSecret: 'yes' }, secret: async () => succeed(KEY) },
    snapshot: () => readFile(file, 'utf8').catch(() => ''),
    cut(when) {
      armed = when;
    },
    hasCut: () => hasCut,
    be(next) {
      trouble = next;
      key = next === 'revoked' ? 'another key' : KEY;
    },
    async close() {
      await Promise.all([...sessions.values()].map(({ child }) => child.close()));
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const isMessage = (body: unknown): body is { method?: unknown; id?: unknown } =>
  typeof body === 'object' && body !== null;
