import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connector } from '#connectors/mail/connector.ts';
import { withMailServers } from '#connectors/mail/mail-account.testsuite.ts';
import { actionOf, contextOf, openTrialWorld, type TrialWorld, takeUp } from '#connectors/sdk/trial-world.testsuite.ts';
import { haveDovecot } from '#tests/peers/start-dovecot.ts';

const send = actionOf(connector, 'mail.send');
const email = { to: ['known@example.com'], subject: 'The bill', body: 'Here it is.', files: ['bill.pdf'] };

describe.runIf(haveDovecot())('files that go along', { timeout: 60_000 }, () => {
  const servers = withMailServers();
  let world: TrialWorld;
  const file = (...way: string[]) => join(world.home, 'Downloads', ...way);
  beforeEach(async () => {
    world = await openTrialWorld(connector, servers.openService);
    servers.smtp().delivered.length = 0;
    await writeFile(file('bill.pdf'), 'the bill');
  });
  afterEach(() => world.close());

  const open = async (input: object = email) => {
    const taken = await takeUp(send, input, world.surroundings);
    const context = contextOf(world.surroundings, { mode: 'execute', key: 'trial.step', before: taken.before });
    return {
      ...taken,
      run: () => send.run(taken.input, context),
      find: () => send.findEarlier?.(taken.input, context),
    };
  };
  const look = (files: string[]) => Promise.resolve(send.look?.({ ...email, cc: [], files }, world.surroundings));

  it('arrive byte for byte, under their name, and tell nothing of where they lay', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    await mkdir(file('Secret project'));
    await writeFile(file('Secret project', 'Grüße 🎂.bin'), bytes);
    await (await open({ ...email, files: ['Grüße 🎂.bin', 'bill.pdf'] })).run();
    const [{ text } = { text: '' }] = servers.smtp().delivered;
    const { attachments } = await simpleParser(text);
    expect(attachments.map(({ filename }) => filename)).toEqual(['Grüße 🎂.bin', 'bill.pdf']);
    expect(attachments[0]?.content.equals(bytes)).toBe(true);
    expect(attachments[1]?.contentType).toBe('application/pdf');
    expect(text).not.toMatch(/Secret project|Downloads|life-os/i);
  });

  it('stand on the card with their kind, size and folder', async () => {
    const { input, before } = await open();
    const { differences } = send.describe(input, before, world.surroundings.view);
    expect(differences).toContainEqual({
      label: 'File',
      before: null,
      after: 'bill.pdf (PDF, 8 bytes) from “Downloads”',
    });
  });

  it('ask again once they were changed, also when size and time are the same', async () => {
    const first = await open();
    await writeFile(file('bill.pdf'), 'THE BILL');
    expect((await open()).version).not.toBe(first.version);
    expect(await first.run()).toMatchObject({ ok: false, failure: { kind: 'changed-since' } });
    expect(servers.smtp().delivered).toEqual([]);
  });

  it('make nothing be sent twice when they were changed after it was sent', async () => {
    const first = await open();
    const sent = await first.run();
    await rm(file('bill.pdf'));
    expect(await first.run()).toEqual(sent);
    expect(await first.find()).toEqual(sent);
    expect(servers.smtp().delivered).toHaveLength(1);
  });

  it('are refused in plain words: too large, nowhere, two of a name, under a second name, out of the folders', async () => {
    await writeFile(file('large.mov'), Buffer.alloc(18_000_001));
    expect(await look(['large.mov'])).toMatchObject({
      ok: false,
      failure: { kind: 'refused', because: expect.stringContaining('18 MB') },
    });
    expect(await look(['gone.pdf'])).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
    await writeFile(join(world.home, 'Documents', 'bill.pdf'), 'another');
    expect(await look(['bill.pdf'])).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(await look(['Documents/bill.pdf'])).toMatchObject({ ok: true });
    await writeFile(join(world.home, 'key'), 'secret');
    await link(join(world.home, 'key'), file('harmless.txt'));
    expect(await look(['harmless.txt'])).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    for (const way of ['/etc/passwd', join(world.home, 'key')]) expect((await look([way]))?.ok).toBe(false);
  });
});
