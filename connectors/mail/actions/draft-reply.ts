import { z } from 'zod';
import { type AnswerTo, answerTo, outgoingAnswer } from '#connectors/mail/answer-to.ts';
import { type AttachedFile, FilesSchema, lookAtFiles } from '#connectors/mail/attached-files.ts';
import {
  DraftedSchema,
  deleteMailDraft,
  draftMail,
  findMailDraft,
  sayDraft,
  seeMailDraft,
} from '#connectors/mail/draft-in-mail.ts';
import { WhichSchema } from '#connectors/mail/locate-message.ts';
import { makesDraft } from '#connectors/mail/mail-effects.ts';
import { withMail } from '#connectors/mail/mail-session.ts';
import { sayEmail } from '#connectors/mail/message-summary.ts';
import { BodySchema, outgoingDifferences } from '#connectors/mail/outgoing-schema.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { capitalised } from '#connectors/sdk/plain-text.ts';
import { type Result, succeed } from '#contract/model/result.ts';

type Before = AnswerTo & { readonly files: readonly AttachedFile[] };

export const draftReply = defineAction({
  name: 'mail.draft-reply',
  title: 'Draft an answer to an email',
  input: z.strictObject({ ...WhichSchema, body: BodySchema, files: FilesSchema }),
  output: DraftedSchema,
  risk: 'L1',
  scopes: ['read your email', 'write drafts'],
  delivery: 'exactly-once',
  labels: { body: 'Text', files: 'Files' },
  look: ({ id, folder, files: said }, surroundings): Promise<Result<Looked<Before>>> =>
    withMail(surroundings, async (session) => {
      const answered = await answerTo(session, { id, folder });
      if (!answered.ok) return answered;
      const files = await lookAtFiles(said, surroundings);
      if (!files.ok) return files;
      const before = { ...answered.value, files: files.value };
      return succeed({ before, version: hashOf(JSON.stringify(before)) });
    }),
  effect: () => makesDraft,
  describe: (input, before) => ({
    title: `Draft an answer to ${sayEmail(before.original)}`,
    differences: outgoingDifferences(outgoingAnswer(input, before)),
    undo: 'Nothing is sent. Undo deletes the draft.',
  }),
  report: (drafted) => ({ says: `${capitalised(sayDraft(drafted))} is in your drafts. Nothing was sent.`, lines: [] }),
  run: (input, context) => draftMail(outgoingAnswer(input, context.before), context),
  findEarlier: (input, context) => findMailDraft(outgoingAnswer(input, context.before), context),
  readBack: (drafted, context) => seeMailDraft(drafted, context),
  undo: (drafted, context) => deleteMailDraft(drafted, context),
});
