import { fetchOne, locate } from '#connectors/mail/locate-message.ts';
import { findSpecial, listFolders } from '#connectors/mail/mail-folders.ts';
import { type MailSession, withMail } from '#connectors/mail/mail-session.ts';
import type { ActionContext } from '#connectors/sdk/action.ts';
import { changedSince, notFound } from '#connectors/sdk/failures.ts';
import { readFiles } from '#connectors/sdk/mail/attached-files.ts';
import { composeMail, messageIdFor, type Outgoing } from '#connectors/sdk/mail/compose-mail.ts';
import { contentHash, type Drafted, sayDraft } from '#connectors/sdk/mail/writing-parts.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

type Context<Before> = ActionContext<Before>;

/** Puts a draft into the account's own drafts, where every mail program of the person shows it. Twice is once. */
export async function draftMail(mail: Outgoing, context: Context<unknown>): Promise<Result<Drafted>> {
  return withMail(context, async (session) => {
    const folder = await draftsFolder(session);
    if (!folder.ok) return folder;
    const contents = await readFiles(mail.files, context);
    if (!contents.ok) return contents;
    const { drafted, bytes } = await compose(mail, session, context, folder.value, contents.value);
    if (context.mode === 'draft') await attach(context, bytes);
    if (context.mode !== 'execute') return succeed(drafted);
    if ((await locate(session, drafted)).length === 0) {
      await session.change(() => session.client.append(folder.value, bytes, ['\\Draft', '\\Seen']));
    }
    await attach(context, bytes);
    return succeed(drafted);
  });
}

/** For `findEarlier`. */
export const findMailDraft = (mail: Outgoing, context: Context<unknown>): Promise<Result<Drafted | null>> =>
  withMail(context, async (session) => {
    const folder = await draftsFolder(session);
    if (!folder.ok) return folder;
    const { drafted } = await compose(mail, session, context, folder.value);
    return succeed((await locate(session, drafted)).length === 0 ? null : drafted);
  });

/** For `readBack`. */
export const seeMailDraft = (drafted: Drafted, context: Context<unknown>): Promise<Result<boolean>> =>
  withMail(context, async (session) => succeed((await standing(session, drafted))?.hash === drafted.hash));

/** For `undo`: deletes it, unless the person has changed it since. */
export const deleteMailDraft = (drafted: Drafted, context: Context<unknown>): Promise<Result<null>> =>
  withMail(context, async (session) => {
    const { mode, overwrite } = context;
    const now = await standing(session, drafted);
    if (now === null) return succeed(null);
    if (now.hash !== drafted.hash && !overwrite) return changedSince(sayDraft(drafted));
    if (mode !== 'execute') return succeed(null);
    if (now.hash !== drafted.hash) await attach(context, now.source);
    const uids = await locate(session, drafted, false);
    await session.change(() => session.client.messageDelete([...uids], { uid: true }));
    return succeed(null);
  });

async function draftsFolder(session: MailSession): Promise<Result<string>> {
  const folder = findSpecial(await listFolders(session), '\\Drafts');
  return folder ? succeed(folder.path) : notFound(t`the drafts in your mail; make a folder called Drafts there`);
}

async function compose(
  mail: Outgoing,
  { settings }: MailSession,
  { key, view }: Context<unknown>,
  folder: string,
  contents: readonly Uint8Array[] = [],
) {
  const messageId = messageIdFor(key, settings.address);
  const bytes = await composeMail(mail, { from: settings.address, messageId, date: view.now }, contents);
  const hash = await contentHash(
    bytes,
    mail.files.map(({ sha256 }) => sha256),
  );
  const drafted = { id: messageId, folder, to: [...mail.to], subject: mail.subject, hash };
  return { bytes, drafted };
}

async function standing(session: MailSession, drafted: Drafted): Promise<{ hash: string; source: Buffer } | null> {
  const [uid] = await locate(session, drafted);
  const message = await fetchOne(session, uid, { source: true });
  if (!message?.source) return null;
  return { hash: await contentHash(message.source), source: message.source };
}

const attach = ({ attach }: Context<unknown>, bytes: Uint8Array): Promise<void> =>
  attach({ name: 'Draft.eml', mediaType: 'message/rfc822', bytes });
