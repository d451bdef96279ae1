import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { MOST_PAGES, MOST_TOOLS, REQUEST_MS, START_MS } from '#connectors/mcp/limits.ts';
import { type Heard, openTransport } from '#connectors/mcp/open-transport.ts';
import type { Way } from '#connectors/mcp/settings.ts';
import { defineTool, isUsable } from '#connectors/mcp/tool-definition.ts';
import type { AccountReach } from '#connectors/sdk/account.ts';
import type { ToolDefinition } from '#connectors/sdk/tool-server.ts';
import type { JsonObject } from '#contract/model/json.ts';

/** A program that was reached and answers. Its calls reject with the SDK's errors. */
export type Session = {
  tools(signal: AbortSignal): Promise<readonly ToolDefinition[]>;
  call(tool: string, args: JsonObject, signal: AbortSignal): Promise<CallToolResult>;
  isOpen(): boolean;
  close(): Promise<void>;
};

/** Starts it, or knocks at its address, and waits until it has said who it is. */
export async function openSession(
  way: Way,
  secret: string,
  { fetch, signal }: AccountReach,
  heard: Heard,
): Promise<Session> {
  const [{ Client }, { CallToolResultSchema, ListToolsResultSchema }, transport] = await Promise.all([
    import('@modelcontextprotocol/sdk/client/index.js'),
    import('@modelcontextprotocol/sdk/types.js'),
    openTransport(way, secret, { fetch, heard }),
  ]);
  // It offers nothing: it can't ask us for a model, for folders, or for words of the person.
  const client = new Client({ name: 'life-os', version: '1' }, { capabilities: {} });
  let open = true;
  client.onclose = () => {
    open = false;
  };
  const within = (own: AbortSignal) => ({ signal: own, timeout: REQUEST_MS, maxTotalTimeout: REQUEST_MS });
  try {
    await client.connect(transport, { signal, timeout: START_MS, maxTotalTimeout: START_MS });
  } catch (error) {
    await client.close().catch(() => {});
    throw error;
  }
  return {
    isOpen: () => open,
    close: () => client.close(),
    async tools(own) {
      const found = new Map<string, ToolDefinition>();
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES && found.size < MOST_TOOLS; page += 1) {
        const params = cursor === undefined ? {} : { cursor };
        // Not `listTools`: that would compile the shapes that it declares, expressions and all.
        const listed = await client.request({ method: 'tools/list', params }, ListToolsResultSchema, within(own));
        for (const tool of listed.tools.map(defineTool)) if (isUsable(tool)) found.set(tool.name, tool);
        cursor = listed.nextCursor;
        if (cursor === undefined) break;
      }
      return [...found.values()].slice(0, MOST_TOOLS);
    },
    call: (name, args, own) =>
      client.request({ method: 'tools/call', params: { name, arguments: args } }, CallToolResultSchema, within(own)),
  };
}
