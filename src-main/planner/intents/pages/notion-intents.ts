import { pageIntent } from '#main/planner/intents/pages/page-intents.ts';
import pack from '#resources/packs/everyday/intents/notion.json' with { type: 'json' };

const { says, search, read, add, write } = pack;

/** “Find recipes in Notion”. */
export const searchNotion = pageIntent({
  name: 'notion.search',
  action: 'notion.search',
  patterns: search,
  gaps: ['what'],
  says: says.search,
  goal: says.goalSearch,
  args: ({ what }) => ({ query: what }),
  elsewhere: says,
});

/** “Read my Notion page Recipes”. */
export const readInNotion = pageIntent({
  name: 'notion.read',
  action: 'notion.read',
  patterns: read,
  gaps: ['page'],
  says: says.read,
  goal: says.goalRead,
  args: ({ page }) => ({ page }),
  elsewhere: says,
});

/** “Add “milk” to my Notion page Shopping”. */
export const addInNotion = pageIntent({
  name: 'notion.add',
  action: 'notion.append',
  patterns: add,
  gaps: ['page', 'text'],
  written: ['text'],
  says: says.add,
  goal: says.goalAdd,
  args: ({ page, text }) => ({ page, text }),
  elsewhere: says,
});

/** “Write a Notion page called Plans inside Family saying …”. */
export const writeInNotion = pageIntent({
  name: 'notion.create',
  action: 'notion.create-page',
  patterns: write,
  gaps: ['title', 'page', 'text'],
  written: ['title', 'text'],
  says: says.write,
  goal: says.goalWrite,
  args: ({ title, page, text }) => ({ in: page, title, text }),
  elsewhere: says,
});
