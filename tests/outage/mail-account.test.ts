import { afterAll, beforeAll, describe } from 'vitest';
import { connector } from '#connectors/mail/connector.ts';
import { withMailServers } from '#connectors/mail/mail-account.testsuite.ts';
import { arrivesOnce } from '#tests/outage/left-out.ts';
import { testOutages } from '#tests/outage/outage.testsuite.ts';
import { type FaultProxy, faultProxy, type Speech } from '#tests/peers/fault-proxy.ts';
import { haveDovecot } from '#tests/peers/start-dovecot.ts';

const OWN = 'me@example.org';
/** Each to somebody else: whoever was written to once is known from then on, which is another card. */
const letter = (subject: string, n: number) => ({
  to: [`person-${n}@example.com`],
  subject,
  body: 'Hello, and thank you.\n'.repeat(20),
});
const leftOut = arrivesOnce;

const draft = { action: 'mail.draft', args: letter, asks: false, leftOut } as const;
const send = {
  action: 'mail.send',
  args: letter,
  asks: true,
  // Its text had begun to leave, and it does not lie in Sent.
  nobodyKnows: ['cut-request'],
  leftOut,
} as const;

const tagOf = (command: string): string => command.split(' ')[0] ?? '';

const imap: Speech = {
  change: /^\S+ APPEND [^\r\n]*\r\n/m,
  done: (command) => new RegExp(`^${tagOf(command)} OK`, 'm'),
  signIn: /^\S+ (LOGIN|AUTHENTICATE) [^\r\n]*\r\n/m,
  busy: '* BYE [UNAVAILABLE] Too many connections, try again later\r\n',
  broken: (command) => `${tagOf(command)} NO [UNAVAILABLE] Something is broken over here\r\n`,
  // With a `+` its text comes without being asked for.
  carried: (command) => Number(/\{(\d+)\+\}\r\n$/.exec(command)?.[1] ?? -2) + 2,
};

const smtp: Speech = {
  change: /^DATA\r\n/m,
  done: () => /^354[\s\S]*^250 /m,
  signIn: /^AUTH [^\r\n]*\r\n/m,
  busy: '421 4.7.0 Too many connections, try again later\r\n',
  broken: (command) =>
    command.startsWith('AUTH') ? '454 4.7.0 Temporary authentication failure\r\n' : '451 4.3.0 Try again later\r\n',
  carried: () => 0,
};

describe.runIf(haveDovecot())('a mail account while its servers are in trouble', () => {
  const servers = withMailServers();
  let ways: readonly FaultProxy[] = [];
  beforeAll(async () => {
    ways = [await faultProxy(servers.dovecot().port, imap), await faultProxy(servers.smtp().port, smtp)];
    servers.smtp().onTaken = (_user, text) => servers.arrive(OWN, text, 'Sent', ['\\Seen']);
  });
  afterAll(() => Promise.all(ways.map((way) => way.stop())));

  const inDrafts = (mark: string) =>
    servers.byHand(OWN, async (client) => {
      await client.mailboxOpen('Drafts', { readOnly: true });
      return ((await client.search({ subject: mark })) || []).length;
    });
  const delivered = async (mark: string) =>
    servers.smtp().delivered.filter(({ text }) => text.includes(`\nSubject: ${mark}\r`)).length;

  testOutages(
    () => ({
      connectors: [connector],
      deeds: [
        { ...draft, count: inDrafts },
        { ...send, count: delivered },
      ],
      async connect({ api }) {
        const [imapPort = '', smtpPort = ''] = ways.map(({ port }) => String(port));
        const settings = { ...servers.settingsFor(OWN), imapPort, smtpPort, password: servers.dovecot().password };
        await api.integrations.connect({ provider: 'mail', settings });
        return 'mail';
      },
      be(fault) {
        for (const way of ways) way.be(fault);
      },
      struck: () => ways.reduce((sum, way) => sum + way.struck(), 0),
      secrets: () => [servers.dovecot().password],
    }),
    [draft, send],
  );
});
