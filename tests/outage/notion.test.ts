import { afterAll, beforeAll, describe } from 'vitest';
import { connector } from '#connectors/notion/connector.ts';
import { onlyAtSignIn } from '#tests/outage/left-out.ts';
import { testOutages } from '#tests/outage/outage.testsuite.ts';
import type { FaultProxy } from '#tests/peers/fault-proxy.ts';
import { type Notion, startNotion, type Told } from '#tests/peers/start-notion.ts';
import { webFaultProxy } from '#tests/peers/web-fault-proxy.ts';

const ROOM = 'Family';

const create = {
  action: 'notion.create-page',
  args: (title: string) => ({ in: ROOM, title, text: 'Bring cake.' }),
  asks: true,
  leftOut: onlyAtSignIn,
} as const;

const append = {
  action: 'notion.append',
  args: (text: string) => ({ page: ROOM, text }),
  asks: true,
  leftOut: onlyAtSignIn,
} as const;

describe('Notion while it is in trouble', () => {
  let notion: Notion;
  let proxy: FaultProxy;
  let token: string;
  beforeAll(async () => {
    notion = await startNotion();
    token = notion.openWorkspace(ROOM).token;
    const isChange = /^(POST \/v1\/pages|PATCH|DELETE)/;
    proxy = await webFaultProxy(notion.port, ({ method, path }) => isChange.test(`${method} ${path}`));
  });
  afterAll(async () => {
    await proxy?.stop();
    await notion?.stop();
  });

  const count = async (mark: string) =>
    notion.snapshot(token).lines.filter((line: string | Told) => typeof line !== 'string' && line.title === mark)
      .length;

  const countLines = async (mark: string) =>
    notion.snapshot(token).lines.filter((line: string | Told) => line === `paragraph: ${mark}`).length;

  testOutages(
    () => ({
      connectors: [connector],
      deeds: [
        { ...create, count },
        { ...append, count: countLines },
      ],
      async connect({ api }) {
        const settings = { token, server: `http://127.0.0.1:${proxy.port}` };
        await api.integrations.connect({ provider: 'notion', settings });
        return 'notion';
      },
      be: proxy.be,
      struck: proxy.struck,
      secrets: () => [token],
    }),
    [create, append],
  );
});
