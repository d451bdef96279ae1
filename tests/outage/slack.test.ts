import { afterAll, beforeAll, describe } from 'vitest';
import { connector } from '#connectors/slack/connector.ts';
import { onlyAtSignIn } from '#tests/outage/left-out.ts';
import { testOutages } from '#tests/outage/outage.testsuite.ts';
import type { FaultProxy } from '#tests/peers/fault-proxy.ts';
import { type Slack, startSlack } from '#tests/peers/start-slack.ts';
import { webFaultProxy } from '#tests/peers/web-fault-proxy.ts';

const ROOM = 'outage';

const post = {
  action: 'slack.post',
  args: (text: string) => ({ channel: ROOM, text }),
  asks: true,
  leftOut: onlyAtSignIn,
} as const;

describe('Slack while it is in trouble', () => {
  let slack: Slack;
  let proxy: FaultProxy;
  let channel: string;
  beforeAll(async () => {
    slack = await startSlack();
    const made = await slack.ask(slack.tokens.me, 'conversations.create', { name: ROOM, is_private: 'true' });
    channel = (made.channel as { id: string }).id;
    proxy = await webFaultProxy(slack.port, ({ path }) => path.startsWith('/api/chat.postMessage'));
  });
  afterAll(async () => {
    await proxy?.stop();
    await slack?.stop();
  });

  async function count(mark: string): Promise<number> {
    const history = await slack.ask(slack.tokens.me, 'conversations.history', { channel, limit: '999' });
    return (history.messages as { text: string }[]).filter(({ text }) => text === mark).length;
  }

  testOutages(
    () => ({
      connectors: [connector],
      deeds: [{ ...post, count }],
      async connect({ api }) {
        const settings = { token: slack.tokens.me, server: `http://127.0.0.1:${proxy.port}` };
        await api.integrations.connect({ provider: 'slack', settings });
        return 'slack';
      },
      be: proxy.be,
      struck: proxy.struck,
      secrets: () => [slack.tokens.me],
    }),
    [post],
  );
});
