import { type GmailMessage, getMessage, messageIdOf } from '#connectors/google/gmail/gmail-message.ts';
import type { GoogleSession } from '#connectors/google/google-session.ts';

/** Gmail's search may be a moment behind; what is newest is looked through as well. */
const NEWEST = 10;

type Label = 'SENT' | 'DRAFT';

/** An email of ours in a label, by the Message-ID that it was given here; null when it is not there. */
export const findByMessageId = async (
  session: GoogleSession,
  messageId: string,
  label: Label,
): Promise<GmailMessage | null> => (await findAllByMessageId(session, messageId, label))[0] ?? null;

async function findAllByMessageId(session: GoogleSession, messageId: string, label: Label): Promise<GmailMessage[]> {
  const found: GmailMessage[] = [];
  const gmail = await session.gmail();
  const bare = messageId.replaceAll(/[<>]/g, '');
  const seen = new Set<string>();
  for (const q of [`rfc822msgid:${bare}`, '']) {
    const { data } = await gmail.users.messages.list({
      userId: 'me',
      labelIds: [label],
      maxResults: NEWEST,
      ...(q === '' ? {} : { q }),
    });
    for (const id of (data.messages ?? []).flatMap((message) => message.id ?? [])) {
      if (seen.has(id)) continue;
      seen.add(id);
      const message = await getMessage(session, id);
      if (message && messageIdOf(message)?.toLowerCase() === messageId.toLowerCase()) found.push(message);
    }
    // What the search finds is all of it.
    if (found.length > 0) return found;
  }
  return found;
}

const MOST_DRAFTS = 500;

/** Gmail's name for a draft is not that of the email in it; null when it is no draft any more. */
export const findDraft = async (session: GoogleSession, messageId: string): Promise<string | null> =>
  (await findDrafts(session, messageId))[0] ?? null;

/** More than one, where the request that made it arrived twice. */
export async function findDrafts(session: GoogleSession, messageId: string): Promise<readonly string[]> {
  const messages = await findAllByMessageId(session, messageId, 'DRAFT');
  if (messages.length === 0) return [];
  const wanted = new Set(messages.map(({ id }) => id));
  const gmail = await session.gmail();
  const found: string[] = [];
  let pageToken: string | undefined;
  do {
    const page = { userId: 'me', maxResults: MOST_DRAFTS, ...(pageToken === undefined ? {} : { pageToken }) };
    const { data } = await gmail.users.drafts.list(page);
    for (const { id, message } of data.drafts ?? []) if (id && message?.id && wanted.has(message.id)) found.push(id);
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken !== undefined && found.length < messages.length);
  return found;
}
