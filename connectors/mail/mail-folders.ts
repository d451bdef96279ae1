import type { ListResponse } from 'imapflow';
import type { MailSession } from '#connectors/mail/mail-session.ts';
import { foldText } from '#connectors/sdk/plain-text.ts';

export type MailFolder = Pick<ListResponse, 'path' | 'name' | 'specialUse'>;
export type SpecialFolder = '\\Drafts' | '\\Sent' | '\\Archive' | '\\All' | '\\Trash';

/** As servers call them that do not say which is which. */
const usualNames: Readonly<Record<SpecialFolder, readonly string[]>> = {
  '\\Drafts': ['drafts', 'entwurfe', 'brouillons', 'borradores'],
  '\\Sent': ['sent', 'sent messages', 'sent mail', 'sent items', 'gesendet', 'envoyes', 'enviados'],
  '\\Archive': ['archive', 'archives', 'archiv'],
  '\\All': ['all mail'],
  '\\Trash': ['trash', 'deleted messages', 'deleted items', 'bin'],
};

/** Every folder that can hold email. */
export async function listFolders({ client }: MailSession): Promise<readonly MailFolder[]> {
  const folders = await client.list();
  return folders.filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'));
}

/** The folder for drafts, sent email and so on: as the server says, else by its usual name; null when there is none. */
export function findSpecial(folders: readonly MailFolder[], use: SpecialFolder): MailFolder | null {
  const marked = folders.find(({ specialUse }) => specialUse === use);
  const named = folders.find(({ name }) => usualNames[use].includes(foldText(name)));
  return marked ?? named ?? null;
}

/** A folder as the person names it: by its whole path, else by its own name, blind to capitals. */
export function findNamed(folders: readonly MailFolder[], wanted: string): MailFolder | null {
  const folded = foldText(wanted);
  return (
    folders.find(({ path }) => path === wanted) ??
    folders.find(({ path }) => foldText(path) === folded) ??
    folders.find(({ name }) => foldText(name) === folded) ??
    null
  );
}
