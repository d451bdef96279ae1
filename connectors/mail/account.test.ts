import { describe, expect, it } from 'vitest';
import { account } from '#connectors/mail/account.ts';
import { readAutoconfig } from '#connectors/mail/autoconfig.ts';
import { knownProviders, settingsOfProvider } from '#connectors/mail/known-providers.ts';
import { withMailServers } from '#connectors/mail/mail-account.testsuite.ts';
import { MailSettingsSchema } from '#connectors/mail/settings.ts';
import type { AccountReach } from '#connectors/sdk/account.ts';
import type { AccountValues } from '#contract/model/account.ts';
import { succeed } from '#contract/model/result.ts';
import { haveDovecot } from '#tests/peers/start-dovecot.ts';

const offline: AccountReach = {
  fetch: () => Promise.reject(new Error('There is no network in this test.')),
  signal: new AbortController().signal,
};

const find = (address: string, reach = offline) => account.find?.({ address }, reach);

const config = (servers: string) => `<?xml version="1.0"?>
<clientConfig version="1.1"><emailProvider id="example.org"><domain>example.org</domain>${servers}</emailProvider></clientConfig>`;
const incoming = (type: string, port: number, socket: string, auth = 'password-cleartext') =>
  `<incomingServer type="${type}"><hostname>MX.%EMAILDOMAIN%</hostname><port>${port}</port>
   <socketType>${socket}</socketType><username>%EMAILLOCALPART%</username><authentication>${auth}</authentication></incomingServer>`;
const outgoing = (port: number, socket: string) =>
  `<outgoingServer type="smtp"><hostname>out.example.org</hostname><port>${port}</port><socketType>${socket}</socketType>
   <username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></outgoingServer>`;

describe('finding the settings of an address', () => {
  it.each(knownProviders.flatMap((provider) => provider.domains.map((domain) => [domain, provider] as const)))(
    'knows %s without asking anybody',
    async (domain, provider) => {
      const found = await find(`Ana.Silva@${domain}`);
      expect(found).toMatchObject({
        ok: true,
        value: { settings: settingsOfProvider(provider, `Ana.Silva@${domain}`) },
      });
      if (found?.ok) expect(MailSettingsSchema.safeParse(found.value.settings).success).toBe(true);
    },
  );

  it('asks the domain itself, then Mozilla’s list, and tells neither who the person is', async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (url) => {
      asked.push(String(url));
      const known = String(url).startsWith('https://example.org/.well-known/');
      return known
        ? new Response(config(incoming('pop3', 995, 'SSL') + incoming('imap', 143, 'STARTTLS') + outgoing(465, 'SSL')))
        : new Response('no', { status: 404 });
    };
    const found = await find('ana@example.org', { ...offline, fetch });
    expect(found).toMatchObject({
      ok: true,
      value: {
        settings: {
          address: 'ana@example.org',
          user: 'ana',
          imapHost: 'mx.example.org',
          imapPort: '143',
          imapSecurity: 'starttls',
          smtpHost: 'out.example.org',
          smtpPort: '465',
          smtpSecurity: 'tls',
          sentCopies: 'app',
        },
      },
    });
    expect(asked.every((url) => url.startsWith('https://') && !url.includes('ana'))).toBe(true);
    expect(asked).toHaveLength(3);
  });

  it('passes over what is not encrypted or wants more than a password', async () => {
    const address = 'ana@example.org';
    expect(await readAutoconfig(config(incoming('imap', 143, 'plain') + outgoing(465, 'SSL')), address)).toBeNull();
    expect(
      await readAutoconfig(config(incoming('imap', 993, 'SSL', 'OAuth2') + outgoing(465, 'SSL')), address),
    ).toBeNull();
    expect(await readAutoconfig(config(incoming('imap', 993, 'SSL')), address)).toBeNull();
    for (const text of ['', '<', '<html><body>404</body></html>', '\0'.repeat(1000), '<a>'.repeat(10_000)]) {
      expect(await readAutoconfig(text, address)).toBeNull();
    }
  });

  it('guesses where nobody knows, and says so', async () => {
    expect(await find('ana@example.org')).toMatchObject({
      ok: true,
      value: { settings: { imapHost: 'imap.example.org' }, says: expect.stringMatching(/guess/) },
    });
    expect(await find('no address')).toMatchObject({ ok: false, trouble: { reason: 'settings', field: 'address' } });
  });
});

describe.runIf(haveDovecot())('trying an account before anything is saved', () => {
  const servers = withMailServers();

  const attempt = (change: AccountValues = {}, password = servers.dovecot().password) => {
    const settings = { ...servers.settingsFor('ana@example.org'), ...change };
    return account.test({ settings, secret: async () => succeed(password) }, offline);
  };

  it('signs in to both servers and says what it saw', async () => {
    await servers.arrive('ana@example.org', 'Subject: Hi\n\nHi\n');
    expect(await attempt()).toEqual({ ok: true, value: { says: 'It works: there is 1 email in your inbox.' } });
    expect(await servers.snapshot('ana@example.org')).toMatchObject({ Sent: [], Drafts: [] });
  });

  it.each([
    ['the password is wrong', {}, 'no', 'wrong-password', 'password'],
    ['nobody is there', { imapPort: '1' }, undefined, 'unreachable', 'imapHost'],
    ['nobody takes mail there', { smtpPort: '1' }, undefined, 'unreachable', 'smtpHost'],
    [
      'there is no such server',
      { imapHost: 'mail.invalid', imapSecurity: 'tls' },
      undefined,
      'unreachable',
      'imapHost',
    ],
    ['the outgoing server can’t prove who it is', { smtpSecurity: 'starttls' }, undefined, 'certificate', 'smtpHost'],
  ] as const)('says so plainly when %s', async (_what, change, password, reason, field) => {
    const tried = await attempt(change, password);
    expect(tried).toMatchObject({ ok: false, trouble: { reason, field } });
    if (!tried.ok) expect(tried.trouble.says).toMatch(/^[A-Z\d].*\.$/);
  });

  it('does not send the password to a server that can’t prove who it is', async () => {
    const tried = await attempt({ imapPort: String(servers.dovecot().tlsPort), imapSecurity: 'tls' });
    expect(tried).toMatchObject({ ok: false, trouble: { reason: 'certificate', field: 'imapHost' } });
  });

  it('says so when the outgoing server wants an app password, or is busy', async () => {
    servers.smtp().answers = { 'sign-in': { code: 534, says: '5.7.9 Application-specific password required' } };
    expect(await attempt()).toMatchObject({ ok: false, trouble: { reason: 'needs-app-password' } });
    servers.smtp().answers = { 'sign-in': { code: 454, says: '4.7.0 Too many login attempts' } };
    expect(await attempt()).toMatchObject({ ok: false, trouble: { reason: 'too-many-tries' } });
    servers.smtp().answers = {};
  });

  it('refuses to send a password in the clear to another computer', async () => {
    expect(await attempt({ imapHost: 'mail.example.org' })).toMatchObject({
      ok: false,
      trouble: { reason: 'settings', field: 'imapSecurity' },
    });
    expect(await attempt({ imapPort: 'many' })).toMatchObject({ ok: false, trouble: { field: 'imapPort' } });
  });
});
