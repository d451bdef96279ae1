import { z } from 'zod';
import { audienceOf } from '#connectors/mail/audience.ts';
import { withMail } from '#connectors/mail/mail-session.ts';
import { findSent, seeSent, sendOnce } from '#connectors/mail/send-once.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { type AttachedFile, lookAtFiles, versionOfFiles } from '#connectors/sdk/mail/attached-files.ts';
import { filesField, filesLabel, outgoingFields, outgoingLabels } from '#connectors/sdk/mail/outgoing-schema.ts';
import { freshMail as fresh, type MailAudience, sendMailParts } from '#connectors/sdk/mail/writing-parts.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

type Before = { readonly audience: MailAudience; readonly files: readonly AttachedFile[] };

export const sendMail = defineAction({
  name: 'mail.send',
  scopes: [t`send email`],
  ...sendMailParts,
  input: z.strictObject({ ...outgoingFields, ...filesField }),
  labels: { ...outgoingLabels, ...filesLabel },
  look: ({ to, cc, files: said }, surroundings): Promise<Result<Looked<Before>>> =>
    withMail(surroundings, async (session) => {
      const audience = await audienceOf(session, surroundings, [...to, ...cc]);
      const files = await lookAtFiles(said, surroundings);
      if (!files.ok) return files;
      const version = `${audience}\n${versionOfFiles(files.value)}`;
      return succeed({ before: { audience, files: files.value }, version });
    }),
  run: (input, context) => sendOnce(fresh(input, context.before), context),
  findEarlier: (input, context) => findSent(fresh(input, context.before), context),
  readBack: (sent, context) => seeSent(sent, context),
});
