import { findSpecial, listFolders } from '#connectors/mail/mail-folders.ts';
import type { MailSession } from '#connectors/mail/mail-session.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import type { MailAudience } from '#connectors/sdk/mail/writing-parts.ts';

/**
 * Who would receive it, at its widest: `self` is the account's own address alone. Known is whom the person has saved,
 * or has written to before from this account; that somebody wrote to them makes nobody known.
 */
export async function audienceOf(
  session: MailSession,
  { knows }: Pick<Surroundings, 'knows'>,
  recipients: readonly string[],
): Promise<MailAudience> {
  const own = session.settings.address.toLowerCase();
  const others = recipients.filter((address) => address.toLowerCase() !== own);
  if (others.length === 0) return 'self';
  const unsaved = others.filter((address) => !knows(address));
  if (unsaved.length === 0) return 'known';
  const sent = findSpecial(await listFolders(session), '\\Sent');
  if (!sent) return 'stranger';
  await session.client.mailboxOpen(sent.path, { readOnly: true });
  for (const address of unsaved) if (!(await wasWrittenTo(session, address))) return 'stranger';
  return 'known';
}

/** A server finds by a part of the header: “ana@example.com” is also in “joana@example.com”. */
async function wasWrittenTo({ client }: MailSession, address: string): Promise<boolean> {
  const found = (await client.search({ or: [{ to: address }, { cc: address }] }, { uid: true })) || [];
  if (found.length === 0) return false;
  const messages = await client.fetchAll(found.slice(-20), { uid: true, envelope: true }, { uid: true });
  const wanted = address.toLowerCase();
  return messages.some(({ envelope }) =>
    [...(envelope?.to ?? []), ...(envelope?.cc ?? [])].some((each) => each.address?.toLowerCase() === wanted),
  );
}
