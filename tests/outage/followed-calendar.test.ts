import { afterAll, beforeAll, describe } from 'vitest';
import { connector } from '#connectors/followed/connector.ts';
import { calendar, type LinkServer, match, serveLinks } from '#connectors/followed/serve-links.testsuite.ts';
import { changesNothing, onlyAtSignIn } from '#tests/outage/left-out.ts';
import { testOutages } from '#tests/outage/outage.testsuite.ts';
import type { FaultProxy } from '#tests/peers/fault-proxy.ts';
import { webFaultProxy } from '#tests/peers/web-fault-proxy.ts';

const look = {
  action: 'followed.look-at-calendars',
  args: () => ({}),
  asks: false,
  count: null,
  leftOut: { ...changesNothing, ...onlyAtSignIn },
} as const;

/** Whoever has the link can read the calendar. */
const SECRET = 'canary-9c41d7-of-a-link';

describe('a calendar that is followed while its server is in trouble', () => {
  let server: LinkServer;
  let proxy: FaultProxy;
  beforeAll(async () => {
    server = await serveLinks();
    server.put(`/${SECRET}.ics`, calendar('Team', match));
    proxy = await webFaultProxy(Number(new URL(server.origin).port), () => false);
  });
  afterAll(async () => {
    await proxy?.stop();
    await server?.close();
  });

  testOutages(
    () => ({
      connectors: [connector],
      deeds: [look],
      async connect({ api }) {
        const links = `http://127.0.0.1:${proxy.port}/${SECRET}.ics`;
        await api.integrations.connect({ provider: 'followed', settings: { name: 'Team', links } });
        return 'followed';
      },
      be: proxy.be,
      struck: proxy.struck,
      secrets: () => [SECRET],
    }),
    [look],
  );
});
