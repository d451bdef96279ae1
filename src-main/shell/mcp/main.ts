import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { isJSONRPCRequest, type JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import { readFlags } from '#main/shell/read-flags.ts';

/**
 * `node build/start.mjs --mcp`: what another program starts to reach the Life OS that runs already. It passes each message on to
 * the web door and back, and can do nothing that a program with the same key could not do there.
 */
async function main(): Promise<void> {
  const { dataFolder, port } = readFlags(process.argv.slice(2));
  const key = process.env.LIFE_OS_KEY ?? readFileSync(join(dataFolder, 'api-token'), 'utf8').trim();
  const there = new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${key}` } },
  });
  const here = new StdioServerTransport();
  here.onmessage = (message) => {
    there.send(message).catch((error: unknown) => void here.send(unreached(message, error)).catch(() => {}));
  };
  there.onmessage = (message) => void here.send(message).catch(() => {});
  // The end of what it is told is its own end.
  process.stdin.once('end', () => process.exit(0));
  await there.start();
  await here.start();
}

/** Every request gets an answer, so that nobody waits for one that never comes. */
function unreached(message: JSONRPCMessage, error: unknown): JSONRPCMessage {
  const isTurnedAway = error instanceof Error && 'code' in error && error.code === 401;
  const says = isTurnedAway
    ? 'Life OS does not know this key. Make one under Policies, and name it in LIFE_OS_KEY.'
    : 'Life OS can’t be reached. Start it first with “npm start -- --web”, and name its port with --port.';
  const id = isJSONRPCRequest(message) ? message.id : 0;
  return { jsonrpc: '2.0', id, error: { code: -32_000, message: says } };
}

main().catch((error: unknown) => {
  const isNoFile = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  console.error(isNoFile ? 'There is no Life OS in that folder yet. Start it first.' : String(error));
  process.exit(1);
});
