import { describe } from 'vitest';
import { connector } from '#connectors/google/connector.ts';
import { withGoogleServer } from '#connectors/google/google-account.testsuite.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { type Given, testConnector } from '#connectors/sdk/connector.testsuite.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { greeting, lunch, newsletter, written } from '#connectors/sdk/mail/letters.testsuite.ts';
import type { Json } from '#contract/model/json.ts';
import type { Google } from '#tests/peers/start-google.ts';

const ME = '/gmail/v1/users/me';

type Listed = { messages?: { id: string }[]; drafts?: { id: string }[]; id?: string };
type Message = { raw: string; labelIds: string[] };

/** Every email that is there, by what it says and where it lies, whatever Gmail calls it. */
async function mailboxOf({ url }: Google, token: string): Promise<Message[]> {
  const headers = { authorization: `Bearer ${token}` };
  const ask = async (path: string) => (await fetch(url + ME + path, { headers })).json() as Promise<Listed & Message>;
  const { messages = [] } = await ask('/messages?maxResults=500&includeSpamTrash=true');
  return Promise.all(messages.map(({ id }) => ask(`/messages/${id}?format=raw`)));
}
const told = (messages: readonly Message[]): Json =>
  messages.map(({ raw, labelIds }) => `${[...labelIds].sort().join()} ${hashOf(raw)}`).sort();

const of = (output: Json, field: string): string => String((output as Record<string, Json>)[field]);

const isSending = ({ name }: { readonly name: string }) => /send|reply-to/.test(name);
const isGmail = ({ name }: { readonly name: string }) => /mail|reply|attachments/.test(name);

describe('Gmail, against Google on this computer', { timeout: 60_000 }, () => {
  const servers = withGoogleServer(async (google, token) => told(await mailboxOf(google, token)));

  async function arrive({ surroundings }: Given, email: string, labelIds: readonly string[] = ['INBOX', 'UNREAD']) {
    const raw = Buffer.from(email.replaceAll('\n', '\r\n')).toString('base64url');
    const stored = await servers.byHand(surroundings, 'POST', `${ME}/messages`, { raw, labelIds });
    return { id: of(stored, 'id'), folder: 'INBOX' };
  }
  const arrived =
    (email: string, input: object = {}, labels?: readonly string[]) =>
    async (given: Given) => ({ ...(await arrive(given, email, labels)), ...input });
  const beside =
    (email: string, input: object) =>
    async (given: Given): Promise<object> => {
      await arrive(given, email);
      return input;
    };

  /** The person throws it away on another device. */
  const moveOn = (world: Surroundings, output: Json) =>
    servers.byHand(world, 'POST', `${ME}/messages/${of(output, 'id')}/trash`).then(() => {});

  /** The person writes the draft anew on another device. */
  async function editDraft(world: Surroundings): Promise<void> {
    const { drafts = [] } = (await servers.byHand(world, 'GET', `${ME}/drafts`)) as Listed;
    for (const { id } of drafts) {
      const draft = await servers.byHand(world, 'GET', `${ME}/drafts/${id}?format=raw`);
      const { raw } = (draft as { message: Message }).message;
      const text = `${Buffer.from(raw, 'base64url').toString('utf8')}\r\nPS: bring cake\r\n`;
      await servers.byHand(world, 'PUT', `${ME}/drafts/${id}`, {
        message: { raw: Buffer.from(text).toString('base64url') },
      });
    }
  }

  const labelled =
    (email: string) =>
    async (given: Given): Promise<object> => {
      await servers.byHand(given.surroundings, 'POST', `${ME}/labels`, { name: 'Newsletters' });
      return { ...(await arrive(given, email)), to: 'newsletters' };
    };

  testConnector(
    { ...connector, actions: connector.actions.filter((action) => isGmail(action) && !isSending(action)) },
    [
      { action: 'google.find-mail', input: beside(lunch, { from: 'ana' }) },
      { action: 'google.find-mail', called: 'in other scripts', input: beside(greeting, { query: 'מזל' }) },
      {
        action: 'google.search-mail',
        async input(given) {
          await arrive(given, lunch);
          await arrive(given, greeting, []);
          await arrive(given, newsletter);
          return { since: '2026-01-01' };
        },
      },
      { action: 'google.search-mail', called: 'without any', input: () => ({ query: 'cake', unread: true }) },
      { action: 'google.read-mail', input: arrived(lunch) },
      { action: 'google.read-mail', called: 'with HTML, a file and no name', input: arrived(newsletter) },
      { action: 'google.read-mail', called: 'in other scripts', input: arrived(greeting) },
      { action: 'google.save-attachments', input: arrived(newsletter) },
      { action: 'google.mark-mail', input: arrived(lunch, { as: 'read' }) },
      {
        action: 'google.mark-mail',
        called: 'as unread again',
        input: arrived(lunch, { as: 'unread' }, ['INBOX', 'STARRED']),
      },
      { action: 'google.archive-mail', input: arrived(lunch), disturb: moveOn },
      { action: 'google.move-mail', input: labelled(greeting), disturb: moveOn },
      { action: 'google.draft-mail', input: () => ({ ...written, cc: ['Bo@exämple.com'] }), disturb: editDraft },
      {
        action: 'google.draft-mail',
        called: 'in other scripts',
        input: () => ({ ...written, subject: '🎂 חגיגה', body: 'שלום!' }),
      },
      { action: 'google.draft-reply', input: arrived(greeting, { body: 'תודה!' }), disturb: editDraft },
    ],
    servers.openService,
  );
});

describe('sending by Gmail, against Google on this computer', { timeout: 60_000 }, () => {
  // What is about to leave is a draft until it has left, and one that did not leave stays that draft.
  const servers = withGoogleServer(
    async (google, token) =>
      told((await mailboxOf(google, token)).filter(({ labelIds }) => !labelIds.includes('DRAFT'))),
    /^POST [^ ]*\/drafts\/send/m,
  );

  testConnector(
    { ...connector, actions: connector.actions.filter(isSending) },
    [
      { action: 'google.send-mail', input: () => written },
      {
        action: 'google.send-mail',
        called: 'to somebody new, in other scripts',
        input: () => ({ ...written, to: ['new@example.net'], subject: 'Grüße 🎂' }),
      },
      {
        action: 'google.reply-to-mail',
        async input({ surroundings }) {
          const raw = Buffer.from(lunch.replaceAll('\n', '\r\n')).toString('base64url');
          const stored = await servers.byHand(surroundings, 'POST', `${ME}/messages`, { raw, labelIds: ['INBOX'] });
          return { id: of(stored, 'id'), folder: 'INBOX', body: 'Yes, gladly.' };
        },
      },
    ],
    servers.openService,
  );
});
