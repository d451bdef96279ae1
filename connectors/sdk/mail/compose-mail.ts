import { deriveId } from '#connectors/sdk/derive-id.ts';
import type { AttachedFile } from '#connectors/sdk/mail/attached-files.ts';
import type { Instant } from '#contract/model/instant.ts';

/** An email of the person's, as it is written down in a draft or sent. */
export type Outgoing = {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** The thread that it belongs to, oldest first; the last is what it answers. Empty for a new one. */
  readonly thread: readonly string[];
  readonly files: readonly AttachedFile[];
};

/** Derived from the effect's key, so that the email is found again whatever became of the request. */
export const messageIdFor = (key: string, address: string): string =>
  `<${deriveId(key)}@${address.slice(address.lastIndexOf('@') + 1).toLowerCase()}>`;

/** An RFC 5322 message, the same bytes for the same email. Recipients are passed on as they are and never parsed. */
export async function composeMail(
  mail: Outgoing,
  stamp: { readonly from: string; readonly messageId: string; readonly date: Instant },
  /** Of its files, in their order; none to write down the email without them. */
  contents: readonly Uint8Array[] = [],
): Promise<Buffer> {
  // Loaded with the first email: the app starts without it.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const asAddress = (address: string) => ({ name: '', address });
  const composer = new MailComposer({
    from: asAddress(stamp.from),
    to: mail.to.map(asAddress),
    cc: mail.cc.map(asAddress),
    subject: mail.subject,
    text: mail.body.replaceAll(/\r\n|\r|\n/g, '\r\n'),
    messageId: stamp.messageId,
    date: new Date(stamp.date),
    ...(mail.thread.length === 0 ? {} : { inReplyTo: mail.thread.at(-1) ?? '', references: [...mail.thread] }),
    attachments: contents.map((content, index) => ({
      filename: (mail.files[index]?.name ?? '').replaceAll(/[\p{Cc}\p{Cf}]/gu, ''),
      contentType: mail.files[index]?.mediaType ?? 'application/octet-stream',
      contentDisposition: 'attachment' as const,
      content: Buffer.from(content),
    })),
    // The same email is the same bytes.
    ...(contents.length === 0 ? {} : { baseBoundary: deriveId(`${stamp.messageId} boundary`) }),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
