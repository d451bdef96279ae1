import { type GmailMessage, getMessage, messageIdOf } from '#connectors/google/gmail/gmail-message.ts';
import type { GoogleSession } from '#connectors/google/google-session.ts';

/** Gmail's search may be a moment behind; what is newest is looked through as well. */
const NEWEST = 10;

/** An email of ours in a label, by the Message-ID that it was given here; null when it is not there. */
export async function findByMessageId(
  session: GoogleSession,
  messageId: string,
  label: 'SENT' | 'DRAFT',
): Promise<GmailMessage | null> {
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
      if (message && messageIdOf(message)?.toLowerCase() === messageId.toLowerCase()) return message;
    }
  }
  return null;
}

const MOST_DRAFTS = 500;

/** Gmail's name for a draft is not that of the email in it; null when it is no draft any more. */
export async function findDraft(session: GoogleSession, messageId: string): Promise<string | null> {
  const message = await findByMessageId(session, messageId, 'DRAFT');
  if (message === null) return null;
  const gmail = await session.gmail();
  let pageToken: string | undefined;
  do {
    const page = { userId: 'me', maxResults: MOST_DRAFTS, ...(pageToken === undefined ? {} : { pageToken }) };
    const { data } = await gmail.users.drafts.list(page);
    const found = data.drafts?.find((draft) => draft.message?.id === message.id)?.id;
    if (found) return found;
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  return null;
}
