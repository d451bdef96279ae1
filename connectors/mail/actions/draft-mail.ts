import { z } from 'zod';
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
import { sayRecipients } from '#connectors/sdk/address.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { capitalised } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';

const fresh = (input: Omit<Outgoing, 'thread'>): Outgoing => ({ ...input, thread: [] });

export const draftMail = defineAction({
  name: 'mail.draft',
  title: 'Draft an email in your mail',
  input: z.strictObject(outgoingFields),
  output: DraftedSchema,
  risk: 'L1',
  scopes: ['write drafts'],
  delivery: 'exactly-once',
  labels: outgoingLabels,
  effect: () => makesDraft,
  describe: (input) => ({
    title: `Draft an email to ${sayRecipients(input.to)}${input.subject === '' ? '' : `: ${quote(input.subject)}`}`,
    differences: outgoingDifferences(input),
    undo: 'Nothing is sent. Undo deletes the draft.',
  }),
  report: (drafted) => ({ says: `${capitalised(sayDraft(drafted))} is in your drafts. Nothing was sent.`, lines: [] }),
  run: (input, context) => draft(fresh(input), context),
  findEarlier: (input, context) => findMailDraft(fresh(input), context),
  readBack: (drafted, context) => seeMailDraft(drafted, context),
  undo: (drafted, context) => deleteMailDraft(drafted, context),
});
