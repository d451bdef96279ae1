import { pageIntent } from '#main/planner/intents/pages/page-intents.ts';
import pack from '#resources/packs/everyday/intents/google-docs.json' with { type: 'json' };

const { says, search, read, add, write } = pack;

/** “Find the plans in my Google Docs”. */
export const searchDocs = pageIntent({
  name: 'google-docs.search',
  action: 'google.find-docs',
  patterns: search,
  gaps: ['what'],
  says: says.search,
  goal: says.goalSearch,
  args: ({ what }) => ({ query: what }),
  elsewhere: says,
});

/** “Read my Google Doc Plans”. */
export const readInDocs = pageIntent({
  name: 'google-docs.read',
  action: 'google.read-doc',
  patterns: read,
  gaps: ['doc'],
  says: says.read,
  goal: says.goalRead,
  args: ({ doc }) => ({ doc }),
  elsewhere: says,
});

/** “Add “book the ferry” to my Google Doc Plans”. */
export const addInDocs = pageIntent({
  name: 'google-docs.add',
  action: 'google.add-to-doc',
  patterns: add,
  gaps: ['doc', 'text'],
  written: ['text'],
  says: says.add,
  goal: says.goalAdd,
  args: ({ doc, text }) => ({ doc, text }),
  elsewhere: says,
});

/** “Write a Google Doc called Plans saying …”. */
export const writeInDocs = pageIntent({
  name: 'google-docs.create',
  action: 'google.write-doc',
  patterns: write,
  gaps: ['title', 'text'],
  written: ['title', 'text'],
  says: says.write,
  goal: says.goalWrite,
  args: ({ title, text }) => ({ title, text }),
  elsewhere: says,
});
