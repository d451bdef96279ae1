import { afterAll } from 'vitest';
import { family } from '#connectors/mcp/family.ts';
import { openMemoryService } from '#connectors/mcp/memory-service.testsuite.ts';
import type { Given } from '#connectors/sdk/connector.testsuite.ts';
import { testConnector } from '#connectors/sdk/connector.testsuite.ts';
import type { KnownTool } from '#connectors/sdk/tool-server.ts';
import type { ToolMap } from '#contract/model/tool-server.ts';

const running = family.start({ seen: () => {} });
afterAll(() => running.close());

const own = { reaches: 'self', recipients: null, backByHand: true, repeatable: false } as const;
const maps: Readonly<Record<string, ToolMap | null>> = {
  search_nodes: { ...own, does: 'looks' },
  open_nodes: { ...own, does: 'looks' },
  create_entities: { ...own, does: 'changes' },
  delete_entities: { ...own, does: 'changes' },
  create_relations: { does: 'sends', reaches: 'others', recipients: null, backByHand: false, repeatable: false },
  // Nothing is known of this one.
  add_observations: null,
};

/** As the real server lists them. */
async function listTools(): Promise<KnownTool[]> {
  const service = await openMemoryService();
  const reach = { fetch: globalThis.fetch, signal: AbortSignal.timeout(20_000) };
  const asked = await running.ask('Memory', service.account, reach);
  await service.close();
  if (!asked.ok) throw new Error(asked.trouble.says);
  const listed = asked.value.filter(({ name }) => name in maps);
  return listed.map((tool) => ({ ...tool, map: maps[tool.name] ?? null }));
}

const connector = running.connectorOf({ provider: 'mcp-memory', title: 'Memory', tools: await listTools() });

const entity = (name: string) => ({ name, entityType: 'person', observations: ['likes tea'] });
const remember = async ({ run }: Given, ...names: string[]) => {
  await run('mcp-memory.create-entities', { entities: names.map(entity) });
};

testConnector(
  connector,
  [
    {
      action: 'mcp-memory.search-nodes',
      async input(given) {
        await remember(given, 'Ana');
        return { query: 'tea' };
      },
    },
    { action: 'mcp-memory.search-nodes', called: 'without any', input: () => ({ query: 'coffee' }) },
    {
      action: 'mcp-memory.open-nodes',
      called: 'in other scripts',
      async input(given) {
        await remember(given, 'דני 🎂');
        return { names: ['דני 🎂'] };
      },
    },
    { action: 'mcp-memory.create-entities', input: () => ({ entities: [entity('Ana'), entity('Zoë')] }) },
    {
      action: 'mcp-memory.delete-entities',
      async input(given) {
        await remember(given, 'Ana', 'Tom');
        return { entityNames: ['Tom'] };
      },
    },
    {
      action: 'mcp-memory.create-relations',
      async input(given) {
        await remember(given, 'Ana', 'Tom');
        return { relations: [{ from: 'Ana', to: 'Tom', relationType: 'knows' }] };
      },
    },
    {
      action: 'mcp-memory.add-observations',
      called: 'of which nothing is known',
      async input(given) {
        await remember(given, 'Ana');
        return { observations: [{ entityName: 'Ana', contents: ['has a cat'] }] };
      },
    },
  ],
  openMemoryService,
);
