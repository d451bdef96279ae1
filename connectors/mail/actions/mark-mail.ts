import { z } from 'zod';
import { findMessage, locate, type Which, WhichSchema } from '#connectors/mail/locate-message.ts';
import { sortsMail } from '#connectors/mail/mail-effects.ts';
import { type MailSession, withMail } from '#connectors/mail/mail-session.ts';
import { CorrespondentSchema, sayEmail } from '#connectors/mail/message-summary.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changedSince, notFound } from '#connectors/sdk/failures.ts';
import { capitalised } from '#connectors/sdk/plain-text.ts';
import { succeed } from '#contract/model/result.ts';

const AsSchema = z.enum(['read', 'unread'], { error: 'It is marked as read or as unread.' });
type As = z.output<typeof AsSchema>;

const OutputSchema = z.object({
  id: z.string(),
  folder: z.string(),
  as: AsSchema,
  subject: z.string(),
  from: CorrespondentSchema,
});

export const markMail = defineAction({
  name: 'mail.mark',
  title: 'Mark an email as read or unread',
  input: z.strictObject({ ...WhichSchema, as: AsSchema }),
  output: OutputSchema,
  risk: 'L2',
  scopes: ['sort your email'],
  delivery: 'exactly-once',
  labels: { as: 'Mark as' },
  look: ({ as: _as, ...which }, surroundings) =>
    withMail(surroundings, async (session) => {
      const found = await findMessage(session, which);
      if (!found.ok) return found;
      const { subject, from } = found.value.email;
      // Of each copy, in their order.
      const seen = await readSeen(session, found.value.uids);
      return succeed({ before: { seen, subject, from }, version: hashOf(JSON.stringify([which, seen])) });
    }),
  effect: () => sortsMail,
  describe: ({ as }, { seen, ...email }) => ({
    title: `Mark ${sayEmail(email)} as ${as}`,
    differences: [{ label: 'Marked as', before: seen.every(Boolean) ? 'read' : 'unread', after: as }],
    undo: 'Undo marks it as it was.',
  }),
  report: ({ as, ...email }) => ({
    says: `${capitalised(sayEmail(email))} is marked as ${as}. Undo marks it as it was.`,
    lines: [],
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
