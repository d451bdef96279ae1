import type { FetchMessageObject, FetchQueryObject } from 'imapflow';
import { z } from 'zod';
import type { MailSession } from '#connectors/mail/mail-session.ts';
import { idOf, summarise, summaryQuery } from '#connectors/mail/message-summary.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { sayFolder } from '#connectors/sdk/mail/say-folder.ts';
import type { Summary } from '#connectors/sdk/mail/summary.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** Which email: by its id, in a folder where it lies. */
export const WhichSchema = {
  id: z.string().regex(/^(<[^<>\s]{1,900}>|~[0-9a-f]{32})$/, t`This is not the name of an email.`),
  folder: z
    .string()
    .min(1)
    .max(500)
    .refine((path) => !/\p{Cc}/u.test(path), t`This is not the name of a folder.`),
};
export type Which = { readonly id: string; readonly folder: string };

/** The places of an email in the folder, in their order; several when it lies there more than once. Opens the folder. */
export async function locate(
  { client }: MailSession,
  { id, folder }: Which,
  readOnly = true,
): Promise<readonly number[]> {
  if (!(await opened(client, folder, readOnly))) return [];
  const candidates = await mayBe(client, id);
  if (candidates.length === 0) return [];
  const messages = await client.fetchAll([...candidates], { uid: true, envelope: true, size: true }, { uid: true });
  return messages
    .filter((message) => idOf(message) === id)
    .map(({ uid }) => uid)
    .sort((one, other) => one - other);
}

/** As many of the newest emails are looked through for one whose Message-ID is none. */
const MOST_LOOKED_THROUGH = 500;

/** A server finds by a part of the header; which of them it is decides their whole id. */
async function mayBe(client: MailSession['client'], id: string): Promise<readonly number[]> {
  const search = async (header: string | true) =>
    (await client.search({ header: { 'message-id': header } }, { uid: true })) || [];
  if (id.startsWith('<')) return search(id);
  const without = (await client.search({ not: { header: { 'message-id': true } } }, { uid: true })) || [];
  return [...without, ...(await search(true)).slice(-MOST_LOOKED_THROUGH)];
}

/** False when there is no such folder. */
async function opened(client: MailSession['client'], folder: string, readOnly: boolean): Promise<boolean> {
  if (client.mailbox && client.mailbox.path === folder && (readOnly || !client.mailbox.readOnly)) {
    await client.noop();
    return true;
  }
  try {
    await client.mailboxOpen(folder, { readOnly });
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'mailboxMissing' in error) return false;
    throw error;
  }
}

/** The email itself, as it lies first in its folder. */
export async function findMessage(
  session: MailSession,
  which: Which,
): Promise<Result<{ uids: readonly number[]; email: Summary }>> {
  const uids = await locate(session, which);
  const message = await fetchOne(session, uids[0], summaryQuery);
  if (!message) return notFound(t`this email in ${quote(sayFolder(which.folder))}`);
  return succeed({ uids, email: summarise(message, which.folder) });
}

/** What was asked for of the email at a place of the open folder; null when there is none. */
export async function fetchOne(
  { client }: MailSession,
  uid: number | undefined,
  query: FetchQueryObject,
): Promise<FetchMessageObject | null> {
  if (uid === undefined) return null;
  return (await client.fetchOne(String(uid), { uid: true, ...query }, { uid: true })) || null;
}
