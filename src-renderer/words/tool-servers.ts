import type { ToolDoes, ToolMap } from '#contract/model/tool-server.ts';
import { countOf, listOf } from '#renderer/words/time.ts';

export const toolServerWords = {
  title: 'Other programs and their tools',
  intro:
    'Any program that speaks MCP can lend its tools. Say what each of them does; until then it is asked about every time, with everything that it would be told.',
  add: 'Add a program',
  addTitle: 'Add a program',
  name: 'What you call it',
  way: 'How it is reached',
  ways: [
    { value: 'command', says: 'It is started on this computer' },
    { value: 'address', says: 'It is at an address' },
  ],
  command: 'Command',
  commandNote: 'As its maker writes it, such as npx -y some-server. It runs as you, and can open whatever you can.',
  address: 'Address',
  addressNote: 'It begins with https://. Whatever is told to its tools leaves this computer.',
  environment: 'What it needs to be told',
  environmentNote:
    'NAME=value, each on a line of its own; leave it empty if it needs nothing. It is kept with your passwords, and nothing else of this app is told to it.',
  key: 'Its key',
  keyNote: 'Leave it empty if it needs none. It is kept with your passwords.',
  try: 'Try it and add it',
  back: 'Back',
  noneYet: 'No program has been added yet.',
  switchLabel: (name: string) => `Use ${name}`,
  off: 'Switched off. Nothing of it is used.',
  lookAgain: 'Look again',
  lookedAgain: (count: number) => `It answers, and has ${countOf(count, 'tool', 'tools')}.`,
  remove: 'Remove',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeSays:
    'It is ended. How it is reached, its secret and what you said of its tools are forgotten. What its tools did stays as it is, there and in your timeline, and the program itself stays installed.',
  removeConfirm: 'Remove it',
  removeBack: 'Keep it',
  tools: (count: number) => `Its ${countOf(count, 'tool', 'tools')}`,
  ownWords: 'In its own words',
  ownWordsNote: 'Its maker wrote this. Nobody has checked it.',
  takes: (names: readonly string[]) => (names.length === 0 ? 'It takes nothing.' : `It takes ${listOf(names)}.`),
  notDescribed: 'Nobody has said what it does, so it always asks.',
  describe: 'Say what it does',
  describeAgain: 'Change',
  describeTitle: (name: string) => `What does “${name}” do?`,
  does: 'What it does',
  choose: 'Choose one',
  reaches: 'Whom it reaches',
  recipients: 'Which detail says whom?',
  anybody: 'None; it can be anybody',
  backByHand: 'I can take it back there myself',
  repeatable: 'Doing it twice is the same as doing it once',
  save: 'Save',
  forget: 'Forget what it does',
  shipped: 'Described by Life OS',
} as const;

export const doesWords: Readonly<Record<ToolDoes, string>> = {
  looks: 'It only looks something up',
  drafts: 'It makes a draft that nobody gets',
  changes: 'It changes or deletes something',
  sends: 'It sends something to somebody',
  publishes: 'It publishes something',
  pays: 'It pays or orders something',
  'hands-in': 'It hands in a form or an application',
};

export const reachesWords: Readonly<Record<ToolMap['reaches'], string>> = {
  self: 'Only me and my own things',
  others: 'Somebody else',
  public: 'Anyone can see it',
};

/** What is known of a tool, in one line. */
export function mapSentence({ does, reaches }: ToolMap): string {
  return does === 'looks'
    ? `${doesWords[does]}.`
    : `${doesWords[does]}. It reaches: ${reachesWords[reaches].toLowerCase()}.`;
}

/** What its maker claims that makes it more serious than it was described. */
export const raisedByHint = 'The program itself says that it changes something, so it counts as more serious.';

/** After a tool has become another one. */
export const toolsChangedSentence = (tools: readonly string[]): string =>
  `${listOf(tools.map((tool) => `“${tool}”`))} ${tools.length === 1 ? 'is' : 'are'} another than when you described ${tools.length === 1 ? 'it' : 'them'}. Until you look again, nothing is done without your OK.`;
