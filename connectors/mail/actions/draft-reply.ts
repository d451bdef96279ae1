import { z } from 'zod';
import { answerTo } from '#connectors/mail/answer-to.ts';
import { deleteMailDraft, draftMail, findMailDraft, seeMailDraft } from '#connectors/mail/draft-in-mail.ts';
import { WhichSchema } from '#connectors/mail/locate-message.ts';
import { withMail } from '#connectors/mail/mail-session.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { type AnswerTo, outgoingAnswer } from '#connectors/sdk/mail/answer.ts';
import { type AttachedFile, lookAtFiles } from '#connectors/sdk/mail/attached-files.ts';
import { BodySchema, filesField, filesLabel } from '#connectors/sdk/mail/outgoing-schema.ts';
import { draftReplyParts } from '#connectors/sdk/mail/writing-parts.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

type Before = AnswerTo & { readonly files: readonly AttachedFile[] };

export const draftReply = defineAction({
  name: 'mail.draft-reply',
  input: z.strictObject({ ...WhichSchema, body: BodySchema, ...filesField }),
  scopes: [t`read your email`, t`write drafts`],
  ...draftReplyParts,
  labels: { ...draftReplyParts.labels, ...filesLabel },
  look: ({ id, folder, files: said }, surroundings): Promise<Result<Looked<Before>>> =>
    withMail(surroundings, async (session) => {
      const answered = await answerTo(session, { id, folder });
      if (!answered.ok) return answered;
      const files = await lookAtFiles(said, surroundings);
      if (!files.ok) return files;
      const before = { ...answered.value, files: files.value };
      return succeed({ before, version: hashOf(JSON.stringify(before)) });
    }),
  run: (input, context) => draftMail(outgoingAnswer(input, context.before), context),
  findEarlier: (input, context) => findMailDraft(outgoingAnswer(input, context.before), context),
  readBack: (drafted, context) => seeMailDraft(drafted, context),
  undo: (drafted, context) => deleteMailDraft(drafted, context),
});
