import { getMessage, headerOf } from '#connectors/google/gmail/gmail-message.ts';
import type { GoogleSession } from '#connectors/google/google-session.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import type { MailAudience } from '#connectors/sdk/mail/writing-parts.ts';

const MOST_LOOKED_AT = 10;

/** As for every mail account: whom the person has saved or written to before is known; who only wrote is not. */
export async function audienceInGmail(
  session: GoogleSession,
  { knows }: Pick<Surroundings, 'knows'>,
  recipients: readonly string[],
): Promise<MailAudience> {
  // Asked each time: whether Gmail would take it at all is known before the person is asked.
  const { data } = await (await session.gmail()).users.getProfile({ userId: 'me' });
  const own = (data.emailAddress ?? session.settings.address).toLowerCase();
  const others = recipients.filter((address) => address.toLowerCase() !== own);
  if (others.length === 0) return 'self';
  for (const address of others) {
    if (!knows(address) && !(await wasWrittenTo(session, address))) return 'stranger';
  }
  return 'known';
}

/** Gmail finds by parts: “ana@example.com” is also in “joana@example.com”. */
async function wasWrittenTo(session: GoogleSession, address: string): Promise<boolean> {
  if (!/^[^\s"()]+$/.test(address)) return false;
  const gmail = await session.gmail();
  const { data } = await gmail.users.messages.list({
    userId: 'me',
    q: `to:${address}`,
    labelIds: ['SENT'],
    maxResults: MOST_LOOKED_AT,
  });
  const wanted = address.toLowerCase();
  for (const { id } of data.messages ?? []) {
    const message = id ? await getMessage(session, id) : null;
    if (message === null) continue;
    const { simpleParser } = await import('mailparser');
    const lines = ['to', 'cc'].map((name) => `${name}: ${headerOf(message, name).replaceAll(/[\r\n]+/g, ' ')}`);
    const { to, cc } = await simpleParser(`${lines.join('\r\n')}\r\n\r\n`);
    const people = [to ?? [], cc ?? []].flat().flatMap(({ value }) => value);
    if (people.some((each) => each.address?.toLowerCase() === wanted)) return true;
  }
  return false;
}
