import { deleteMailDraft, draftMail as draft, findMailDraft, seeMailDraft } from '#connectors/mail/draft-in-mail.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { draftMailParts, freshMail as fresh } from '#connectors/sdk/mail/writing-parts.ts';

export const draftMail = defineAction({
  name: 'mail.draft',
  scopes: ['write drafts'],
  ...draftMailParts,
  run: (input, context) => draft(fresh(input), context),
  findEarlier: (input, context) => findMailDraft(fresh(input), context),
  readBack: (drafted, context) => seeMailDraft(drafted, context),
  undo: (drafted, context) => deleteMailDraft(drafted, context),
});
