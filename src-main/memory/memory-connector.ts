import { type Connector, defineConnector } from '#connectors/sdk/connector.ts';
import { t } from '#contract/language/t.ts';
import type { Journal } from '#main/events/journal.ts';
import { correct } from '#main/memory/actions/correct.ts';
import { forget } from '#main/memory/actions/forget.ts';
import { recallAction } from '#main/memory/actions/recall.ts';
import { remember } from '#main/memory/actions/remember.ts';
import type { Recall } from '#main/memory/recall.ts';

/** What is remembered is the core's own; it is changed through the same pipeline as everything else. */
export const memoryConnector = (journal: Journal, recall: () => Recall): Connector =>
  defineConnector({
    provider: 'memory',
    title: t`Memory`,
    says: t`Remembers what you tell it, and finds it again with your notes, lists, drafts, events and earlier requests.`,
    lives: 'computer',
    files: [],
    actions: [remember(journal), correct(journal), forget(journal), recallAction(journal, recall)],
  });
