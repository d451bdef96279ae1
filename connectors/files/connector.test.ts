import { link, mkdir, rename, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { connector } from '#connectors/files/connector.ts';
import { type ActionTrial, type Given, testConnector } from '#connectors/sdk/connector.testsuite.ts';

type Disturb = NonNullable<ActionTrial['disturb']>;

const old = new Date('2024-03-04T05:06:07.089Z');

/** Puts files where the person would have them. */
async function put({ home }: Pick<Given, 'home'>, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [way, text] of Object.entries(files)) {
    await mkdir(dirname(join(home, way)), { recursive: true });
    await writeFile(join(home, way), text);
    await utimes(join(home, way), old, old);
  }
}

const having =
  (files: Readonly<Record<string, string>>, input: object) =>
  async (given: Given): Promise<object> => {
    await put(given, files);
    return input;
  };

const homeOf: (world: Parameters<Disturb>[0]) => string = ({ places }) => dirname(places.folders[0]?.path ?? '');

/** The person puts another file where the moved one was. */
const replace =
  (way: string): Disturb =>
  (world) =>
    writeFile(join(homeOf(world), way), 'a new one of the same name');

const mess = {
  'Downloads/Invoice 2025-11.pdf': '%PDF-1.4 one',
  'Downloads/invoice final.PDF': '%PDF-1.4 two',
  'Downloads/holiday.jpg': 'jpg',
  'Downloads/Screenshot 2024-01-02.png': 'png',
  'Downloads/ünïcödé ✨ שלום.txt': 'words',
  'Downloads/line\nbreak.txt': 'odd',
  'Downloads/.hidden': 'not to be touched',
  'Downloads/Pictures/older.jpg': 'older',
};

testConnector(connector, [
  { action: 'files.list', input: having(mess, { in: 'downloads' }) },
  {
    action: 'files.find',
    called: 'among many',
    input: having(Object.fromEntries(Array.from({ length: 700 }, (_, at) => [`Downloads/${at % 7}/${at}.pdf`, ''])), {
      kind: 'pdf',
    }),
    finds: { of: 700, count: (output) => (output as { count: number }).count },
  },
  { action: 'files.list', called: 'when it is empty', input: () => ({}) },
  {
    action: 'files.list',
    called: 'with links and folders',
    async input(given) {
      await put(given, mess);
      await symlink('/etc/passwd', join(given.home, 'Downloads/link.txt'));
      return { in: 'Downloads' };
    },
  },
  { action: 'files.find', input: having(mess, { named: 'invoices', kind: 'pdf' }) },
  {
    action: 'files.find',
    called: 'by time, in other scripts',
    input: having(mess, { named: 'שלום', since: '2024-01-01', before: '2025-01-01' }),
  },
  { action: 'files.read', input: having(mess, { file: 'ünïcödé ✨ שלום.txt' }) },
  {
    action: 'files.read',
    called: 'as HTML',
    input: having({ 'Documents/page.html': '<p>Hi<script>1</script>' }, { file: 'Documents/page' }),
  },
  { action: 'files.make-folder', input: () => ({ folder: 'Documents/Bills/2026' }) },
  { action: 'files.make-folder', called: 'in other scripts', input: () => ({ folder: 'Счета 🧾' }) },
  {
    action: 'files.rename',
    input: having(mess, { file: 'holiday.jpg', name: 'Lisbon' }),
    disturb: replace('Downloads/holiday.jpg'),
  },
  {
    action: 'files.rename',
    called: 'a folder',
    input: having(mess, { file: 'Downloads/Pictures', name: 'Bilder 📷' }),
  },
  {
    action: 'files.rename',
    called: 'in capitals alone',
    input: having(mess, { file: 'holiday.jpg', name: 'HOLIDAY.jpg' }),
  },
  {
    action: 'files.move',
    input: having(mess, { in: 'Downloads', kind: 'pdf', to: 'Documents/Bills' }),
    disturb: replace('Downloads/invoice final.PDF'),
  },
  {
    action: 'files.move',
    called: 'while a name is taken there',
    input: having(
      { ...mess, 'Documents/HOLIDAY.JPG': 'another' },
      { files: ['Downloads/holiday.jpg', 'Downloads/line\nbreak.txt'], to: 'Documents' },
    ),
  },
  { action: 'files.move', called: 'a folder', input: having(mess, { files: ['Downloads/Pictures'], to: 'Documents' }) },
  {
    action: 'files.copy',
    input: having(mess, { in: 'Downloads', to: 'Documents/Copies' }),
    disturb: (world) => writeFile(join(homeOf(world), 'Documents/Copies/holiday.jpg'), 'a picture that was changed'),
  },
  {
    action: 'files.sort',
    input: having(mess, { in: 'Downloads', by: 'kind' }),
    disturb: replace('Downloads/holiday.jpg'),
  },
  { action: 'files.sort', called: 'by kind and month', input: having(mess, { in: 'Downloads', by: 'kind-and-month' }) },
  {
    action: 'files.trash',
    input: having(mess, { kind: 'screenshot', before: '2025-01-01' }),
    disturb: replace('Downloads/Screenshot 2024-01-02.png'),
  },
  {
    action: 'files.trash',
    called: 'everything in a folder that has a second name elsewhere',
    async input(given) {
      await put(given, mess);
      await link(join(given.home, 'Downloads/holiday.jpg'), join(given.home, 'elsewhere.jpg'));
      await rename(join(given.home, 'Downloads/Pictures'), join(given.home, 'Documents/Pictures'));
      return { in: 'Downloads', kind: 'picture' };
    },
  },
]);
