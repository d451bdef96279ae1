import { saidIn } from '#contract/language/said-in.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { pageIntent, pagesAt } from '#main/planner/intents/pages/page-intents.ts';
import pack from '#resources/packs/everyday/intents/google-docs.json' with { type: 'json' };

const spoken = saidIn(pack.says);

/** “Write a Google Doc called Plans saying …”. */
const writeDoc = pageIntent({
  name: 'google-docs.create',
  action: 'google.write-doc',
  patterns: pack.write,
  gaps: ['title', 'text'],
  written: ['title', 'text'],
  says: spoken.write,
  goal: spoken.goalWrite,
  args: ({ title, text }) => ({ title, text }),
  elsewhere: spoken,
});

export const googleDocsIntents: readonly Intent[] = [
  writeDoc,
  ...pagesAt({
    name: 'google-docs',
    actions: { search: 'google.find-docs', read: 'google.read-doc', add: 'google.add-to-doc' },
    page: 'doc',
    pack,
  }),
];
