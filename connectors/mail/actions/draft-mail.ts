import { z } from 'zod';
import { type AttachedFile, lookAtFiles } from '#connectors/mail/attached-files.ts';
import type { Outgoing } from '#connectors/mail/compose-mail.ts';
import {
  DraftedSchema,
  deleteMailDraft,
  draftMail as draft,
  findMailDraft,
  sayDraft,
  seeMailDraft,
} from '#connectors/mail/draft-in-mail.ts';
import { makesDraft } from '#connectors/mail/mail-effects.ts';
import { outgoingDifferences, outgoingFields, outgoingLabels } from '#connectors/mail/outgoing-schema.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { sayRecipients } from '#connectors/sdk/address.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { capitalised } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { type Result, succeed } from '#contract/model/result.ts';

type Before = { readonly files: readonly AttachedFile[] };

const fresh = (input: Omit<Outgoing, 'thread' | 'files'>, { files }: Before): Outgoing => ({
  ...input,
  thread: [],
  files,
});

export const draftMail = defineAction({
  name: 'mail.draft',
  title: 'Draft an email in your mail',
  input: z.strictObject(outgoingFields),
  output: DraftedSchema,
  risk: 'L1',
  scopes: ['write drafts'],
  delivery: 'exactly-once',
  labels: outgoingLabels,
  async look({ files: said }, surroundings): Promise<Result<Looked<Before>>> {
    const files = await lookAtFiles(said, surroundings);
    if (!files.ok) return files;
    const version = files.value.map(({ place, sha256 }) => `${place} ${sha256}`).join('\n');
    return succeed({ before: { files: files.value }, version });
  },
  effect: () => makesDraft,
  describe: (input, before) => ({
    title: `Draft an email to ${sayRecipients(input.to)}${input.subject === '' ? '' : `: ${quote(input.subject)}`}`,
    differences: outgoingDifferences(fresh(input, before)),
    undo: 'Nothing is sent. Undo deletes the draft.',
  }),
  report: (drafted) => ({ says: `${capitalised(sayDraft(drafted))} is in your drafts. Nothing was sent.`, lines: [] }),
  run: (input, context) => draft(fresh(input, context.before), context),
  findEarlier: (input, context) => findMailDraft(fresh(input, context.before), context),
  readBack: (drafted, context) => seeMailDraft(drafted, context),
  undo: (drafted, context) => deleteMailDraft(drafted, context),
});
