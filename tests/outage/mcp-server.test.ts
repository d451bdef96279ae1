import { afterAll, beforeAll, describe } from 'vitest';
import { openMemoryService } from '#connectors/mcp/memory-service.testsuite.ts';
import type { TrialService } from '#connectors/sdk/trial-world.testsuite.ts';
import { describeTool, keepsNotes } from '#main/orchestrator/tool-servers-for-tests.ts';
import { onlyAtSignIn } from '#tests/outage/left-out.ts';
import { testOutages } from '#tests/outage/outage.testsuite.ts';
import type { FaultProxy } from '#tests/peers/fault-proxy.ts';
import { webFaultProxy } from '#tests/peers/web-fault-proxy.ts';

const keep = {
  action: 'mcp-memory.create-entities',
  args: (name: string) => ({ entities: [{ name, entityType: 'thing', observations: ['was kept'] }] }),
  asks: true,
  // No tool of another program can be asked what became of a call.
  nobodyKnows: ['cut-request', 'cut-answer-of-change'],
  leftOut: onlyAtSignIn,
} as const;

describe('a program at an address while it is in trouble', () => {
  let memory: TrialService;
  let proxy: FaultProxy;
  beforeAll(async () => {
    memory = await openMemoryService();
    const port = Number(new URL(memory.account.settings.at ?? '').port);
    proxy = await webFaultProxy(port, ({ text }) => text.includes('"tools/call"'));
  });
  afterAll(async () => {
    await proxy?.stop();
    await memory?.close();
  });

  const key = async () => {
    const read = await memory.account.secret('secret');
    return read.ok ? read.value : '';
  };
  const count = async (mark: string) => String(await memory.snapshot()).split(`"${mark}"`).length - 1;

  testOutages(
    () => ({
      connectors: [],
      deeds: [{ ...keep, count }],
      async connect(life) {
        const at = `http://127.0.0.1:${proxy.port}/mcp`;
        const server = await life.api.toolServers.add({ name: 'Memory', way: 'address', at, secret: await key() });
        await describeTool(life, server, 'create_entities', keepsNotes);
        return server.provider;
      },
      be: proxy.be,
      struck: proxy.struck,
      secrets: (life) => [...life.keychain.held.values()],
    }),
    [keep],
  );
});
