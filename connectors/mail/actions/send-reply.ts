import { z } from 'zod';
import { type AnswerTo, answerTo, outgoingAnswer } from '#connectors/mail/answer-to.ts';
import { type AttachedFile, FilesSchema, lookAtFiles } from '#connectors/mail/attached-files.ts';
import { audienceOf, type MailAudience, sends } from '#connectors/mail/audience.ts';
import { WhichSchema } from '#connectors/mail/locate-message.ts';
import { withMail } from '#connectors/mail/mail-session.ts';
import { sayEmail } from '#connectors/mail/message-summary.ts';
import { BodySchema, outgoingDifferences } from '#connectors/mail/outgoing-schema.ts';
import { findSent, reportSent, SentSchema, seeSent, sendOnce } from '#connectors/mail/send-once.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { type Result, succeed } from '#contract/model/result.ts';

type Before = AnswerTo & { readonly audience: MailAudience; readonly files: readonly AttachedFile[] };

/** To whom it goes is what the email says, so which email it is counts as deciding the recipient. */
export const sendReply = defineAction({
  name: 'mail.reply',
  title: 'Answer an email',
  input: z.strictObject({ ...WhichSchema, body: BodySchema, files: FilesSchema }),
  output: SentSchema,
  risk: 'L2',
  scopes: ['read your email', 'send email'],
  delivery: 'needs-a-check',
  labels: { id: 'Answer to', body: 'Text', files: 'Files' },
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
  effect: (_input, { to, audience }) => sends(to, audience),
  describe: (input, before) => ({
    title: `Answer ${sayEmail(before.original)}`,
    differences: outgoingDifferences(outgoingAnswer(input, before)),
    undo: 'Once it has left it can’t be called back.',
  }),
  report: reportSent,
  run: (input, context) => sendOnce(outgoingAnswer(input, context.before), context),
  findEarlier: (input, context) => findSent(outgoingAnswer(input, context.before), context),
  readBack: (sent, context) => seeSent(sent, context),
});
