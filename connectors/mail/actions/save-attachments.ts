import { z } from 'zod';
import { fetchOne, findMessage, WhichSchema } from '#connectors/mail/locate-message.ts';
import { looksOnly, onlyLooks } from '#connectors/mail/mail-effects.ts';
import { type MailSession, withMail } from '#connectors/mail/mail-session.ts';
import { type AttachmentPart, attachmentsIn, SummarySchema, sayEmail } from '#connectors/mail/message-summary.ts';
import { outsideEmail } from '#connectors/mail/outside-item.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_FILE_BYTES = 25 * 1024 * 1024;
const MOST_BYTES = 50 * 1024 * 1024;
const MOST_FILES = 50;

const FileSchema = z.object({ name: z.string(), mediaType: z.string(), size: z.number() });
type File = z.output<typeof FileSchema>;

/** Keeps the files that came with an email beside the run, byte for byte; none of them is opened. */
export const saveAttachments = defineAction({
  name: 'mail.save-attachments',
  title: 'Keep the files of an email',
  input: z.strictObject(WhichSchema),
  output: SummarySchema.extend({ kept: z.array(FileSchema), left: z.array(FileSchema) }),
  risk: 'L0',
  scopes: ['read your email'],
  delivery: 'exactly-once',
  labels: {},
  effect: () => onlyLooks,
  describe: () => ({ title: 'Keep the files that came with the email', differences: [], undo: looksOnly }),
  report: ({ kept, left, ...email }) => ({
    says:
      kept.length + left.length === 0
        ? `No files came with ${sayEmail(email)}.`
        : `${kept.length === 1 ? '1 file' : `${kept.length} files`} from ${sayEmail(email)} ${kept.length === 1 ? 'is' : 'are'} kept here.`,
    lines: [
      ...kept.map(({ name }) => quote(name)),
      ...left.map(({ name }) => `${quote(name)} is too large, so it stays with the email.`),
    ],
  }),
  outside: (email) => [outsideEmail(email)],
  run: ({ id, folder }, context) =>
    withMail(context, async (session) => {
      const found = await findMessage(session, { id, folder });
      if (!found.ok) return found;
      const { uids, email } = found.value;
      const message = await fetchOne(session, uids[0], { bodyStructure: true });
      if (!message) return notFound(sayEmail(email));
      const parts = message.bodyStructure ? attachmentsIn(message.bodyStructure) : [];
      const kept: File[] = [];
      const left: File[] = [];
      let total = 0;
      for (const [index, part] of parts.entries()) {
        const name = fileName(part.name, index);
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

/** Somebody else chose the name: no path, nothing that can’t be seen, never empty. */
function fileName(given: string, index: number): string {
  const bare = given.split(/[/\\]/).at(-1) ?? '';
  const seen = bare
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^\.+/, '')
    .trim()
    .slice(0, 150);
  return seen === '' ? `File ${index + 1}` : seen;
}
