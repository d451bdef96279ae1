import { findDraft, findDrafts } from '#connectors/google/gmail/find-by-message-id.ts';
import { withGmail } from '#connectors/google/gmail/with-gmail.ts';
import { failureIn, type GoogleSession } from '#connectors/google/google-session.ts';
import type { ActionContext } from '#connectors/sdk/action.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { composeMail, messageIdFor, type Outgoing } from '#connectors/sdk/mail/compose-mail.ts';
import { contentHash, type Drafted, sayDraft } from '#connectors/sdk/mail/writing-parts.ts';
import { type Result, succeed } from '#contract/model/result.ts';

type Context = ActionContext<unknown>;

/** Puts a draft into Gmail's drafts, where every device of the person shows it. Twice is once. */
export const draftInGmail = (mail: Outgoing, context: Context): Promise<Result<Drafted>> =>
  withGmail(context, async (session) => {
    const { drafted, bytes } = await compose(mail, session, context);
    if (context.mode === 'draft') await attach(context, bytes);
    // A dry run asks too: whether Gmail would answer at all.
    const earlier = await findDraft(session, drafted.id);
    if (context.mode !== 'execute') return succeed(drafted);
    if (earlier === null) await putDraft(session, drafted.id, bytes);
    await attach(context, bytes);
    return succeed(drafted);
  });

/** For `findEarlier`. */
export const findGmailDraft = (mail: Outgoing, context: Context): Promise<Result<Drafted | null>> =>
  withGmail(context, async (session) => {
    const { drafted } = await compose(mail, session, context);
    return succeed((await findDraft(session, drafted.id)) === null ? null : drafted);
  });

/** For `readBack`. */
export const seeGmailDraft = (drafted: Drafted, context: Context): Promise<Result<boolean>> =>
  withGmail(context, async (session) => succeed((await standing(session, drafted))?.hash === drafted.hash));

/** For `undo`: deletes it, unless the person has changed it since. */
export const deleteGmailDraft = (drafted: Drafted, context: Context): Promise<Result<null>> =>
  withGmail(context, async (session) => {
    const { mode, overwrite } = context;
    const now = await standing(session, drafted);
    if (now === null) return succeed(null);
    if (now.hash !== drafted.hash && !overwrite) return changedSince(sayDraft(drafted));
    if (mode !== 'execute') return succeed(null);
    if (now.hash !== drafted.hash) await attach(context, now.source);
    await (await session.gmail()).users.drafts.delete({ userId: 'me', id: now.id });
    return succeed(null);
  });

/** Gmail takes no id of ours: a request that arrives twice on the way makes two. One stays; answers Gmail's name for it. */
export async function putDraft(session: GoogleSession, messageId: string, bytes: Buffer): Promise<string> {
  const { drafts } = (await session.gmail()).users;
  const requestBody = { message: { raw: bytes.toString('base64url') } };
  const { data } = await drafts.create({ userId: 'me', requestBody });
  const made = data.id ?? '';
  for (const id of await findDrafts(session, messageId))
    if (id !== made) await drafts.delete({ userId: 'me', id }).catch(isGone);
  return made;
}

function isGone(error: unknown): void {
  const failure = failureIn(error);
  if (failure.status !== 404) throw failure;
}

async function compose(mail: Outgoing, { settings }: GoogleSession, { key, view }: Context) {
  const messageId = messageIdFor(key, settings.address);
  const bytes = await composeMail(mail, { from: settings.address, messageId, date: view.now });
  const hash = await contentHash(bytes);
  return { bytes, drafted: { id: messageId, folder: 'Drafts', to: [...mail.to], subject: mail.subject, hash } };
}

async function standing(session: GoogleSession, drafted: Drafted) {
  const id = await findDraft(session, drafted.id);
  if (id === null) return null;
  try {
    const { data } = await (await session.gmail()).users.drafts.get({ userId: 'me', id, format: 'raw' });
    const source = Buffer.from(data.message?.raw ?? '', 'base64url');
    return { id, source, hash: await contentHash(source) };
  } catch (error) {
    const failure = failureIn(error);
    if (failure.status === 404) return null;
    throw failure;
  }
}

const attach = ({ attach }: Context, bytes: Uint8Array): Promise<void> =>
  attach({ name: 'Draft.eml', mediaType: 'message/rfc822', bytes });
