import { handOver } from '#connectors/mail/hand-over.ts';
import { locate } from '#connectors/mail/locate-message.ts';
import { findSpecial, listFolders } from '#connectors/mail/mail-folders.ts';
import { type MailSession, withMail } from '#connectors/mail/mail-session.ts';
import type { ActionContext } from '#connectors/sdk/action.ts';
import { readFiles } from '#connectors/sdk/mail/attached-files.ts';
import { composeMail, messageIdFor, type Outgoing } from '#connectors/sdk/mail/compose-mail.ts';
import { findMark } from '#connectors/sdk/mail/outbox.ts';
import type { Sent } from '#connectors/sdk/mail/writing-parts.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

type Context = ActionContext<unknown>;

/**
 * Sends an email exactly once, as far as anybody can know: what was begun before is looked for in Sent and in the
 * outbox first, and what stays unclear is put before the person and never sent again.
 */
export function sendOnce(mail: Outgoing, context: Context): Promise<Result<Sent>> {
  return withMail(context, async (session) => {
    const { folder, key, mode, view } = context;
    const { address } = session.settings;
    const messageId = messageIdFor(key, address);
    const contents = await readFiles(mail.files, context);
    // What was sent before is found also when a file of it is another by now.
    const changed = contents.ok ? null : contents;
    if (changed && mode !== 'execute') return changed;
    const bytes = await composeMail(
      mail,
      { from: address, messageId, date: view.now },
      contents.ok ? contents.value : [],
    );
    if (mode === 'draft') await context.attach({ name: 'Email.eml', mediaType: 'message/rfc822', bytes });
    if (mode !== 'execute') return succeed(tellSent(mail, messageId, []));
    const earlier = await lookForSent(mail, session, context, messageId);
    if (!earlier.ok || earlier.value)
      return earlier.ok && earlier.value ? succeed(earlier.value) : (earlier as Result<never>);
    if (changed) return changed;
    const parcel = { messageId, from: address, to: [...mail.to, ...mail.cc], bytes };
    const handed = await handOver(parcel, { ...session, folder });
    if (!handed.ok) return handed;
    await context.attach({ name: 'Email.eml', mediaType: 'message/rfc822', bytes });
    await keepCopy(session, messageId, bytes);
    return succeed(tellSent(mail, messageId, handed.value));
  });
}

/** For `findEarlier`. */
export const findSent = (mail: Outgoing, context: Context): Promise<Result<Sent | null>> =>
  withMail(context, (session) =>
    lookForSent(mail, session, context, messageIdFor(context.key, session.settings.address)),
  );

/** For `readBack`: the outgoing server said that it has it, or it lies in Sent. */
export const seeSent = ({ messageId }: Sent, context: Context): Promise<Result<boolean>> =>
  withMail(context, async (session) => {
    const mark = await findMark(context.folder, messageId);
    return succeed(mark?.state === 'taken' || (await isInSent(session, messageId)));
  });

/** Null: its text never left. What was begun and lies nowhere may still have been taken. */
async function lookForSent(
  mail: Outgoing,
  session: MailSession,
  { folder }: Context,
  messageId: string,
): Promise<Result<Sent | null>> {
  const mark = await findMark(folder, messageId);
  if (mark?.state === 'taken') return succeed(tellSent(mail, messageId, mark.refused));
  if (await isInSent(session, messageId)) return succeed(tellSent(mail, messageId, []));
  return mark === null ? succeed(null) : fail({ kind: 'outcome-unknown', service: t`your mail server` });
}

const tellSent = ({ to, cc, subject, files }: Outgoing, messageId: string, refused: readonly string[]): Sent => ({
  messageId,
  to: [...to, ...cc],
  subject,
  refused: [...refused],
  files: files.map(({ name }) => name),
});

async function isInSent(session: MailSession, messageId: string): Promise<boolean> {
  const sent = findSpecial(await listFolders(session), '\\Sent');
  return sent !== null && (await locate(session, { id: messageId, folder: sent.path })).length > 0;
}

/** Where the service does not do it by itself. The email has left: a copy that fails is no failure of the sending. */
async function keepCopy(session: MailSession, messageId: string, bytes: Buffer): Promise<void> {
  if (session.settings.sentCopies === 'server') return;
  try {
    const sent = findSpecial(await listFolders(session), '\\Sent');
    if (!sent || (await locate(session, { id: messageId, folder: sent.path })).length > 0) return;
    await session.client.append(sent.path, bytes, ['\\Seen']);
  } catch {
    // Nothing more can be done here, and trying again could only send it twice.
  }
}
