import { putDraft } from '#connectors/google/gmail/draft-in-gmail.ts';
import { findByMessageId, findDraft } from '#connectors/google/gmail/find-by-message-id.ts';
import { withGmail } from '#connectors/google/gmail/with-gmail.ts';
import { SERVICE } from '#connectors/google/google-failure.ts';
import { failureIn, type GoogleSession } from '#connectors/google/google-session.ts';
import type { ActionContext } from '#connectors/sdk/action.ts';
import { composeMail, messageIdFor, type Outgoing } from '#connectors/sdk/mail/compose-mail.ts';
import { findMark, saveMark } from '#connectors/sdk/mail/outbox.ts';
import type { Sent } from '#connectors/sdk/mail/writing-parts.ts';
import { brokenWire } from '#connectors/sdk/service-failure.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

type Context = ActionContext<unknown>;

/**
 * Sends an email exactly once, as far as anybody can know. It is a draft first, which leaves by one request: as long as
 * the draft is there it surely has not left. What is neither there nor in Sent, though its leaving had begun, is put
 * before the person and never sent again.
 */
export const sendByGmail = (mail: Outgoing, context: Context): Promise<Result<Sent>> =>
  withGmail(context, async (session) => {
    const { folder, mode, view } = context;
    const { address } = session.settings;
    const messageId = messageIdFor(context.key, address);
    const bytes = await composeMail(mail, { from: address, messageId, date: view.now });
    if (mode === 'draft') await context.attach({ name: 'Email.eml', mediaType: 'message/rfc822', bytes });
    const earlier = await lookForSent(mail, session, context, messageId);
    if (mode !== 'execute') return succeed(tellSent(mail, messageId));
    if (!earlier.ok) return earlier;
    if (earlier.value !== null) return succeed(earlier.value);
    const draft = (await findDraft(session, messageId)) ?? (await putDraft(session, messageId, bytes));
    await saveMark(folder, messageId, { state: 'handing-over', refused: [] });
    const left = await letLeave(session, context, messageId, draft);
    if (!left.ok) return left;
    await saveMark(folder, messageId, { state: 'taken', refused: [] });
    await context.attach({ name: 'Email.eml', mediaType: 'message/rfc822', bytes });
    return succeed(tellSent(mail, messageId));
  });

/**
 * The one request that sends. A no, or a wire that broke while the draft is still there, sent nothing. That there is no
 * such draft is what the second of two says that arrived: the first may have sent it.
 */
async function letLeave(
  session: GoogleSession,
  { folder }: Context,
  messageId: string,
  draft: string,
): Promise<Result<null>> {
  try {
    await (await session.gmail()).users.drafts.send({ userId: 'me', requestBody: { id: draft } });
    return succeed(null);
  } catch (error) {
    const { failure } = failureIn(error);
    const mayHaveLeft = failure.kind === 'outcome-unknown' || failure.kind === 'not-found';
    if (mayHaveLeft && !(await isStillThere(session, draft))) return fail(brokenWire(SERVICE, true));
    await saveMark(folder, messageId, null);
    return fail(failure.kind === 'outcome-unknown' ? brokenWire(SERVICE, false) : failure);
  }
}

async function isStillThere(session: GoogleSession, draft: string): Promise<boolean> {
  try {
    await (await session.gmail()).users.drafts.get({ userId: 'me', id: draft, format: 'minimal' });
    return true;
  } catch (error) {
    // Nothing that it says tells that it has not left.
    failureIn(error);
    return false;
  }
}

/** For `findEarlier`. */
export const findSentByGmail = (mail: Outgoing, context: Context): Promise<Result<Sent | null>> =>
  withGmail(context, (session) =>
    lookForSent(mail, session, context, messageIdFor(context.key, session.settings.address)),
  );

/** For `readBack`: Gmail said that it has left, or it lies in Sent. */
export const seeSentByGmail = ({ messageId }: Sent, context: Context): Promise<Result<boolean>> =>
  withGmail(context, async (session) => {
    const mark = await findMark(context.folder, messageId);
    return succeed(mark?.state === 'taken' || (await findByMessageId(session, messageId, 'SENT')) !== null);
  });

async function lookForSent(
  mail: Outgoing,
  session: GoogleSession,
  { folder }: Context,
  messageId: string,
): Promise<Result<Sent | null>> {
  const mark = await findMark(folder, messageId);
  const isSent = mark?.state === 'taken' || (await findByMessageId(session, messageId, 'SENT')) !== null;
  if (isSent) return succeed(tellSent(mail, messageId));
  if (mark === null || (await findDraft(session, messageId)) !== null) return succeed(null);
  return fail(brokenWire(SERVICE, true));
}

const tellSent = ({ to, cc, subject }: Outgoing, messageId: string): Sent => ({
  messageId,
  to: [...to, ...cc],
  subject,
  refused: [],
  files: [],
});
