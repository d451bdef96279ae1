import { z } from 'zod';
import { dateOf, listDraftNames } from '#connectors/drafts/draft-file.ts';
import type { Folder, View } from '#connectors/sdk/action.ts';
import { sayRecipients } from '#connectors/sdk/address.ts';
import type { OwnText } from '#connectors/sdk/own-text.ts';
import { matchesWords } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { sayMoment } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';

/** A draft as it lies in the folder. `savedAt` is null where its date cannot be read. */
export const DraftSchema = z.object({
  fileName: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  savedAt: z.string().nullable(),
});
export type Draft = z.infer<typeof DraftSchema>;

/** Header and text stand at the start; attachments that a mail program has added are of no interest here. */
const MOST_READ_BYTES = 512 * 1024;

/** What a message says of itself, also where another program wrote it; nothing in it makes this throw. */
export async function readDraft(fileName: string, bytes: Uint8Array): Promise<{ draft: Draft; text: string }> {
  // Loaded when a draft is read for the first time: it would make every start slower.
  const { simpleParser } = await import('mailparser');
  const options = { skipHtmlToText: false, skipTextToHtml: true, skipImageLinks: true };
  const mail = await simpleParser(Buffer.from(bytes.subarray(0, MOST_READ_BYTES)), options).catch(() => null);
  const addresses = [mail?.to ?? [], mail?.cc ?? []].flat().flatMap(({ value }) => value);
  const to = [mail?.to ?? []].flat().flatMap(({ value }) => value.map(({ address, name }) => address ?? name));
  const named = addresses.map(({ name, address }) => `${name} ${address ?? ''}`);
  return {
    draft: { fileName, to, subject: mail?.subject ?? '', savedAt: dateOf(bytes) },
    text: [...named, mail?.subject ?? '', mail?.text ?? ''].join('\n'),
  };
}

/** Drafts in which all words of the query stand (to whom, subject, text), newest first. */
export async function findDrafts(folder: Folder, query: string): Promise<readonly Draft[]> {
  const found: Draft[] = [];
  for (const fileName of await listDraftNames(folder)) {
    const bytes = await folder.read(fileName);
    if (bytes === null) continue;
    const { draft, text } = await readDraft(fileName, bytes);
    if (matchesWords(text, query, littleWords)) found.push(draft);
  }
  return found.sort(byNewest);
}

/** Every draft with what it says, to be found again. */
export async function listTexts(folder: Folder): Promise<readonly OwnText[]> {
  const texts: OwnText[] = [];
  for (const fileName of await listDraftNames(folder)) {
    const bytes = await folder.read(fileName);
    if (bytes === null) continue;
    const { draft, text } = await readDraft(fileName, bytes);
    texts.push({ what: 'draft', id: fileName, title: draft.subject, words: text, at: draft.savedAt });
  }
  return texts;
}

/** “the email to Ana” means the one to Ana. */
const littleWords = ['draft', 'drafts', 'email', 'e-mail', 'mail', 'message'];

function byNewest(one: Draft, other: Draft): number {
  const [first, second] = [one.savedAt ?? '', other.savedAt ?? ''];
  if (first !== second) return first > second ? -1 : 1;
  return one.fileName < other.fileName ? -1 : 1;
}

/** `the draft “Running late” to ana@example.com`, as in the middle of a sentence. */
export const sayDraft = ({ to, subject }: Pick<Draft, 'to' | 'subject'>): string =>
  subject === '' ? t`the draft to ${sayRecipients(to)}` : t`the draft ${quote(subject)} to ${sayRecipients(to)}`;

/** One line of a list: `Wednesday 25 November, 12:00: to ana@example.com, “Running late”`. */
export function sayDraftLine({ to, subject, savedAt }: Draft, view: View): string {
  const when = savedAt === null ? '' : `${sayMoment(savedAt, view)}: `;
  const whom =
    subject === '' ? t`to ${sayRecipients(to)}, without a subject` : t`to ${sayRecipients(to)}, ${quote(subject)}`;
  return `${when}${whom}`;
}
