import type { Instant } from '#contract/model/instant.ts';

export type DraftText = {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly body: string;
};

/** Our drafts carry this for good, so that they are found again under any file name. `.invalid` is nobody’s domain. */
export const messageIdFor = (id: string): string => `<${id}@life-os.invalid>`;

/**
 * An RFC 5322 message, the same bytes for the same draft. It has no From: who sends is known to the mail
 * program and not to us, and `X-Unsent: 1` makes it open as a draft to which that is added.
 */
export async function composeDraft(draft: DraftText, stamp: { messageId: string; date: Instant }): Promise<Buffer> {
  // Loaded with the first draft: the app starts without it.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const asAddress = (address: string) => ({ name: '', address });
  const composer = new MailComposer({
    to: draft.to.map(asAddress),
    cc: draft.cc.map(asAddress),
    subject: draft.subject,
    text: draft.body.replaceAll(/\r\n|\r|\n/g, '\r\n'),
    messageId: stamp.messageId,
    date: new Date(stamp.date),
    headers: { 'X-Unsent': '1' },
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
