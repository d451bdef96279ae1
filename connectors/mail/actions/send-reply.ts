import { z } from 'zod';
import { answerTo } from '#connectors/mail/answer-to.ts';
import { audienceOf } from '#connectors/mail/audience.ts';
import { WhichSchema } from '#connectors/mail/locate-message.ts';
import { withMail } from '#connectors/mail/mail-session.ts';
import { findSent, seeSent, sendOnce } from '#connectors/mail/send-once.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { type AnswerTo, outgoingAnswer } from '#connectors/sdk/mail/answer.ts';
import { type AttachedFile, lookAtFiles } from '#connectors/sdk/mail/attached-files.ts';
import { BodySchema, filesField, filesLabel } from '#connectors/sdk/mail/outgoing-schema.ts';
import { type MailAudience, sendReplyParts } from '#connectors/sdk/mail/writing-parts.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

type Before = AnswerTo & { readonly audience: MailAudience; readonly files: readonly AttachedFile[] };

export const sendReply = defineAction({
  name: 'mail.reply',
  input: z.strictObject({ ...WhichSchema, body: BodySchema, ...filesField }),
  scopes: [t`read your email`, t`send email`],
  ...sendReplyParts,
  labels: { ...sendReplyParts.labels, ...filesLabel },
  look: ({ id, folder, files: said }, surroundings): Promise<Result<Looked<Before>>> =>
    withMail(surroundings, async (session) => {
      const answered = await answerTo(session, { id, folder });
      if (!answered.ok) return answered;
      const audience = await audienceOf(session, surroundings, answered.value.to);
      const files = await lookAtFiles(said, surroundings);
      if (!files.ok) return files;
      const before = { ...answered.value, audience, files: files.value };
      return succeed({ before, version: hashOf(JSON.stringify(before)) });
    }),
  run: (input, context) => sendOnce(outgoingAnswer(input, context.before), context),
  findEarlier: (input, context) => findSent(outgoingAnswer(input, context.before), context),
  readBack: (sent, context) => seeSent(sent, context),
});
