import { saidIn } from '#contract/language/said-in.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { pageIntent, pagesAt } from '#main/planner/intents/pages/page-intents.ts';
import pack from '#resources/packs/everyday/intents/notion.json' with { type: 'json' };

const spoken = saidIn(pack.says);

/** “Write a Notion page called Plans inside Family saying …”. */
const writePage = pageIntent({
  name: 'notion.create',
  action: 'notion.create-page',
  patterns: pack.write,
  gaps: ['title', 'page', 'text'],
  written: ['title', 'text'],
  says: spoken.write,
  goal: spoken.goalWrite,
  args: ({ title, page, text }) => ({ in: page, title, text }),
  elsewhere: spoken,
});

export const notionIntents: readonly Intent[] = [
  writePage,
  ...pagesAt({
    name: 'notion',
    actions: { search: 'notion.search', read: 'notion.read', add: 'notion.append' },
    page: 'page',
    pack,
  }),
];
