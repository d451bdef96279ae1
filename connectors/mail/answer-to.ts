import type { AttachedFile } from '#connectors/mail/attached-files.ts';
import type { Outgoing } from '#connectors/mail/compose-mail.ts';
import { fetchOne, findMessage, type Which } from '#connectors/mail/locate-message.ts';
import type { MailSession } from '#connectors/mail/mail-session.ts';
import { type Correspondent, sayEmail } from '#connectors/mail/message-summary.ts';
import { readSource } from '#connectors/mail/read-source.ts';
import { AddressSchema } from '#connectors/sdk/address.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** What answering an email comes to. Who receives it was decided by what somebody else wrote. */
export type AnswerTo = {
  readonly to: readonly string[];
  readonly subject: string;
  readonly thread: readonly string[];
  readonly original: { readonly subject: string; readonly from: Correspondent };
};

/** The answer as it leaves, or as it is drafted. */
export const outgoingAnswer = (
  { body }: { readonly body: string },
  { to, subject, thread, files }: AnswerTo & { readonly files: readonly AttachedFile[] },
): Outgoing => ({
  files,
  to,
  cc: [],
  subject,
  body,
  thread,
});

const MOST_HEADER_BYTES = 128 * 1024;

/** Reads to whom and under what an answer goes: to where the sender asks for it, in the same thread. */
export async function answerTo(session: MailSession, which: Which): Promise<Result<AnswerTo>> {
  const found = await findMessage(session, which);
  if (!found.ok) return found;
  const { uids, email } = found.value;
  const message = await fetchOne(session, uids[0], { source: { maxLength: MOST_HEADER_BYTES } });
  if (!message?.source) return notFound(sayEmail(email));
  const read = await readSource(message.source);
  if (!read.ok) return read;
  const asked = read.value.replyTo.length > 0 ? read.value.replyTo : [email.from.address];
  const to = asked.filter((address) => AddressSchema.safeParse(address).success);
  if (to.length === 0) return notFound(`an address to answer ${sayEmail(email)}`);
  const thread = [...read.value.references, ...(email.id.startsWith('<') ? [email.id] : [])];
  const original = { subject: email.subject, from: email.from };
  return succeed({ to: [...new Set(to)].slice(0, 10), subject: answerSubject(email.subject), thread, original });
}

const answerSubject = (subject: string): string =>
  (/^re\s*:/i.test(subject) ? subject : `Re: ${subject}`).slice(0, 500);
