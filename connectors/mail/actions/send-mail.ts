import { z } from 'zod';
import { type AttachedFile, lookAtFiles } from '#connectors/mail/attached-files.ts';
import { audienceOf, type MailAudience, sends } from '#connectors/mail/audience.ts';
import type { Outgoing } from '#connectors/mail/compose-mail.ts';
import { withMail } from '#connectors/mail/mail-session.ts';
import { outgoingDifferences, outgoingFields, outgoingLabels } from '#connectors/mail/outgoing-schema.ts';
import { findSent, reportSent, SentSchema, seeSent, sendOnce } from '#connectors/mail/send-once.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { sayRecipients } from '#connectors/sdk/address.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { type Result, succeed } from '#contract/model/result.ts';

type Before = { readonly audience: MailAudience; readonly files: readonly AttachedFile[] };

const fresh = (input: Omit<Outgoing, 'thread' | 'files'>, { files }: Before): Outgoing => ({
  ...input,
  thread: [],
  files,
});

export const sendMail = defineAction({
  name: 'mail.send',
  title: 'Send an email',
  input: z.strictObject(outgoingFields),
  output: SentSchema,
  risk: 'L2',
  scopes: ['send email'],
  delivery: 'needs-a-check',
  labels: outgoingLabels,
  look: ({ to, cc, files: said }, surroundings): Promise<Result<Looked<Before>>> =>
    withMail(surroundings, async (session) => {
      const audience = await audienceOf(session, surroundings, [...to, ...cc]);
      const files = await lookAtFiles(said, surroundings);
      if (!files.ok) return files;
      const hashes = files.value.map(({ place, sha256 }) => `${place} ${sha256}`);
      return succeed({ before: { audience, files: files.value }, version: [audience, ...hashes].join('\n') });
    }),
  effect: ({ to, cc }, { audience }) => sends([...to, ...cc], audience),
  describe: (input, before) => ({
    title: `Send an email to ${sayRecipients([...input.to, ...input.cc])}${input.subject === '' ? '' : `: ${quote(input.subject)}`}`,
    differences: outgoingDifferences(fresh(input, before)),
    undo: 'Once it has left it can’t be called back.',
  }),
  report: reportSent,
  run: (input, context) => sendOnce(fresh(input, context.before), context),
  findEarlier: (input, context) => findSent(fresh(input, context.before), context),
  readBack: (sent, context) => seeSent(sent, context),
});
