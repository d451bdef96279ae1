import { z } from 'zod';
import { findMessage, locate, type Which, WhichSchema } from '#connectors/mail/locate-message.ts';
import { type MailSession, withMail } from '#connectors/mail/mail-session.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changedSince, notFound } from '#connectors/sdk/failures.ts';
import { type As, AsSchema, markMailParts } from '#connectors/sdk/mail/sorting-parts.ts';
import { sayEmail } from '#connectors/sdk/mail/summary.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

export const markMail = defineAction({
  name: 'mail.mark',
  input: z.strictObject({ ...WhichSchema, as: AsSchema }),
  scopes: [t`sort your email`],
  ...markMailParts,
  look: ({ as: _as, ...which }, surroundings) =>
    withMail(surroundings, async (session) => {
      const found = await findMessage(session, which);
      if (!found.ok) return found;
      const { subject, from } = found.value.email;
      // Of each copy, in their order.
      const seen = await readSeen(session, found.value.uids);
      return succeed({ before: { seen, subject, from }, version: hashOf(JSON.stringify([which, seen])) });
    }),
  async run(input, context) {
    const { seen: _seen, ...email } = context.before;
    const output = { ...input, ...email };
    if (context.mode !== 'execute') return succeed(output);
    return withMail(context, async (session) => {
      const uids = await locate(session, input, false);
      if (uids.length === 0) return notFound(sayEmail(email));
      await mark(session, uids, input.as);
      return succeed(output);
    });
  },
  findEarlier: (input, context) =>
    withMail(context, async (session) => {
      const { seen: _seen, ...email } = context.before;
      return succeed((await isMarked(session, input, input.as)) ? { ...input, ...email } : null);
    }),
  readBack: (output, context) =>
    withMail(context, async (session) => succeed(await isMarked(session, output, output.as))),
  undo: (output, context) =>
    withMail(context, async (session) => {
      const { before, mode } = context;
      const uids = await locate(session, output, false);
      if (uids.length !== before.seen.length) return changedSince(sayEmail(output));
      if (mode !== 'execute') return succeed(null);
      const of = (seen: boolean) => uids.filter((_uid, index) => before.seen[index] === seen);
      if (of(true).length > 0) await mark(session, of(true), 'read');
      if (of(false).length > 0) await mark(session, of(false), 'unread');
      return succeed(null);
    }),
});

const SEEN = ['\\Seen'];

const mark = ({ client, change }: MailSession, uids: readonly number[], as: As): Promise<true> =>
  change(() =>
    as === 'read'
      ? client.messageFlagsAdd([...uids], SEEN, { uid: true })
      : client.messageFlagsRemove([...uids], SEEN, { uid: true }),
  );

async function isMarked(session: MailSession, which: Which, as: As): Promise<boolean> {
  const uids = await locate(session, which);
  const seen = await readSeen(session, uids);
  return seen.length > 0 && seen.every((each) => each === (as === 'read'));
}

async function readSeen({ client }: MailSession, uids: readonly number[]): Promise<boolean[]> {
  if (uids.length === 0) return [];
  const messages = await client.fetchAll([...uids], { uid: true, flags: true }, { uid: true });
  const seen = new Map(messages.map(({ uid, flags }) => [uid, flags?.has('\\Seen') ?? false]));
  return uids.map((uid) => seen.get(uid) ?? false);
}
