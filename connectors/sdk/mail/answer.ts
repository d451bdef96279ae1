import { AddressSchema } from '#connectors/sdk/address.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import type { WithFiles } from '#connectors/sdk/mail/attached-files.ts';
import type { Outgoing } from '#connectors/sdk/mail/compose-mail.ts';
import { readSource } from '#connectors/sdk/mail/read-source.ts';
import { type Correspondent, type Summary, sayEmail } from '#connectors/sdk/mail/summary.ts';
import { t } from '#contract/language/t.ts';
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
  { to, subject, thread, files = [] }: AnswerTo & WithFiles,
): Outgoing => ({
  to,
  cc: [],
  subject,
  body,
  thread,
  files,
});

/** To whom and under what an answer goes: to where the sender asks for it, in the same thread. */
export async function answerToSource(
  email: Pick<Summary, 'subject' | 'from'>,
  messageId: string | null,
  source: Uint8Array,
): Promise<Result<AnswerTo>> {
  const read = await readSource(source);
  if (!read.ok) return read;
  const asked = read.value.replyTo.length > 0 ? read.value.replyTo : [email.from.address];
  const to = asked.filter((address) => AddressSchema.safeParse(address).success);
  if (to.length === 0) return notFound(t`an address to answer ${sayEmail(email)}`);
  const thread = [...read.value.references, ...(messageId === null ? [] : [messageId])];
  const original = { subject: email.subject, from: email.from };
  return succeed({ to: [...new Set(to)].slice(0, 10), subject: answerSubject(email.subject), thread, original });
}

const answerSubject = (subject: string): string =>
  (/^re\s*:/i.test(subject) ? subject : `Re: ${subject}`).slice(0, 500);
