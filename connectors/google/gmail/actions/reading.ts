import { z } from 'zod';
import { filesIn, findMessage, sourceOf, WhichSchema } from '#connectors/google/gmail/gmail-message.ts';
import { searchGmail } from '#connectors/google/gmail/search-gmail.ts';
import { withGmail } from '#connectors/google/gmail/with-gmail.ts';
import { scopes } from '#connectors/google/google-settings.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { attachedName, MOST_BYTES, MOST_FILE_BYTES, MOST_FILES } from '#connectors/sdk/mail/file-limits.ts';
import { readSource } from '#connectors/sdk/mail/read-source.ts';
import {
  findMailParts,
  type MailFile,
  readMailParts,
  saveAttachmentsParts,
  searchMailParts,
} from '#connectors/sdk/mail/reading-parts.ts';
import { sayWanted } from '#connectors/sdk/mail/wanted.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

/** The newest that fits, for the steps after it to act on. */
export const findGmail = defineAction({
  name: 'google.find-mail',
  scopes: [scopes.gmail],
  ...findMailParts,
  run: (wanted, context) =>
    withGmail(context, async (session) => {
      const found = await searchGmail(session, wanted, 1, context.view);
      if (!found.ok) return found;
      const [newest] = found.value;
      return newest ? succeed(newest) : notFound(t`an email${sayWanted(wanted)}`);
    }),
});

export const searchInGmail = defineAction({
  name: 'google.search-mail',
  scopes: [scopes.gmail],
  ...searchMailParts,
  run: ({ atMost, ...wanted }, context) =>
    withGmail(context, async (session) => {
      const found = await searchGmail(session, wanted, atMost, context.view);
      return found.ok ? succeed({ emails: [...found.value], wanted }) : found;
    }),
});

export const readGmail = defineAction({
  name: 'google.read-mail',
  input: z.strictObject(WhichSchema),
  scopes: [scopes.gmail],
  ...readMailParts,
  run: (which, context) =>
    withGmail(context, async (session) => {
      const found = await findMessage(session, which);
      if (!found.ok) return found;
      const { message, email } = found.value;
      const read = await readSource(await sourceOf(session, which.id));
      if (!read.ok) return read;
      const { text, isCut, unsubscribe, found: findings } = read.value;
      const files = filesIn(message.payload).map(({ name, mediaType, size }) => ({ name, mediaType, size }));
      return succeed({ ...email, text, isCut, found: [...findings], files, unsubscribe: [...unsubscribe] });
    }),
});

/** Keeps the files that came with an email beside the run, byte for byte; none of them is opened. */
export const saveGmailAttachments = defineAction({
  name: 'google.save-attachments',
  input: z.strictObject(WhichSchema),
  scopes: [scopes.gmail],
  ...saveAttachmentsParts,
  run: (which, context) =>
    withGmail(context, async (session) => {
      const found = await findMessage(session, which);
      if (!found.ok) return found;
      const { message, email } = found.value;
      const { attachments } = (await session.gmail()).users.messages;
      const kept: MailFile[] = [];
      const left: MailFile[] = [];
      let total = 0;
      for (const [index, { name: given, mediaType, size, attachmentId }] of filesIn(message.payload).entries()) {
        const name = attachedName(given, index);
        if (index >= MOST_FILES || size > MOST_FILE_BYTES || total + size > MOST_BYTES) {
          left.push({ name, mediaType, size });
          continue;
        }
        const { data } = await attachments.get({ userId: 'me', messageId: which.id, id: attachmentId });
        const bytes = Buffer.from(data.data ?? '', 'base64url');
        total += bytes.length;
        await context.attach({ name, mediaType, bytes });
        kept.push({ name, mediaType, size: bytes.length });
      }
      return succeed({ ...email, kept, left });
    }),
});
