import { connector } from '#connectors/drafts/connector.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { type Given, testConnector } from '#connectors/sdk/connector.testsuite.ts';
import type { Json } from '#contract/model/json.ts';

const late = { to: ['ana@example.com'], subject: 'Running late', body: 'Hi Ana,\n\nI’ll be 10 minutes late.\n' };
const party = { to: ['bo@example.com'], cc: ['ana@example.com'], subject: '🎂 Party', body: 'שלום Bo,\n\nsee you.' };

const fileNameOf = (output: Json): string =>
  output !== null && typeof output === 'object' && 'fileName' in output ? String(output.fileName) : '';

const nameOf = async ({ run }: Given, input: object) => fileNameOf(await run('drafts.write', input));

/** A mail program saves the draft again with another text. */
async function edit({ folder }: Surroundings, output: Json): Promise<void> {
  const name = fileNameOf(output);
  const bytes = await folder.read(name);
  await folder.write(name, `${Buffer.from(bytes ?? []).toString('latin1')}\r\nPS: bring cake\r\n`);
}

testConnector(connector, [
  { action: 'drafts.write', input: () => late, disturb: edit },
  {
    action: 'drafts.write',
    called: 'in other scripts, beside one of the same name',
    async input({ run }) {
      await run('drafts.write', party);
      return party;
    },
    async disturb({ folder }, output) {
      const bytes = await folder.read(fileNameOf(output));
      await folder.remove(fileNameOf(output));
      await folder.write('My name for it.eml', bytes ?? '');
    },
  },
  { action: 'drafts.write', called: 'without subject and text', input: () => ({ ...late, subject: '', body: '' }) },
  {
    action: 'drafts.find',
    async input({ run }) {
      await run('drafts.write', late);
      return { query: 'late' };
    },
  },
  {
    action: 'drafts.list',
    async input({ run }) {
      await run('drafts.write', late);
      await run('drafts.write', party);
      return {};
    },
  },
  { action: 'drafts.list', called: 'without any', input: () => ({ query: 'cake' }) },
  {
    action: 'drafts.discard',
    input: async (given) => ({ fileName: await nameOf(given, late) }),
    disturb: ({ folder }, output) => folder.write(fileNameOf(output), 'Subject: another one\r\n\r\n'),
  },
  {
    action: 'drafts.discard',
    called: 'with bytes that are no text',
    async input({ surroundings: { folder } }) {
      await folder.write(
        'From elsewhere.eml',
        Uint8Array.from({ length: 256 }, (_, byte) => byte),
      );
      return { fileName: 'From elsewhere.eml' };
    },
  },
]);
