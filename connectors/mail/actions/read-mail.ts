import { z } from 'zod';
import { fetchOne, findMessage, WhichSchema } from '#connectors/mail/locate-message.ts';
import { looksOnly, onlyLooks } from '#connectors/mail/mail-effects.ts';
import { withMail } from '#connectors/mail/mail-session.ts';
import { attachmentsIn, SummarySchema, sayCorrespondent, sayEmail } from '#connectors/mail/message-summary.ts';
import { outsideEmail } from '#connectors/mail/outside-item.ts';
import { MOST_SOURCE_BYTES, readSource } from '#connectors/mail/read-source.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { FindingSchema } from '#connectors/sdk/outside-text/finding.ts';
import { sayFindings } from '#connectors/sdk/outside-text/say-findings.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { sayMoment } from '#connectors/sdk/say-time.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_SHOWN_LINES = 60;

export const readMail = defineAction({
  name: 'mail.read',
  title: 'Read an email',
  input: z.strictObject(WhichSchema),
  output: SummarySchema.extend({
    text: z.string(),
    isCut: z.boolean(),
    found: z.array(FindingSchema),
    files: z.array(z.object({ name: z.string(), mediaType: z.string(), size: z.number() })),
    unsubscribe: z.array(z.string()),
  }),
  risk: 'L0',
  scopes: ['read your email'],
  delivery: 'exactly-once',
  labels: {},
  effect: () => onlyLooks,
  describe: () => ({ title: 'Read the email', differences: [], undo: looksOnly }),
  report(email, view) {
    const { text, isCut, files, unsubscribe, found } = email;
    const lines = text.split('\n').slice(0, MOST_SHOWN_LINES);
    const goesOn = isCut || text.split('\n').length > MOST_SHOWN_LINES;
    const when = email.at === null ? '' : ` on ${sayMoment(email.at, view)}`;
    return {
      says: `${sayCorrespondent(email.from)} wrote${when}${email.subject === '' ? '' : `: ${quote(email.subject)}`}.`,
      lines: [
        ...sayFindings(found),
        ...lines.filter((line) => line.trim() !== ''),
        ...(goesOn ? ['It goes on; open it in your mail program to read the rest.'] : []),
        ...files.map(({ name }) => `With it: ${name === '' ? 'a file without a name' : quote(name)}`),
        ...unsubscribe.map((link) => `To unsubscribe yourself: ${link}`),
      ],
    };
  },
  outside: (email) => [outsideEmail(email)],
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
