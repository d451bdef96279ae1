import { z } from 'zod';
import {
  findMessage,
  type GmailMessage,
  getMessage,
  hasLabel,
  WhichSchema,
} from '#connectors/google/gmail/gmail-message.ts';
import { changeLabels, findLabel } from '#connectors/google/gmail/labels.ts';
import {
  type BeforeMove,
  findMove,
  lookAtMove,
  moveBack,
  moveMessage,
  seeMove,
} from '#connectors/google/gmail/move-in-gmail.ts';
import { withGmail } from '#connectors/google/gmail/with-gmail.ts';
import type { GoogleSession } from '#connectors/google/google-session.ts';
import { scopes } from '#connectors/google/google-settings.ts';
import type { ActionContext } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import {
  type As,
  AsSchema,
  archiveMailParts,
  markMailParts,
  moveMailParts,
  TargetSchema,
} from '#connectors/sdk/mail/sorting-parts.ts';
import { sayEmail } from '#connectors/sdk/mail/summary.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

export const markGmail = defineAction({
  name: 'google.mark-mail',
  input: z.strictObject({ ...WhichSchema, as: AsSchema }),
  scopes: [scopes.gmail],
  ...markMailParts,
  look: ({ as: _as, ...which }, surroundings) =>
    withGmail(surroundings, async (session) => {
      const found = await findMessage(session, which);
      if (!found.ok) return found;
      const { message, email } = found.value;
      const seen = [!hasLabel(message, 'UNREAD')];
      const before = { seen, subject: email.subject, from: email.from };
      return succeed({ before, version: hashOf(JSON.stringify([which, seen])) });
    }),
  run: (input, context) =>
    withGmail(context, async (session) => {
      const { seen: _seen, ...email } = context.before;
      const message = await getMessage(session, input.id);
      if (message === null) return notFound(sayEmail(email));
      if (context.mode === 'execute') await mark(session, message, input.as);
      return succeed({ ...input, ...email });
    }),
  findEarlier: (input, context) =>
    withGmail(context, async (session) => {
      const { seen: _seen, ...email } = context.before;
      return succeed((await isMarked(session, input.id, input.as)) ? { ...input, ...email } : null);
    }),
  readBack: ({ id, as }, context) => withGmail(context, async (session) => succeed(await isMarked(session, id, as))),
  undo: (output, context) =>
    withGmail(context, async (session) => {
      const message = await getMessage(session, output.id);
      if (message === null) return notFound(sayEmail(output));
      const former = context.before.seen.every(Boolean) ? 'read' : 'unread';
      if (context.mode === 'execute') await mark(session, message, former);
      return succeed(null);
    }),
});

async function mark(session: GoogleSession, message: GmailMessage, as: As): Promise<void> {
  if (isAs(message, as)) return;
  const id = message.id ?? '';
  await (as === 'read' ? changeLabels(session, id, [], ['UNREAD']) : changeLabels(session, id, ['UNREAD'], []));
}

const isAs = (message: GmailMessage, as: As): boolean => hasLabel(message, 'UNREAD') === (as === 'unread');

async function isMarked(session: GoogleSession, id: string, as: As): Promise<boolean> {
  const message = await getMessage(session, id);
  return message !== null && isAs(message, as);
}

/** Out of the inbox; in Gmail everything else stays as it is. */
export const archiveGmail = defineAction({
  name: 'google.archive-mail',
  input: z.strictObject(WhichSchema),
  scopes: [scopes.gmail],
  ...archiveMailParts,
  look: (which, surroundings) => lookAtMove(which, surroundings, async () => succeed(null)),
  run: moveMessage,
  findEarlier: findMove,
  readBack: seeMove,
  undo: moveBack,
});

export const moveGmail = defineAction({
  name: 'google.move-mail',
  input: z.strictObject({ ...WhichSchema, to: TargetSchema }),
  scopes: [scopes.gmail],
  ...moveMailParts,
  look: ({ to, ...which }, surroundings) =>
    lookAtMove(which, surroundings, async (session) => {
      const label = await findLabel(session, to);
      return label === null ? notFound(t`a label called ${quote(to)} in your Gmail`) : succeed(label);
    }),
  run: ({ id, folder }, context: ActionContext<BeforeMove>) => moveMessage({ id, folder }, context),
  findEarlier: ({ id, folder }, context: ActionContext<BeforeMove>) => findMove({ id, folder }, context),
  readBack: seeMove,
  undo: moveBack,
});
