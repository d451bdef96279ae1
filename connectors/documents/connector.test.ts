import { connector as documents } from '#connectors/documents/connector.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { type Given, testConnector } from '#connectors/sdk/connector.testsuite.ts';
import type { Json } from '#contract/model/json.ts';

const fileOf = (output: Json): string => (output as { fileName: string }).fileName;

/** A note that the person has, by its file's name. */
async function write(given: Given, title: string, body = 'Tomatoes by the wall.'): Promise<string> {
  return fileOf(await given.run('documents.write-note', { title, body }));
}

/** The person changes the note's words in their own editor. */
async function edit({ folder }: Surroundings, output: Json): Promise<void> {
  await folder.write(fileOf(output), 'Something else altogether.\n');
}

testConnector(documents, [
  {
    action: 'documents.write-note',
    input: () => ({ title: 'Garden', body: 'Tomatoes by the wall.\n\nBeans along the fence.' }),
    disturb: edit,
  },
  {
    action: 'documents.write-note',
    called: 'beside another of the same title',
    input: async (given) => {
      await write(given, 'Garden');
      return { title: 'Garden', body: 'Tomatoes by the wall.' };
    },
    disturb: edit,
  },
  { action: 'documents.write-note', called: 'without words in it', input: () => ({ title: 'Empty', body: ' \n' }) },
  {
    action: 'documents.write-note',
    called: 'from right to left',
    input: () => ({ title: 'הערה על הגינה 🪴', body: 'עגבניות ליד הקיר' }),
    disturb: edit,
  },
  {
    action: 'documents.find-note',
    input: async (given) => {
      await write(given, 'Garden');
      await write(given, 'Garden shed');
      return { query: 'my note about the garden' };
    },
  },
  {
    action: 'documents.list-notes',
    input: async (given) => {
      await write(given, 'Garden');
      return {};
    },
  },
  { action: 'documents.list-notes', called: 'where there are none', input: () => ({ query: 'garden' }) },
  {
    action: 'documents.add-to-note',
    input: async (given) => ({ fileName: await write(given, 'Garden'), text: 'Water on Sundays.' }),
    disturb: edit,
  },
  {
    action: 'documents.add-to-note',
    called: 'written elsewhere',
    input: async ({ surroundings }) => {
      await surroundings.folder.write('Dach.md', '\ufeff---\r\ntags: [haus]\r\n---\r\n* Ziegel\r\n\r\n+ Rinne');
      return { fileName: 'Dach.md', text: 'Regenrohr\nund Kamin' };
    },
    disturb: edit,
  },
  {
    action: 'documents.delete-note',
    input: async (given) => ({ fileName: await write(given, 'Garden') }),
    disturb: ({ folder }) => folder.write('Garden.md', 'A new note under the old name.\n'),
  },
]);
