import { t } from '#contract/language/t.ts';
import type { ToolDoes, ToolMap } from '#contract/model/tool-server.ts';
import { countOf, listOf } from '#renderer/words/time.ts';

export const toolServerWords = {
  title: t`Other programs and their tools`,
  intro: t`Any program that speaks MCP can lend its tools. Say what each of them does; until then it is asked about every time, with everything that it would be told.`,
  add: t`Add a program`,
  addTitle: t`Add a program`,
  name: t`What you call it`,
  way: t`How it is reached`,
  ways: [
    { value: 'command', says: t`It is started on this computer` },
    { value: 'address', says: t`It is at an address` },
  ],
  command: t`Command`,
  commandNote: t`As its maker writes it, such as npx -y some-server. It runs as you, and can open whatever you can.`,
  address: t`Address`,
  addressNote: t`It begins with https://. Whatever is told to its tools leaves this computer.`,
  environment: t`What it needs to be told`,
  environmentNote: t`NAME=value, each on a line of its own; leave it empty if it needs nothing. It is kept with your passwords, and nothing else of this app is told to it.`,
  key: t`Its key`,
  keyNote: t`Leave it empty if it needs none. It is kept with your passwords.`,
  try: t`Try it and add it`,
  back: t`Back`,
  noneYet: t`No program has been added yet.`,
  switchLabel: (name: string) => t`Use ${name}`,
  off: t`Switched off. Nothing of it is used.`,
  lookAgain: t`Look again`,
  lookedAgain: (count: number) => t`It answers, and has ${countOf(count, t`tool`, t`tools`)}.`,
  remove: t`Remove`,
  removeTitle: (name: string) => t`Remove ${name}?`,
  removeSays: t`It is ended. How it is reached, its secret and what you said of its tools are forgotten. What its tools did stays as it is, there and in your timeline, and the program itself stays installed.`,
  removeConfirm: t`Remove it`,
  removeBack: t`Keep it`,
  tools: (count: number) => t`Its ${countOf(count, t`tool`, t`tools`)}`,
  ownWords: t`In its own words`,
  ownWordsNote: t`Its maker wrote this. Nobody has checked it.`,
  takes: (names: readonly string[]) => (names.length === 0 ? t`It takes nothing.` : t`It takes ${listOf(names)}.`),
  notDescribed: t`Nobody has said what it does, so it always asks.`,
  describe: t`Say what it does`,
  describeAgain: t`Change`,
  describeTitle: (name: string) => t`What does “${name}” do?`,
  does: t`What it does`,
  choose: t`Choose one`,
  reaches: t`Whom it reaches`,
  recipients: t`Which detail says whom?`,
  anybody: t`None; it can be anybody`,
  backByHand: t`I can take it back there myself`,
  repeatable: t`Doing it twice is the same as doing it once`,
  save: t`Save`,
  forget: t`Forget what it does`,
  shipped: t`Described by Life OS`,
} as const;

export const doesWords: Readonly<Record<ToolDoes, string>> = {
  looks: t`It only looks something up`,
  drafts: t`It makes a draft that nobody gets`,
  changes: t`It changes or deletes something`,
  sends: t`It sends something to somebody`,
  publishes: t`It publishes something`,
  pays: t`It pays or orders something`,
  'hands-in': t`It hands in a form or an application`,
};

export const reachesWords: Readonly<Record<ToolMap['reaches'], string>> = {
  self: t`Only me and my own things`,
  others: t`Somebody else`,
  public: t`Anyone can see it`,
};

/** What is known of a tool, in one line. */
export function mapSentence({ does, reaches }: ToolMap): string {
  return does === 'looks'
    ? `${doesWords[does]}.`
    : t`${doesWords[does]}. It reaches: ${reachesWords[reaches].toLowerCase()}.`;
}

/** What its maker claims that makes it more serious than it was described. */
export const raisedByHint = t`The program itself says that it changes something, so it counts as more serious.`;

/** After a tool has become another one. */
export const toolsChangedSentence = (tools: readonly string[]): string =>
  tools.length === 1
    ? t`${quoted(tools)} is another than when you described it. Until you look again, nothing is done without your OK.`
    : t`${quoted(tools)} are another than when you described them. Until you look again, nothing is done without your OK.`;

const quoted = (tools: readonly string[]): string => listOf(tools.map((tool) => `“${tool}”`));
