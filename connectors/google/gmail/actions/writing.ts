import { z } from 'zod';
import {
  deleteGmailDraft,
  draftInGmail,
  findGmailDraft,
  seeGmailDraft,
} from '#connectors/google/gmail/draft-in-gmail.ts';
import { audienceInGmail } from '#connectors/google/gmail/gmail-audience.ts';
import { findMessage, messageIdOf, sourceOf, type Which, WhichSchema } from '#connectors/google/gmail/gmail-message.ts';
import { findSentByGmail, seeSentByGmail, sendByGmail } from '#connectors/google/gmail/send-by-gmail.ts';
import { withGmail } from '#connectors/google/gmail/with-gmail.ts';
import type { GoogleSession } from '#connectors/google/google-session.ts';
import { scopes } from '#connectors/google/google-settings.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { type AnswerTo, answerToSource, outgoingAnswer } from '#connectors/sdk/mail/answer.ts';
import { BodySchema } from '#connectors/sdk/mail/outgoing-schema.ts';
import {
  draftMailParts,
  draftReplyParts,
  freshMail,
  type MailAudience,
  sendMailParts,
  sendReplyParts,
} from '#connectors/sdk/mail/writing-parts.ts';
import { type Result, succeed } from '#contract/model/result.ts';

export const draftGmail = defineAction({
  name: 'google.draft-mail',
  scopes: [scopes.gmail],
  ...draftMailParts,
  run: (input, context) => draftInGmail(freshMail(input, null), context),
  findEarlier: (input, context) => findGmailDraft(freshMail(input, null), context),
  readBack: (drafted, context) => seeGmailDraft(drafted, context),
  undo: (drafted, context) => deleteGmailDraft(drafted, context),
});

const ReplySchema = z.strictObject({ ...WhichSchema, body: BodySchema });

async function answerTo(session: GoogleSession, which: Which): Promise<Result<AnswerTo>> {
  const found = await findMessage(session, which);
  if (!found.ok) return found;
  const { message, email } = found.value;
  return answerToSource(email, messageIdOf(message), await sourceOf(session, which.id));
}

export const draftGmailReply = defineAction({
  name: 'google.draft-reply',
  input: ReplySchema,
  scopes: [scopes.gmail],
  ...draftReplyParts,
  look: (input, surroundings): Promise<Result<Looked<AnswerTo>>> =>
    withGmail(surroundings, async (session) => {
      const answered = await answerTo(session, input);
      return answered.ok
        ? succeed({ before: answered.value, version: hashOf(JSON.stringify(answered.value)) })
        : answered;
    }),
  run: (input, context) => draftInGmail(outgoingAnswer(input, context.before), context),
  findEarlier: (input, context) => findGmailDraft(outgoingAnswer(input, context.before), context),
  readBack: (drafted, context) => seeGmailDraft(drafted, context),
  undo: (drafted, context) => deleteGmailDraft(drafted, context),
});

export const sendGmail = defineAction({
  name: 'google.send-mail',
  scopes: [scopes.gmail],
  ...sendMailParts,
  look: ({ to, cc }, surroundings): Promise<Result<Looked<{ audience: MailAudience }>>> =>
    withGmail(surroundings, async (session) => {
      const audience = await audienceInGmail(session, surroundings, [...to, ...cc]);
      return succeed({ before: { audience }, version: audience });
    }),
  run: (input, context) => sendByGmail(freshMail(input, null), context),
  findEarlier: (input, context) => findSentByGmail(freshMail(input, null), context),
  readBack: (sent, context) => seeSentByGmail(sent, context),
});

type Before = AnswerTo & { readonly audience: MailAudience };

export const sendGmailReply = defineAction({
  name: 'google.reply-to-mail',
  input: ReplySchema,
  scopes: [scopes.gmail],
  ...sendReplyParts,
  look: (input, surroundings): Promise<Result<Looked<Before>>> =>
    withGmail(surroundings, async (session) => {
      const answered = await answerTo(session, input);
      if (!answered.ok) return answered;
      const audience = await audienceInGmail(session, surroundings, answered.value.to);
      const before = { ...answered.value, audience };
      return succeed({ before, version: hashOf(JSON.stringify(before)) });
    }),
  run: (input, context) => sendByGmail(outgoingAnswer(input, context.before), context),
  findEarlier: (input, context) => findSentByGmail(outgoingAnswer(input, context.before), context),
  readBack: (sent, context) => seeSentByGmail(sent, context),
});
