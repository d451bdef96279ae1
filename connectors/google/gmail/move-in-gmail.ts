import {
  findMessage,
  folderOf,
  type GmailMessage,
  getMessage,
  hasLabel,
  type Which,
} from '#connectors/google/gmail/gmail-message.ts';
import { changeLabels, type Label } from '#connectors/google/gmail/labels.ts';
import { withGmail } from '#connectors/google/gmail/with-gmail.ts';
import type { GoogleSession } from '#connectors/google/google-session.ts';
import type { ActionContext, Looked, Surroundings } from '#connectors/sdk/action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changedSince, misfit, notFound } from '#connectors/sdk/failures.ts';
import { sayFolder } from '#connectors/sdk/mail/say-folder.ts';
import type { Moved } from '#connectors/sdk/mail/sorting-parts.ts';
import { type Correspondent, sayEmail } from '#connectors/sdk/mail/summary.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** Where an email was, by its labels, and where it is to go; `label` is null for the archive. */
export type BeforeMove = {
  readonly to: string;
  readonly label: string | null;
  readonly labels: readonly string[];
  readonly subject: string;
  readonly from: Correspondent;
};

type Context = ActionContext<BeforeMove>;

/** Which labels say where an email is; whether it is read or has a star is another matter. */
const placesOf = ({ label }: Pick<BeforeMove, 'label'>): readonly string[] => [
  ...new Set(['INBOX', 'TRASH', 'SPAM', ...(label === null ? [] : [label])]),
];
const labelsAfter = (before: BeforeMove): readonly string[] => (before.label === null ? [] : [before.label]);

export const lookAtMove = (
  which: Which,
  surroundings: Surroundings,
  choose: (session: GoogleSession) => Promise<Result<Label | null>>,
): Promise<Result<Looked<BeforeMove>>> =>
  withGmail(surroundings, async (session) => {
    const target = await choose(session);
    if (!target.ok) return target;
    const found = await findMessage(session, which);
    if (!found.ok) return found;
    const { message, email } = found.value;
    const label = target.value?.id ?? null;
    const to = target.value?.name ?? 'Archive';
    const labels = placesOf({ label }).filter((place) => hasLabel(message, place));
    if (isSame(labels, label === null ? [] : [label]))
      return misfit(t`The email is in ${quote(sayFolder(to))} already.`);
    const before = { to, label, labels, subject: email.subject, from: email.from };
    return succeed({ before, version: hashOf(JSON.stringify([which.id, before])) });
  });

export const moveMessage = (which: Which, context: Context): Promise<Result<Moved>> =>
  withGmail(context, async (session) => {
    const { before, mode } = context;
    const message = await getMessage(session, which.id);
    if (message === null) return notFound(sayEmail(before));
    if (mode === 'execute') await put(session, message, before, labelsAfter(before));
    return succeed(tellMoved(which, before));
  });

/** For `findEarlier`. */
export const findMove = (which: Which, context: Context): Promise<Result<Moved | null>> =>
  withGmail(context, async (session) => {
    const message = await getMessage(session, which.id);
    const isThere = message !== null && isAt(message, context.before, labelsAfter(context.before));
    return succeed(isThere ? tellMoved(which, context.before) : null);
  });

/** For `readBack`. */
export const seeMove = ({ id }: Moved, context: Context): Promise<Result<boolean>> =>
  withGmail(context, async (session) => {
    const message = await getMessage(session, id);
    return succeed(message !== null && isAt(message, context.before, labelsAfter(context.before)));
  });

/** For `undo`: back to where it was, unless somebody has moved it on since. */
export const moveBack = ({ id }: Moved, context: Context): Promise<Result<null>> =>
  withGmail(context, async (session) => {
    const { before, mode, overwrite } = context;
    const message = await getMessage(session, id);
    if (message === null) return notFound(sayEmail(before));
    if (isAt(message, before, before.labels)) return succeed(null);
    if (!isAt(message, before, labelsAfter(before)) && !overwrite) return changedSince(sayEmail(before));
    if (mode === 'execute') await put(session, message, before, before.labels);
    return succeed(null);
  });

const isAt = (message: GmailMessage, before: BeforeMove, labels: readonly string[]): boolean =>
  isSame(
    placesOf(before).filter((place) => hasLabel(message, place)),
    labels,
  );

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((each) => others.includes(each));

async function put(
  session: GoogleSession,
  message: GmailMessage,
  before: BeforeMove,
  labels: readonly string[],
): Promise<void> {
  const places = placesOf(before);
  const add = labels.filter((label) => !hasLabel(message, label));
  const remove = places.filter((place) => hasLabel(message, place) && !labels.includes(place));
  await changeLabels(session, message.id ?? '', add, remove);
}

const tellMoved = ({ id }: Which, { to, labels, subject, from }: BeforeMove): Moved => ({
  id,
  folder: to,
  cameFrom: folderOf({ labelIds: [...labels] }),
  subject,
  from,
});
