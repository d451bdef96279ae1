import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../project-folder.ts';

/** A sentence that the person reads and that stands in data, by its file. */
export type SentenceInData = { readonly file: string; readonly text: string };

type Data = string | number | boolean | null | readonly Data[] | { readonly [name: string]: Data };

const packs = 'resources/packs/everyday';

/**
 * Where data of ours holds sentences: a file, and the way to them in it (`*`: whatever stands there). Whatever is read by
 * the planner, typed by the person or written into their things stays English, and is named under `except`.
 */
const places: readonly { readonly file: string; readonly at: string; readonly except?: readonly string[] }[] = [
  {
    file: `${packs}/copy.json`,
    at: '',
    except: [
      'examples',
      'memory/recall/examples',
      'ask/when/timesIn',
      'ask/keep/reminderSentence',
      'ask/keep/eventSentence',
      'calendar/create/blockedTitle',
      'reminders/create/alarm',
      'reminders/create/timer',
      'reminders/create/wakeUp',
      'mail/draft/greeting',
      'mail/draft/greetingAlone',
      'mail/draft/subject',
      'lists/choices',
      'lists/todo',
    ],
  },
  { file: `${packs}/rules.json`, at: '' },
  { file: `${packs}/models.json`, at: '' },
  { file: `${packs}/replies.json`, at: '*/says' },
  { file: `${packs}/guards.json`, at: '*/says' },
  ...['bank', 'cv', 'files', 'google-docs', 'inbox', 'jobs', 'notion', 'slack'].map((intent) => ({
    file: `${packs}/intents/${intent}.json`,
    at: 'says',
  })),
  { file: `${packs}/intents/contacts.json`, at: 'says', except: ['says/nobodyExample'] },
  { file: `${packs}/intents/calendar.json`, at: 'invited' },
  { file: `${packs}/intents/mail.json`, at: 'attach/notConnected' },
  { file: `${packs}/intents/mail.json`, at: 'attach/notConnectedPart' },
  { file: `${packs}/intents/lists.json`, at: 'checklist/many' },
  ...['step', 'goal', 'asks', 'notPublished'].map((name) => ({
    file: `${packs}/intents/texts.json`,
    at: `says/${name}`,
  })),
  { file: `${packs}/intents/texts.json`, at: 'sumUp/says' },
  { file: 'resources/understanding/questions.json', at: 'unsure' },
  { file: 'resources/understanding/questions.json', at: 'outOfScope' },
  { file: 'resources/understanding/questions.json', at: 'needs/*/says' },
  { file: 'resources/understanding/questions.json', at: 'operations' },
  { file: 'resources/understanding/questions.json', at: 'objects' },
  { file: 'resources/practice/jobs.json', at: '*/title' },
  { file: 'resources/practice/jobs.json', at: '*/says' },
];

/** What code says by `inLanguage`, because it is also what a sentence of the person is compared with, or a title in a file. */
const named: Readonly<Record<string, readonly string[]>> = {
  'src-main/practice/bank/connector.ts': ['electricity', 'water', 'phone', 'rent'],
  'connectors/cv/lay-out.ts': [
    'Profile',
    'Experience',
    'Projects',
    'Skills',
    'Education',
    'Certificates',
    'Volunteering',
    'Awards',
    'Publications',
    'Languages',
    'Interests',
    'References',
  ],
};

/** Every sentence of data that is said by `inLanguage` or `saidIn`, and so has to stand in `core.json` of each language. */
export function sentencesInData(): readonly SentenceInData[] {
  return [
    ...places.flatMap(({ file, at, except = [] }) =>
      findTexts(JSON.parse(read(file)), at.split('/').filter(Boolean), except, '').map((text) => ({ file, text })),
    ),
    ...rulesIn('policies').flatMap((file) =>
      [...read(file).matchAll(/^@says\("(.+)"\)$/gm)].map(([, text = '']) => ({ file, text })),
    ),
    ...Object.entries(named).flatMap(([file, texts]) => texts.map((text) => ({ file, text }))),
  ];
}

function findTexts(data: Data, way: readonly string[], except: readonly string[], at: string): string[] {
  if (except.includes(at)) return [];
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  const [next, ...rest] = way;
  return Object.entries(data)
    .filter(([name]) => next === undefined || next === '*' || next === name)
    .flatMap(([name, each]) => findTexts(each, rest, except, at === '' ? name : `${at}/${name}`));
}

const rulesIn = (folder: string): string[] =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.cedar'))
    .map((name) => join(folder, name));

const read = (file: string): string => readFileSync(join(projectFolder, file), 'utf8');
