import { findMessage, locate, type Which } from '#connectors/mail/locate-message.ts';
import { listFolders, type MailFolder } from '#connectors/mail/mail-folders.ts';
import { type MailSession, withMail } from '#connectors/mail/mail-session.ts';
import type { ActionContext, Looked, Surroundings } from '#connectors/sdk/action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changedSince, misfit, notFound } from '#connectors/sdk/failures.ts';
import { sayFolder } from '#connectors/sdk/mail/say-folder.ts';
import type { Moved } from '#connectors/sdk/mail/sorting-parts.ts';
import { sayEmail } from '#connectors/sdk/mail/summary.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

/** Where an email lay before, and how many of it lay where it is to go. */
export type BeforeMove = {
  readonly to: string;
  readonly here: number;
  readonly there: number;
  readonly subject: string;
  readonly from: { readonly name: string; readonly address: string };
};

type Context = ActionContext<BeforeMove>;

/** Looks where the email lies and where it is to go, as `choose` finds it among the folders. */
export function lookAtMove(
  which: Which,
  surroundings: Surroundings,
  choose: (folders: readonly MailFolder[]) => Result<MailFolder>,
): Promise<Result<Looked<BeforeMove>>> {
  return withMail(surroundings, async (session) => {
    const target = choose(await listFolders(session));
    if (!target.ok) return target;
    const to = target.value.path;
    if (to === which.folder) return misfit(t`The email is in ${quote(sayFolder(to))} already.`);
    const found = await findMessage(session, which);
    if (!found.ok) return found;
    const { uids, email } = found.value;
    const there = (await locate(session, { id: which.id, folder: to })).length;
    const before = { to, here: uids.length, there, subject: email.subject, from: email.from };
    return succeed({ before, version: hashOf(JSON.stringify([which, before])) });
  });
}

const tellMoved = ({ id, folder }: Which, { to, subject, from }: BeforeMove): Moved => ({
  id,
  folder: to,
  cameFrom: folder,
  subject,
  from,
});

/** Moves every copy of the email that lies in the folder. Moved already under this key: nothing more happens. */
export async function moveMessage(which: Which, context: Context): Promise<Result<Moved>> {
  const { before, mode } = context;
  const moved = tellMoved(which, before);
  if (mode !== 'execute') return succeed(moved);
  return withMail(context, async (session) => {
    const arrived = (await locate(session, { id: which.id, folder: before.to })).length - before.there;
    const uids = await locate(session, which, false);
    if (uids.length === 0) return arrived > 0 ? succeed(moved) : notFound(sayEmail(before));
    // A server that can only copy and delete may have broken off between the two.
    if (arrived >= uids.length) await session.change(() => session.client.messageDelete([...uids], { uid: true }));
    else await session.change(() => session.client.messageMove([...uids], before.to, { uid: true }));
    return succeed(moved);
  });
}

/** For `findEarlier`: null while it lies where it lay; with it nowhere nobody can know. */
export function findMove(which: Which, context: Context): Promise<Result<Moved | null>> {
  return withMail(context, async (session) => {
    if ((await locate(session, which)).length > 0) return succeed(null);
    const there = (await locate(session, { id: which.id, folder: context.before.to })).length;
    if (there > context.before.there) return succeed(tellMoved(which, context.before));
    return fail({ kind: 'outcome-unknown', service: t`your mail server` });
  });
}

/** For `readBack`. */
export function seeMove({ id, folder, cameFrom }: Moved, context: Context): Promise<Result<boolean>> {
  return withMail(context, async (session) => {
    const there = (await locate(session, { id, folder })).length;
    const here = (await locate(session, { id, folder: cameFrom })).length;
    return succeed(there > context.before.there && here === 0);
  });
}

/** For `undo`: back to where it lay, unless somebody has moved or deleted it since. */
export function moveBack({ id, folder, cameFrom, ...email }: Moved, context: Context): Promise<Result<null>> {
  const { before, mode, overwrite } = context;
  return withMail(context, async (session) => {
    const here = (await locate(session, { id, folder: cameFrom })).length;
    const there = await locate(session, { id, folder }, false);
    const own = there.slice(before.there);
    if (own.length === 0 && here > 0) return succeed(null);
    if (own.length === 0 && !overwrite) return changedSince(sayEmail(email));
    if (mode !== 'execute') return succeed(null);
    if (own.length > 0) {
      await session.change(() => session.client.messageMove([...own], cameFrom, { uid: true }));
      return succeed(null);
    }
    return fetchFromAnywhere(session, { id, folder: cameFrom }, sayEmail(email));
  });
}

/** The person wants it back although it was moved on: it is looked for in every folder. */
async function fetchFromAnywhere(session: MailSession, { id, folder }: Which, what: string): Promise<Result<null>> {
  for (const { path } of await listFolders(session)) {
    const uids = path === folder ? [] : await locate(session, { id, folder: path }, false);
    if (uids.length === 0) continue;
    await session.change(() => session.client.messageMove([...uids], folder, { uid: true }));
    return succeed(null);
  }
  return notFound(what);
}
