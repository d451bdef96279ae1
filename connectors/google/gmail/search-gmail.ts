import { getMessage, hasLabel, summarise } from '#connectors/google/gmail/gmail-message.ts';
import { findLabel } from '#connectors/google/gmail/labels.ts';
import type { GoogleSession } from '#connectors/google/google-session.ts';
import type { View } from '#connectors/sdk/action.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { momentOf } from '#connectors/sdk/local-time.ts';
import type { Summary } from '#connectors/sdk/mail/summary.ts';
import { byNewest, isFrom, type Wanted } from '#connectors/sdk/mail/wanted.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** Beyond what is wanted, as Gmail also finds what was sent or is a draft. */
const LOOKED_AT_FOR_EACH = 4;
const MOST_WORDS = 6;
const AT_ONCE = 5;

/** Emails that fit, newest first, at most so many; in the named label, else in the inbox and the archive. */
export async function searchGmail(
  session: GoogleSession,
  wanted: Wanted,
  atMost: number,
  view: View,
): Promise<Result<readonly Summary[]>> {
  const label = wanted.folder === null ? null : await findLabel(session, wanted.folder);
  if (wanted.folder !== null && label === null) return notFound(t`a folder called ${quote(wanted.folder)}`);
  const gmail = await session.gmail();
  const { data } = await gmail.users.messages.list({
    userId: 'me',
    q: queryFor(wanted, view),
    maxResults: Math.min(atMost * LOOKED_AT_FOR_EACH, 200),
    ...(label === null ? {} : { labelIds: [label.id] }),
  });
  const found: Summary[] = [];
  const ids = (data.messages ?? []).flatMap(({ id }) => id ?? []);
  // A few at a time, until there are enough: Gmail tells of an email only what is asked for by name.
  for (let from = 0; from < ids.length && found.length < atMost; from += AT_ONCE) {
    const some = await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => getMessage(session, id)));
    for (const message of some) {
      if (message === null || (label === null && isOwn(message))) continue;
      const email = await summarise(message);
      if (isFrom(email, wanted.from)) found.push(email);
    }
  }
  return succeed(found.sort(byNewest).slice(0, atMost));
}

const isOwn = (message: Parameters<typeof hasLabel>[0]): boolean =>
  hasLabel(message, 'DRAFT') || (hasLabel(message, 'SENT') && !hasLabel(message, 'INBOX'));

/** In Gmail's own words. What is looked for is put into quotation marks, so that nothing in it is taken for an order. */
function queryFor({ query, from, unread, since, until }: Wanted, { timeZone }: View): string {
  const words = (text: string | null) =>
    (text ?? '')
      .split(/\s+/)
      .map((word) => word.replaceAll('"', ''))
      .filter((word) => word !== '')
      .slice(0, MOST_WORDS);
  const seconds = (day: string) => Math.floor(momentOf(`${day}T00:00:00`, timeZone).epochMilliseconds / 1000);
  return [
    ...words(query).map((word) => `"${word}"`),
    ...words(from).map((word) => (/^[\p{L}\p{N}.@_+-]+$/u.test(word) ? `from:${word}` : `from:"${word}"`)),
    ...(unread === null ? [] : [unread ? 'is:unread' : 'is:read']),
    ...(since === null ? [] : [`after:${seconds(since) - 1}`]),
    ...(until === null ? [] : [`before:${seconds(until)}`]),
  ].join(' ');
}
