import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { connector } from '#connectors/mail/connector.ts';
import { addressOf, withMailServers } from '#connectors/mail/mail-account.testsuite.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { type Given, testConnector } from '#connectors/sdk/connector.testsuite.ts';
import { greeting, lunch, newsletter, written } from '#connectors/sdk/mail/letters.testsuite.ts';
import type { Json } from '#contract/model/json.ts';
import { haveDovecot } from '#tests/peers/start-dovecot.ts';

/** The person has files in their picked folders. */
const withFiles =
  (input: object) =>
  async ({ home }: Given): Promise<object> => {
    await writeFile(join(home, 'Downloads', 'Invoice May.pdf'), Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 0xff, 13, 10]));
    await writeFile(join(home, 'Documents', 'Grüße 🎂.txt'), 'שלום\n');
    return input;
  };

const inbox = { id: '<lunch@example.com>', folder: 'INBOX' };

describe.runIf(haveDovecot())('against Dovecot and an SMTP server', { timeout: 60_000 }, () => {
  const servers = withMailServers();

  const arrived =
    (email: string, input: object) =>
    async ({ surroundings }: Given) => {
      await servers.arrive(addressOf(surroundings), email);
      return input;
    };

  /** One without a Message-ID, as its summary names it. */
  async function unnamed({ surroundings, run }: Given): Promise<{ id: string; folder: string }> {
    await servers.arrive(addressOf(surroundings), newsletter);
    const email = await run('mail.find', { from: 'Weekly' });
    return { id: String(read(email, 'id')), folder: 'INBOX' };
  }

  const read = (output: Json, field: string): Json =>
    output !== null && typeof output === 'object' && !Array.isArray(output)
      ? ((output as Record<string, Json>)[field] ?? null)
      : null;

  /** The person moves it on in another program. */
  const moveOn = (world: Surroundings, output: Json) =>
    servers.byHand(addressOf(world), async (client) => {
      await client.mailboxOpen(String(read(output, 'folder')));
      await client.messageMove('1:*', 'Trash');
    });

  /** The person writes the draft anew in another program. */
  const editDraft = (world: Surroundings, output: Json) =>
    servers.byHand(addressOf(world), async (client) => {
      await client.mailboxOpen('Drafts');
      const draft = await client.fetchOne('1', { source: true });
      const text = draft ? (draft.source?.toString('utf8') ?? '') : '';
      await client.append('Drafts', `${text}\r\nPS: bring cake ${String(read(output, 'subject'))}\r\n`, ['\\Draft']);
      await client.messageDelete('1');
    });

  /** The same, where something comes after the text. */
  const editText = (world: Surroundings) =>
    servers.byHand(addressOf(world), async (client) => {
      await client.mailboxOpen('Drafts');
      const draft = await client.fetchOne('1', { source: true });
      const text = draft ? (draft.source?.toString('utf8') ?? '') : '';
      await client.append('Drafts', text.replace('Hi,', 'Hello,'), ['\\Draft']);
      await client.messageDelete('1');
    });

  testConnector(
    connector,
    [
      { action: 'mail.find', input: arrived(lunch, { from: 'ana' }) },
      { action: 'mail.find', called: 'in other scripts', input: arrived(greeting, { query: 'הולדת' }) },
      {
        action: 'mail.search',
        async input(given) {
          await arrived(lunch, {})(given);
          await arrived(greeting, {})(given);
          return arrived(newsletter, { since: '2026-01-01' })(given);
        },
      },
      { action: 'mail.search', called: 'without any', input: () => ({ query: 'cake', unread: true }) },
      { action: 'mail.read', input: arrived(lunch, inbox) },
      { action: 'mail.read', called: 'with HTML, a file and no name', input: unnamed },
      {
        action: 'mail.read',
        called: 'in other scripts',
        input: arrived(greeting, { ...inbox, id: '<cake@example.net>' }),
      },
      { action: 'mail.save-attachments', input: unnamed },
      { action: 'mail.mark', input: arrived(lunch, { ...inbox, as: 'read' }) },
      {
        action: 'mail.mark',
        called: 'as unread again',
        async input({ surroundings }) {
          await servers.arrive(addressOf(surroundings), lunch, 'INBOX', ['\\Seen', '\\Flagged']);
          return { ...inbox, as: 'unread' };
        },
      },
      { action: 'mail.archive', input: arrived(lunch, inbox), disturb: moveOn },
      { action: 'mail.archive', called: 'without a Message-ID', input: unnamed, disturb: moveOn },
      {
        action: 'mail.archive',
        called: 'beside a copy that is there already',
        async input({ surroundings }) {
          await servers.arrive(addressOf(surroundings), lunch, 'Archive', ['\\Seen']);
          await servers.arrive(addressOf(surroundings), lunch);
          return inbox;
        },
      },
      {
        action: 'mail.move',
        input: arrived(greeting, { ...inbox, id: '<cake@example.net>', to: 'newsletters' }),
        disturb: moveOn,
      },
      { action: 'mail.draft', input: () => ({ ...written, cc: ['Bo@exämple.com'] }), disturb: editDraft },
      {
        action: 'mail.draft',
        called: 'in other scripts',
        input: () => ({ ...written, subject: '🎂 חגיגה', body: 'שלום!' }),
      },
      {
        action: 'mail.draft-reply',
        input: arrived(greeting, { id: '<cake@example.net>', folder: 'INBOX', body: 'תודה!' }),
        disturb: editDraft,
      },
      { action: 'mail.send', input: () => written },
      {
        action: 'mail.send',
        called: 'to somebody new, in other scripts',
        input: () => ({ ...written, to: ['new@example.net'], subject: 'Grüße 🎂' }),
      },
      {
        action: 'mail.send',
        called: 'with files',
        input: withFiles({ ...written, files: ['Invoice May.pdf', 'Documents/Grüße 🎂.txt'] }),
      },
      {
        action: 'mail.draft',
        called: 'with a file',
        input: withFiles({ ...written, files: ['invoice may'] }),
        disturb: editText,
      },
      {
        action: 'mail.reply',
        called: 'with a file',
        async input(given) {
          await arrived(lunch, {})(given);
          return withFiles({ ...inbox, body: 'Here it is.', files: ['Invoice May.pdf'] })(given);
        },
      },
      {
        action: 'mail.draft-reply',
        called: 'with a file',
        async input(given) {
          await arrived(lunch, {})(given);
          return withFiles({ ...inbox, body: 'Here it is.', files: ['Downloads/Invoice May.pdf'] })(given);
        },
      },
      { action: 'mail.reply', input: arrived(lunch, { ...inbox, body: 'Yes, gladly.' }) },
    ],
    servers.openService,
  );
});
