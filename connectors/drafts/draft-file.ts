import { z } from 'zod';
import type { DraftText } from '#connectors/drafts/compose-draft.ts';
import type { Folder } from '#connectors/sdk/action.ts';
import { sayRecipients } from '#connectors/sdk/address.ts';
import { freeName, stemFrom } from '#connectors/sdk/file-name.ts';
import { t } from '#contract/language/t.ts';
import type { Instant } from '#contract/model/instant.ts';

const isDraft = (name: string): boolean => /^[^./\\\0][^/\\\0]*\.eml$/iu.test(name) && Buffer.byteLength(name) <= 255;

export const DraftNameSchema = z.string().refine(isDraft, t`This is not the name of a draft.`);

/** Names of all drafts in the folder; what else lies there is not ours. */
export async function listDraftNames(folder: Folder): Promise<readonly string[]> {
  return (await folder.list()).filter(isDraft);
}

/** `To ana@example.com - Running late.eml`, or another that is free. */
export function nameDraft(taken: readonly string[], { to, subject }: DraftText): string {
  const title = subject === '' ? `To ${sayRecipients(to)}` : `To ${sayRecipients(to)} - ${subject}`;
  return freeName(taken, stemFrom(title, 'Draft'), '.eml');
}

/** The draft with this Message-ID, whatever a person or a mail program has called it. */
export async function findByMessageId(
  folder: Folder,
  messageId: string,
): Promise<{ fileName: string; bytes: Uint8Array } | null> {
  for (const fileName of await listDraftNames(folder)) {
    const bytes = await folder.read(fileName);
    if (bytes !== null && headerOf(bytes, 'Message-ID') === messageId) return { fileName, bytes };
  }
  return null;
}

const MOST_HEADER_BYTES = 65_536;

/** The value of a header as it stands there, on one line; null when there is none. */
export function headerOf(bytes: Uint8Array, name: string): string | null {
  const start = Buffer.from(bytes.subarray(0, MOST_HEADER_BYTES)).toString('latin1');
  const [head = ''] = start.split(/\r?\n\r?\n/, 1);
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const line = lines.find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line === undefined ? null : line.slice(name.length + 1).trim();
}

/** The date in its header; null where there is none that can be read. */
export function dateOf(bytes: Uint8Array): Instant | null {
  const date = new Date(headerOf(bytes, 'Date') ?? '');
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
