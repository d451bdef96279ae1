import { account } from '#connectors/notion/account.ts';
import { appendText } from '#connectors/notion/actions/append-text.ts';
import { createPage } from '#connectors/notion/actions/create-page.ts';
import { readPage } from '#connectors/notion/actions/read-page.ts';
import { searchPages } from '#connectors/notion/actions/search-pages.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { t } from '#contract/language/t.ts';

export const connector = defineConnector({
  provider: 'notion',
  title: 'Notion',
  says: t`The pages of your Notion that you give it: they are read where you ask for that, and written once you said yes.`,
  lives: 'account',
  // So that what is new there is known to be whose, before another writes.
  atOnce: 1,
  account,
  actions: [searchPages, readPage, createPage, appendText],
  files: [],
});
