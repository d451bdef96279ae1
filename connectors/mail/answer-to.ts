import { fetchOne, findMessage, type Which } from '#connectors/mail/locate-message.ts';
import type { MailSession } from '#connectors/mail/mail-session.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { type AnswerTo, answerToSource } from '#connectors/sdk/mail/answer.ts';
import { sayEmail } from '#connectors/sdk/mail/summary.ts';
import type { Result } from '#contract/model/result.ts';

const MOST_HEADER_BYTES = 128 * 1024;

/** Reads to whom and under what an answer goes. */
export async function answerTo(session: MailSession, which: Which): Promise<Result<AnswerTo>> {
  const found = await findMessage(session, which);
  if (!found.ok) return found;
  const { uids, email } = found.value;
  const message = await fetchOne(session, uids[0], { source: { maxLength: MOST_HEADER_BYTES } });
  if (!message?.source) return notFound(sayEmail(email));
  return answerToSource(email, email.id.startsWith('<') ? email.id : null, message.source);
}
