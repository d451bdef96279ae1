import type { SearchObject } from 'imapflow';
import { findNamed, findSpecial, listFolders, type MailFolder } from '#connectors/mail/mail-folders.ts';
import type { MailSession } from '#connectors/mail/mail-session.ts';
import { summarise, summaryQuery } from '#connectors/mail/message-summary.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import type { Summary } from '#connectors/sdk/mail/summary.ts';
import { byNewest, isFrom, type Wanted } from '#connectors/sdk/mail/wanted.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** Beyond what is wanted, as a server takes “Ana” for a part of “Banana”. */
const LOOKED_AT_FOR_EACH = 4;
const MOST_WORDS = 6;

/** Emails that fit, newest first, at most so many; in the named folder, else in the inbox and the archive. */
export async function searchMail(
  session: MailSession,
  wanted: Wanted,
  atMost: number,
): Promise<Result<readonly Summary[]>> {
  const folders = await listFolders(session);
  const places = placesFor(folders, wanted.folder);
  if (places === null) return notFound(t`a folder called ${quote(wanted.folder ?? '')}`);
  const found: Summary[] = [];
  for (const place of places) found.push(...(await searchFolder(session, place.path, wanted, atMost)));
  const once = new Map(found.map((email) => [email.id, email]));
  return succeed([...once.values()].sort(byNewest).slice(0, atMost));
}

/** Of the same email in two places the inbox's comes last, and so it is the one that counts. */
function placesFor(folders: readonly MailFolder[], named: string | null): readonly MailFolder[] | null {
  if (named !== null) {
    const folder = findNamed(folders, named);
    return folder && [folder];
  }
  const inbox = folders.filter(({ path }) => path.toUpperCase() === 'INBOX');
  const kept = findSpecial(folders, '\\All') ?? findSpecial(folders, '\\Archive');
  return kept ? [kept, ...inbox] : inbox;
}

async function searchFolder(
  { client }: MailSession,
  path: string,
  wanted: Wanted,
  atMost: number,
): Promise<readonly Summary[]> {
  await client.mailboxOpen(path, { readOnly: true });
  const uids = await matching(client, wanted);
  const newest = uids.slice(-atMost * LOOKED_AT_FOR_EACH);
  if (newest.length === 0) return [];
  const messages = await client.fetchAll(newest, summaryQuery, { uid: true });
  return messages.map((message) => summarise(message, path)).filter((email) => isFrom(email, wanted.from));
}

/** Every word has to stand somewhere; a server looks for one at a time. */
async function matching(client: MailSession['client'], wanted: Wanted): Promise<readonly number[]> {
  const base: SearchObject = {
    ...(wanted.from === null ? {} : { from: wanted.from }),
    ...(wanted.unread === null ? {} : { seen: !wanted.unread }),
    ...(wanted.since === null ? {} : { since: wanted.since }),
    ...(wanted.until === null ? {} : { before: `${wanted.until}T00:00:00.000Z` }),
    deleted: false,
  };
  const words = (wanted.query ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
  const queries = words.length === 0 ? [base] : words.map((text) => ({ ...base, text }));
  let left: readonly number[] | null = null;
  for (const query of queries) {
    const found = new Set((await client.search(query, { uid: true })) || []);
    left = left === null ? [...found].sort((one, other) => one - other) : left.filter((uid) => found.has(uid));
  }
  return left ?? [];
}
