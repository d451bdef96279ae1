import { z } from 'zod';
import { deleteMailDraft, draftMail as draft, findMailDraft, seeMailDraft } from '#connectors/mail/draft-in-mail.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { type AttachedFile, lookAtFiles, versionOfFiles } from '#connectors/sdk/mail/attached-files.ts';
import { filesField, filesLabel, outgoingFields, outgoingLabels } from '#connectors/sdk/mail/outgoing-schema.ts';
import { draftMailParts, freshMail as fresh } from '#connectors/sdk/mail/writing-parts.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

type Before = { readonly files: readonly AttachedFile[] };

export const draftMail = defineAction({
  name: 'mail.draft',
  scopes: [t`write drafts`],
  ...draftMailParts,
  input: z.strictObject({ ...outgoingFields, ...filesField }),
  labels: { ...outgoingLabels, ...filesLabel },
  async look({ files: said }, surroundings): Promise<Result<Looked<Before>>> {
    const files = await lookAtFiles(said, surroundings);
    return files.ok ? succeed({ before: { files: files.value }, version: versionOfFiles(files.value) }) : files;
  },
  run: (input, context) => draft(fresh(input, context.before), context),
  findEarlier: (input, context) => findMailDraft(fresh(input, context.before), context),
  readBack: (drafted, context) => seeMailDraft(drafted, context),
  undo: (drafted, context) => deleteMailDraft(drafted, context),
});
