import type { Intent } from '#main/planner/intents/intent.ts';
import { pageIntent, pagesAt } from '#main/planner/intents/pages/page-intents.ts';
import pack from '#resources/packs/everyday/intents/notion.json' with { type: 'json' };

/** “Write a Notion page called Plans inside Family saying …”. */
const writePage = pageIntent({
  name: 'notion.create',
  action: 'notion.create-page',
  patterns: pack.write,
  gaps: ['title', 'page', 'text'],
  written: ['title', 'text'],
  says: pack.says.write,
  goal: pack.says.goalWrite,
  args: ({ title, page, text }) => ({ in: page, title, text }),
  elsewhere: pack.says,
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
