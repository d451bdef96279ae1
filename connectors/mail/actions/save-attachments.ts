import { z } from 'zod';
import { fetchOne, findMessage, WhichSchema } from '#connectors/mail/locate-message.ts';
import { type MailSession, withMail } from '#connectors/mail/mail-session.ts';
import { type AttachmentPart, attachmentsIn } from '#connectors/mail/message-summary.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { attachedName, MOST_BYTES, MOST_FILE_BYTES, MOST_FILES } from '#connectors/sdk/mail/file-limits.ts';
import { type MailFile, saveAttachmentsParts } from '#connectors/sdk/mail/reading-parts.ts';
import { sayEmail } from '#connectors/sdk/mail/summary.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

/** Keeps the files that came with an email beside the run, byte for byte; none of them is opened. */
export const saveAttachments = defineAction({
  name: 'mail.save-attachments',
  input: z.strictObject(WhichSchema),
  scopes: [t`read your email`],
  ...saveAttachmentsParts,
  run: ({ id, folder }, context) =>
    withMail(context, async (session) => {
      const found = await findMessage(session, { id, folder });
      if (!found.ok) return found;
      const { uids, email } = found.value;
      const message = await fetchOne(session, uids[0], { bodyStructure: true });
      if (!message) return notFound(sayEmail(email));
      const parts = message.bodyStructure ? attachmentsIn(message.bodyStructure) : [];
      const kept: MailFile[] = [];
      const left: MailFile[] = [];
      let total = 0;
      for (const [index, part] of parts.entries()) {
        const name = attachedName(part.name, index);
        const bytes = index < MOST_FILES ? await download(session, Number(uids[0]), part, MOST_BYTES - total) : null;
        const file = { name, mediaType: part.mediaType, size: bytes?.length ?? part.size };
        if (bytes === null) left.push(file);
        else {
          total += bytes.length;
          await context.attach({ name, mediaType: part.mediaType, bytes });
          kept.push(file);
        }
      }
      return succeed({ ...email, kept, left });
    }),
});

/** Null when it is larger than what may be kept. */
async function download({ client }: MailSession, uid: number, { part }: AttachmentPart, room: number) {
  const most = Math.min(MOST_FILE_BYTES, room);
  const { content } = await client.download(String(uid), part, { uid: true, maxBytes: most + 1 });
  if (!content) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  }
  return size > most ? null : Buffer.concat(chunks);
}
