import { z } from 'zod';
import { fetchOne, findMessage, WhichSchema } from '#connectors/mail/locate-message.ts';
import { withMail } from '#connectors/mail/mail-session.ts';
import { attachmentsIn } from '#connectors/mail/message-summary.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { MOST_SOURCE_BYTES, readSource } from '#connectors/sdk/mail/read-source.ts';
import { readMailParts } from '#connectors/sdk/mail/reading-parts.ts';
import { sayEmail } from '#connectors/sdk/mail/summary.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

export const readMail = defineAction({
  name: 'mail.read',
  input: z.strictObject(WhichSchema),
  scopes: [t`read your email`],
  ...readMailParts,
  run: ({ id, folder }, context) =>
    withMail(context, async (session) => {
      const found = await findMessage(session, { id, folder });
      if (!found.ok) return found;
      const { uids, email } = found.value;
      // PEEK: reading it here leaves it unread there.
      const query = { bodyStructure: true, source: { maxLength: MOST_SOURCE_BYTES } };
      const message = await fetchOne(session, uids[0], query);
      if (!message?.source) return notFound(sayEmail(email));
      const read = await readSource(message.source);
      if (!read.ok) return read;
      const { text, isCut, unsubscribe, found: findings } = read.value;
      const parts = message.bodyStructure ? attachmentsIn(message.bodyStructure) : [];
      const files = parts.map(({ name, mediaType, size }) => ({ name, mediaType, size }));
      return succeed({ ...email, text, isCut, found: [...findings], files, unsubscribe: [...unsubscribe] });
    }),
});
