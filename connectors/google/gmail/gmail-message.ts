import type { gmail_v1 } from '@googleapis/gmail';
import { z } from 'zod';
import { failureIn, type GoogleSession } from '#connectors/google/google-session.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { type Correspondent, headerLine, type Summary } from '#connectors/sdk/mail/summary.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

export type GmailMessage = gmail_v1.Schema$Message;
type Part = gmail_v1.Schema$MessagePart;

/** Which email: by Gmail's own name for it. `folder` is where it lay, for the person to read. */
export const WhichSchema = {
  id: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/, t`This is not the name of an email.`),
  folder: z.string().min(1).max(500),
};
export type Which = { readonly id: string; readonly folder: string };

const file = 'mimeType,filename,body(attachmentId,size)';
/** What a summary needs; not a word of the text, nor a byte of a file. */
const summaryFields = `id,threadId,labelIds,internalDate,payload(${file},headers,parts(${file},headers,parts(${file},parts(${file}))))`;

/** The email, as far as a list tells of it; null when it is not there. */
export async function getMessage(session: GoogleSession, id: string): Promise<GmailMessage | null> {
  const gmail = await session.gmail();
  try {
    return (await gmail.users.messages.get({ userId: 'me', id, format: 'full', fields: summaryFields })).data;
  } catch (error) {
    const failure = failureIn(error);
    // Gmail calls a name that it never gave out invalid.
    if (failure.status === 404 || failure.status === 400) return null;
    throw failure;
  }
}

export async function findMessage(
  session: GoogleSession,
  { id }: Which,
): Promise<Result<{ message: GmailMessage; email: Summary }>> {
  const message = await getMessage(session, id);
  return message === null
    ? notFound(t`this email in your Gmail`)
    : succeed({ message, email: await summarise(message) });
}

/** The whole email as it was sent. */
export async function sourceOf(session: GoogleSession, id: string): Promise<Buffer> {
  const { data } = await (await session.gmail()).users.messages.get({ userId: 'me', id, format: 'raw' });
  return Buffer.from(data.raw ?? '', 'base64url');
}

export async function summarise(message: GmailMessage): Promise<Summary> {
  const { from, to, subject } = await readHeaders(message);
  const sent = Number(message.internalDate);
  return {
    id: message.id ?? '',
    folder: folderOf(message),
    from: from[0] ?? { name: '', address: '' },
    to: to.slice(0, 50),
    subject,
    at: Number.isFinite(sent) && sent > 0 ? new Date(sent).toISOString() : null,
    unread: hasLabel(message, 'UNREAD'),
    attachments: filesIn(message.payload).length,
  };
}

export const hasLabel = ({ labelIds }: GmailMessage, label: string): boolean => labelIds?.includes(label) ?? false;

const places = [
  ['INBOX', 'INBOX'],
  ['TRASH', 'Trash'],
  ['SPAM', 'Spam'],
  ['DRAFT', 'Drafts'],
  ['SENT', 'Sent'],
] as const;

/** Gmail has labels for folders; what is in none of these is in the archive. */
export const folderOf = (message: GmailMessage): string =>
  places.find(([label]) => hasLabel(message, label))?.[1] ?? 'Archive';

export const headerOf = ({ payload }: GmailMessage, wanted: string): string =>
  payload?.headers?.find(({ name }) => name?.toLowerCase() === wanted)?.value ?? '';

/** Its Message-ID, as far as it is one. */
export function messageIdOf(message: GmailMessage): string | null {
  const given = headerOf(message, 'message-id').trim();
  return /^<[^<>\s]{1,900}>$/.test(given) ? given : null;
}

/** Names and addresses as mail programs read them, whatever the sender wrote. */
async function readHeaders(message: GmailMessage) {
  const { simpleParser } = await import('mailparser');
  const block = (['From', 'To', 'Subject'] as const).map(
    (name) =>
      `${name}: ${headerOf(message, name.toLowerCase())
        .replaceAll(/[\r\n]+/g, ' ')
        .slice(0, 20_000)}`,
  );
  const mail = await simpleParser(Buffer.from(`${block.join('\r\n')}\r\n\r\n`));
  const people = (field: typeof mail.from | typeof mail.to): Correspondent[] =>
    [field ?? []]
      .flat()
      .flatMap(({ value }) => value)
      .map(({ name, address }) => ({ name: headerLine(name), address: headerLine(address) }));
  return { from: people(mail.from), to: people(mail.to), subject: headerLine(mail.subject) };
}

/** A file that came with an email. */
export type GmailFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly attachmentId: string;
};

export function filesIn(part: Part | null | undefined): readonly GmailFile[] {
  if (!part) return [];
  const { filename, mimeType, body, parts } = part;
  const own =
    filename && body?.attachmentId
      ? [{ ...of(filename, mimeType), size: body.size ?? 0, attachmentId: body.attachmentId }]
      : [];
  return [...own, ...(parts ?? []).flatMap(filesIn)];
}

const of = (name: string, mediaType: string | null | undefined) => ({
  name: headerLine(name),
  mediaType: (mediaType ?? 'application/octet-stream').toLowerCase(),
});
