import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connector } from '#connectors/mail/connector.ts';
import { addressOf, withMailServers } from '#connectors/mail/mail-account.testsuite.ts';
import { actionOf, contextOf, openTrialWorld, type TrialWorld, takeUp } from '#connectors/sdk/trial-world.testsuite.ts';
import { haveDovecot } from '#tests/peers/start-dovecot.ts';

const send = actionOf(connector, 'mail.send');
const written = { to: ['known@example.com'], subject: 'Running late', body: 'Ten minutes.' };

describe.runIf(haveDovecot())('sending', () => {
  const servers = withMailServers();
  let world: TrialWorld;
  beforeEach(async () => {
    world = await openTrialWorld(connector, servers.openService);
    servers.smtp().delivered.length = 0;
    servers.smtp().answers = {};
  });
  afterEach(() => world.close());

  /** Where the service keeps no copy by itself. */
  function keepsNoCopies() {
    servers.smtp().onTaken = null;
    const { surroundings } = world;
    const { account } = surroundings;
    return {
      ...surroundings,
      account: account && { ...account, settings: { ...account.settings, sentCopies: 'app' } },
    };
  }

  async function open(surroundings = world.surroundings, input: object = written, key = 'trial.step') {
    const taken = await takeUp(send, input, surroundings);
    const context = contextOf(surroundings, { mode: 'execute', key, before: taken.before });
    return {
      ...taken,
      run: () => send.run(taken.input, context),
      findEarlier: () => send.findEarlier?.(taken.input, context),
      effect: send.effect(taken.input, taken.before),
    };
  }

  const sentFolder = async () => (await servers.snapshot(addressOf(world.surroundings))).Sent ?? [];

  it('puts the one copy into Sent where the service does not, and sends once under one key', async () => {
    const { run } = await open(keepsNoCopies());
    const first = await run();
    expect(first).toMatchObject({ ok: true, value: { refused: [] } });
    expect(await run()).toEqual(first);
    expect(servers.smtp().delivered).toHaveLength(1);
    expect(await sentFolder()).toHaveLength(1);
  });

  it('gives the email a name of its own, and tells nothing of this computer', async () => {
    await (await open()).run();
    const [{ text, from } = { text: '', from: '' }] = servers.smtp().delivered;
    expect(from).toBe(addressOf(world.surroundings));
    expect(text).toMatch(/^Message-ID: <[0-9a-f]{32}@example\.org>\r$/m);
    expect(text).not.toMatch(/X-Mailer|nodemailer|imapflow|life-os/i);
  });

  it('puts before the person what broke off while the server had it and kept no copy, and never sends it again', async () => {
    const { run, findEarlier } = await open(keepsNoCopies());
    world.service?.cut('after');
    const unknown = { ok: false, failure: { kind: 'outcome-unknown' } };
    expect(await run()).toMatchObject(unknown);
    expect(await findEarlier()).toMatchObject(unknown);
    expect(await run()).toMatchObject(unknown);
    expect(servers.smtp().delivered).toHaveLength(1);
  });

  it('finds it in Sent when the service kept a copy, whatever was heard of it', async () => {
    const { run, findEarlier } = await open();
    world.service?.cut('after');
    expect(await run()).toMatchObject({ ok: false, failure: { kind: 'outcome-unknown' } });
    expect(await findEarlier()).toMatchObject({ ok: true, value: { subject: written.subject } });
    expect(servers.smtp().delivered).toHaveLength(1);
  });

  it.each([
    ['sign-in', 535, 'needs-reconnect'],
    ['sign-in', 454, 'rate-limited'],
    ['recipient', 450, 'rate-limited'],
    ['recipient', 550, 'unreadable'],
    ['message', 451, 'rate-limited'],
    ['message', 554, 'unreadable'],
  ] as const)('when the server answers the %s with %i, that is %s and surely not sent', async (stage, code, kind) => {
    servers.smtp().answers = { [stage]: { code, says: 'Not now' } };
    const { run, findEarlier } = await open();
    expect(await run()).toMatchObject({ ok: false, failure: { kind } });
    expect(await findEarlier()).toEqual({ ok: true, value: null });
    servers.smtp().answers = {};
    expect(await run()).toMatchObject({ ok: true });
    expect(servers.smtp().delivered).toHaveLength(1);
  });

  it('says whom the server did not take it for, also when it is asked later', async () => {
    servers.smtp().answers = { recipient: { code: 550, says: 'No such user' } };
    const { run, findEarlier } = await open(world.surroundings, {
      ...written,
      to: ['fine@example.com', 'gone@example.com'],
    });
    const sent = await run();
    expect(sent).toMatchObject({ ok: true, value: { refused: ['gone@example.com'] } });
    expect(await findEarlier()).toEqual(sent);
    if (!sent.ok) return;
    expect(send.report(sent.value, world.surroundings.view)).toEqual({
      says: 'Your email “Running late” to fine@example.com is sent.',
      lines: ['Your mail server did not take it for gone@example.com.'],
    });
  });

  it('knows who is known: saved, written to before, the person; not who only wrote', async () => {
    const own = addressOf(world.surroundings);
    const audienceFor = async (...to: string[]) => (await open(world.surroundings, { ...written, to })).effect.audience;
    expect(await audienceFor('known@example.com')).toBe('known');
    expect(await audienceFor(own.toUpperCase())).toBe('self');
    await servers.arrive(own, 'From: ana@example.com\nTo: me@example.org\nMessage-ID: <a@b>\n\nHi\n');
    expect(await audienceFor('ana@example.com')).toBe('stranger');
    await servers.arrive(own, 'From: me@example.org\nTo: Jo <joana@example.com>\nMessage-ID: <c@d>\n\nHi\n', 'Sent');
    expect(await audienceFor('ana@example.com')).toBe('stranger');
    expect(await audienceFor('Joana@example.com', 'known@example.com')).toBe('known');
    expect(await audienceFor('joana@example.com', 'new@example.com')).toBe('stranger');
  });

  it('answers in the thread, to where the sender asked for it', async () => {
    const own = addressOf(world.surroundings);
    await servers.arrive(
      own,
      'From: Ana <ana@example.com>\nReply-To: team@example.com\nSubject: Plan\nMessage-ID: <p@e>\nReferences: <o@e>\n\nHi\n',
    );
    await world.run('mail.reply', { id: '<p@e>', folder: 'INBOX', body: 'Fine.' });
    const [{ text, to } = { text: '', to: [] as readonly string[] }] = servers.smtp().delivered;
    expect(to).toEqual(['team@example.com']);
    expect(text).toMatch(/^Subject: Re: Plan\r$/m);
    expect(text).toMatch(/^In-Reply-To: <p@e>\r$/m);
    expect(text).toMatch(/^References: <o@e> <p@e>\r$/m);
  });
});
