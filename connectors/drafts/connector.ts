import { discardDraft } from '#connectors/drafts/actions/discard-draft.ts';
import { findDraft } from '#connectors/drafts/actions/find-draft.ts';
import { listDrafts } from '#connectors/drafts/actions/list-drafts.ts';
import { writeDraft } from '#connectors/drafts/actions/write-draft.ts';
import { listTexts } from '#connectors/drafts/read-drafts.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { t } from '#contract/language/t.ts';

export const connector = defineConnector({
  provider: 'drafts',
  title: t`Drafts`,
  says: t`Emails written for you to look at, as files on this computer that your mail program opens. Nothing is sent.`,
  lives: 'computer',
  actions: [writeDraft, findDraft, listDrafts, discardDraft],
  texts: ({ folder }) => listTexts(folder),
  files: [],
});
