/** A connector that is complete from the start: it keeps items as text files, which its author then replaces by their service. */
export type Named = {
  /** `book-club`: the folder, and the first part of each action's name. */
  readonly name: string;
  /** `Book club`. */
  readonly title: string;
};

/** The files of a new connector by their path in its folder. */
export const connectorFiles = (named: Named): Readonly<Record<string, string>> => ({
  'connector.ts': connectorFile(named),
  'item-file.ts': itemFile(),
  'actions/keep-item.ts': keepItem(named),
  'actions/find-item.ts': findItem(named),
  'connector.test.ts': connectorTest(named),
  'README.md': readme(named),
});

const connectorFile = ({ name, title }: Named) => `import { findItem } from '#connectors/${name}/actions/find-item.ts';
import { keepItem } from '#connectors/${name}/actions/keep-item.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';

export const connector = defineConnector({
  provider: '${name}',
  title: '${title}',
  says: 'Short texts under ${title}, each a file of its own that any editor opens.',
  lives: 'computer',
  actions: [keepItem, findItem],
  files: [],
});
`;

const itemFile = () => `import { stemFrom } from '#connectors/sdk/file-name.ts';
import { quote } from '#connectors/sdk/quote.ts';

const EXTENSION = '.txt';

/** The file that an item is kept in. */
export const fileOf = (title: string): string => \`\${stemFrom(title, 'Item')}\${EXTENSION}\`;

/** Its title again, from the name of its file; null for a file that is none of ours. */
export const titleOf = (fileName: string): string | null =>
  fileName.endsWith(EXTENSION) ? fileName.slice(0, -EXTENSION.length) : null;

export const theItem = (title: string): string => \`the item \${quote(title)}\`;
`;

const keepItem = ({ name, title }: Named) => `import { z } from 'zod';
import { fileOf, theItem } from '#connectors/${name}/item-file.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { nonEmptyLineOf, textOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { readTextFile } from '#connectors/sdk/text-file.ts';
import { overwriteFile, putFileBack } from '#connectors/sdk/way-back.ts';
import { fail, succeed } from '#contract/model/result.ts';

export const keepItem = defineAction({
  name: '${name}.keep',
  title: 'Keep an item',
  input: z.strictObject({ title: nonEmptyLineOf(200), text: textOf(10_000) }),
  output: z.object({ fileName: z.string(), title: z.string(), text: z.string() }),
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: { title: 'Title', text: 'Text' },
  // What stands there before the person is asked: nothing is written over.
  async look({ title }, { folder }) {
    const now = await readTextFile(folder, fileOf(title));
    if (!now.ok) return now;
    if (now.value === null) return succeed({ before: null, version: '' });
    return fail({ kind: 'refused', because: \`There is already \${theItem(title)}. Nothing was done.\` });
  },
  effect: () => changesOwn,
  describe: ({ title, text }) => ({
    title: \`Keep \${quote(title)} under ${title}\`,
    differences: text.trim() === '' ? [] : [{ label: 'Text', before: null, after: text }],
    undo: 'Undo takes it away again.',
  }),
  report: ({ title }) => ({ says: \`\${quote(title)} is kept under ${title}. Undo takes it away again.\`, lines: [] }),
  // Twice under the same key is once: what stands there already with these words is what was written.
  run: ({ title, text }, { folder, mode }) =>
    folder.exclusively(async () => {
      const output = { fileName: fileOf(title), title, text };
      const now = await readTextFile(folder, output.fileName);
      if (!now.ok) return now;
      if (now.value !== null) return now.value === text ? succeed(output) : changedSince(theItem(title));
      if (mode === 'execute') await folder.write(output.fileName, text);
      return succeed(output);
    }),
  async findEarlier({ title, text }, { folder }) {
    const now = await readTextFile(folder, fileOf(title));
    if (!now.ok) return now;
    if (now.value === null) return succeed(null);
    return now.value === text
      ? succeed({ fileName: fileOf(title), title, text })
      : fail({ kind: 'outcome-unknown', service: '${title}' });
  },
  async readBack({ fileName, text }, { folder }) {
    const now = await readTextFile(folder, fileName);
    return now.ok ? succeed(now.value === text) : now;
  },
  undo: ({ fileName, title, text }, context) =>
    context.folder.exclusively(async () => {
      const now = await readTextFile(context.folder, fileName);
      if (!now.ok) return now;
      if (now.value === null) return succeed(null);
      const back = { name: fileName, now: now.value, former: null };
      if (now.value === text) await putFileBack(context, back);
      else if (context.overwrite) await overwriteFile(context, back, 'text/plain');
      else return changedSince(theItem(title));
      return succeed(null);
    }),
});
`;

const findItem = ({ name, title }: Named) => `import { z } from 'zod';
import { titleOf } from '#connectors/${name}/item-file.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { matchesWords, nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { readTextFile } from '#connectors/sdk/text-file.ts';
import { succeed } from '#contract/model/result.ts';

export const findItem = defineAction({
  name: '${name}.find',
  title: 'Find an item',
  input: z.strictObject({ query: nonEmptyLineOf(200) }),
  output: z.object({ fileName: z.string(), title: z.string(), text: z.string() }),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { query: 'Looking for' },
  effect: () => onlyLooks,
  describe: ({ query }) => ({
    title: \`Look for \${quote(query)} under ${title}\`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report: ({ title, text }) => ({ says: \`Found \${quote(title)}.\`, lines: text.split('\\n').filter((line) => line.trim() !== '') }),
  async run({ query }, { folder }) {
    for (const fileName of await folder.list()) {
      const title = titleOf(fileName);
      if (title === null || !matchesWords(title, query)) continue;
      const text = await readTextFile(folder, fileName);
      if (!text.ok) return text;
      if (text.value !== null) return succeed({ fileName, title, text: text.value });
    }
    return notFound(\`\${quote(query)} under ${title}\`);
  },
});
`;

const connectorTest = ({ name }: Named) => `import { connector } from '#connectors/${name}/connector.ts';
import { fileOf } from '#connectors/${name}/item-file.ts';
import { testConnector } from '#connectors/sdk/connector.testsuite.ts';

const item = { title: 'First', text: 'What it says.\\n' };

testConnector(connector, [
  {
    action: '${name}.keep',
    input: () => item,
    disturb: ({ folder }) => folder.write(fileOf(item.title), 'Changed by hand.\\n'),
  },
  { action: '${name}.keep', called: 'in other scripts', input: () => ({ title: 'חגיגה 🎂', text: '日本語\\n' }) },
  {
    action: '${name}.find',
    async input({ run }) {
      await run('${name}.keep', item);
      return { query: 'first' };
    },
  },
]);
`;

const readme = ({ name, title }: Named) => `# ${title}

Short texts, each a file of its own in the folder \`${name}\` beside the database; any editor opens them.

| Action | What it does | Found again by |
|---|---|---|
| \`${name}.keep\` | keeps a text under a title; refused where there is one of that title | its file |
| \`${name}.find\` | the first whose title fits | |

Undo takes an item away again; one that was changed since is asked about first.
`;
