import { z } from 'zod';
import type { Folder, Surroundings } from '#connectors/sdk/action.ts';
import type { ActionTrial, Given } from '#connectors/sdk/connector.testsuite.ts';
import { ContactSchema } from '#connectors/sdk/contacts/contact.ts';
import type { Json } from '#contract/model/json.ts';

const ana = {
  name: 'Ana Silva',
  nicknames: ['Nani'],
  emails: ['ana@example.com', 'ana.silva@work.example'],
  phones: ['+351 21 000 00 00'],
  organisation: 'Silva, Reis & Co; Lisbon',
  notes: 'Likes:\n- tea, not coffee\n- “quiet” places',
};

export const contactIn = (output: Json) => z.object({ contact: ContactSchema }).parse(output).contact;

const add = async (provider: string, given: Given, input: object): Promise<string> =>
  contactIn(await given.run(`${provider}.add-contact`, input)).id;

const exported = `BEGIN:VCARD\r
VERSION:3.0\r
UID:bo-1\r
N:Lund;Bo;;;\r
FN:Bo Lund\r
item1.EMAIL;type=INTERNET;type=pref:bo@example.com\r
item1.X-ABLabel:_$!<Other>!$_\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC;;;;\r
END:VCARD\r
`;

/** Where an upload is put: the connector’s own folder, also of an account. */
export const putFile = ({ folder }: { folder: Folder }): Promise<void> => folder.write('friends.vcf', exported);

/** What every address book is tried with. `rename`: another program writes other words into the card. */
export const contactTrials = (
  provider: string,
  rename: (world: Surroundings, output: Json) => Promise<void>,
): readonly ActionTrial[] => [
  {
    action: `${provider}.add-contact`,
    called: 'with all that can be said of somebody',
    input: () => ana,
    disturb: rename,
  },
  {
    action: `${provider}.add-contact`,
    called: 'beside one of the same name, with a name alone',
    async input({ run }) {
      await run(`${provider}.add-contact`, ana);
      return { name: 'Ana Silva' };
    },
    disturb: rename,
  },
  {
    action: `${provider}.find-contact`,
    async input({ run }) {
      await run(`${provider}.add-contact`, ana);
      await run(`${provider}.add-contact`, { name: 'Ana Reis', phones: ['117'] });
      return { query: 'Ana' };
    },
  },
  {
    action: `${provider}.list-contacts`,
    async input({ run }) {
      await run(`${provider}.add-contact`, ana);
      await run(`${provider}.add-contact`, { name: 'ערב טוב' });
      return {};
    },
  },
  { action: `${provider}.list-contacts`, called: 'when there is nobody', input: () => ({ query: 'Ana' }) },
  {
    action: `${provider}.change-contact`,
    called: 'its address and number',
    input: async (given) => ({
      id: await add(provider, given, ana),
      emails: ['ana@new.example', 'ana@example.com'],
      morePhones: ['112'],
    }),
    disturb: rename,
  },
  {
    action: `${provider}.change-contact`,
    called: 'its name, and it loses its notes',
    input: async (given) => ({ id: await add(provider, given, ana), name: 'Ana Reis Silva', notes: '' }),
    disturb: rename,
  },
  {
    action: `${provider}.delete-contact`,
    async input(given) {
      await add(provider, given, { name: 'First' });
      const id = await add(provider, given, ana);
      await add(provider, given, { name: 'Last' });
      return { id };
    },
  },
  {
    action: `${provider}.import-contacts`,
    async input(given) {
      await putFile(given.surroundings);
      await add(provider, given, ana);
      return { fileName: 'friends.vcf' };
    },
    disturb: (world) => rename(world, { contact: { ...ana, id: 'bo-1' } }),
  },
];
