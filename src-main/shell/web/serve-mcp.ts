import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DoorContext } from '#main/api/door.ts';
import type { Log } from '#main/seams.ts';
import { offerTools } from '#main/shell/web/mcp-tools.ts';

const MAX_BODY_BYTES = 100_000;

/**
 * Life OS as an MCP server over streamable HTTP. Each request stands on its own, so that nothing is kept of a caller.
 * Whoever holds the owner’s token asks as a program all the same.
 */
export async function serveMcp(
  request: IncomingMessage,
  response: ServerResponse,
  caller: DoorContext,
  { version, log }: { readonly version: string; readonly log: Log },
): Promise<void> {
  if (request.method !== 'POST') return end(response, 405, 'This answers to POST alone.');
  const body = await readJson(request);
  if (body === undefined) return end(response, 400, 'That request could not be read. Nothing was done.');
  const [{ Server }, { StreamableHTTPServerTransport }] = await Promise.all([
    import('@modelcontextprotocol/sdk/server/index.js'),
    import('@modelcontextprotocol/sdk/server/streamableHttp.js'),
  ]);
  const server = new Server({ name: 'life-os', title: 'Life OS', version }, { capabilities: { tools: {} } });
  server.onerror = (error) => log.error({ error: error.message }, 'another program sent what can’t be read');
  await offerTools(server, asProgram(caller));
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.once('close', () => void server.close());
  // Its types ask for what is never undefined, and ours say that it may be.
  await server.connect(transport as Parameters<typeof server.connect>[0]);
  await transport.handleRequest(request, response, body);
}

/** Nobody comes in here as more than a program. */
function asProgram(caller: DoorContext): DoorContext {
  if (caller.role === 'viewer' || caller.role === 'program') return caller;
  return { ...caller, role: 'program', actor: caller.role === 'owner' ? 'key:another program' : caller.actor };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

function end(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ jsonrpc: '2.0', error: { code: -32_600, message }, id: null }));
}
