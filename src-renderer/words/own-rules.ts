import type { Domain } from '#contract/model/domain.ts';
import type { BlankKind, OwnRule, RuleSuggestion, RuleTemplate } from '#contract/model/own-rule.ts';
import { dayAndTime, dayInside, wholeThings } from '#renderer/words/time.ts';

export const ownRuleWords = {
  title: 'Your own rules',
  intro:
    'Each is one sentence. It lets something go ahead without asking, or has Life OS ask or refuse more. What is always on stays on.',
  empty: 'You have no rules of your own yet.',
  loading: 'Reading your own rules…',
  afterFirstWeek: 'What a rule lets happen by itself counts once your careful first week is over.',
  make: 'Make a rule',
  writeOut: 'Write the rule out',
  howWritten: 'How it is written',
  takeAway: (says: string) => `Take away: ${says}`,
  takeAwayTitle: 'Take this rule away?',
  takeAwayConfirm: 'Take it away',
  takeAwayBack: 'Keep it',
  setAside: 'Set aside for a while',
  putBack: 'Put it back now',
} as const;

export const takeAwaySays = ({ does, says }: Pick<OwnRule, 'does' | 'says'>): string =>
  does === 'allows'
    ? `“${says}” From now on you are asked again.`
    : `“${says}” From now on nothing is asked or refused because of it.`;

/** Until when a rule counts, or why it does not count now. */
export function ruleStanding({ problem, setAsideUntil, expiresAt }: OwnRule): string {
  if (problem !== null) return `${problem} Every change is asked until you take it away.`;
  if (setAsideUntil !== null) return `Set aside until ${dayAndTime(setAsideUntil)}. Then it counts again by itself.`;
  return expiresAt === null ? 'Counts until you take it away.' : `Counts until ${dayAndTime(expiresAt)}.`;
}

export const onlyIn = (sentence: string | undefined): string =>
  sentence === undefined ? 'Only for one automation.' : `Only for the automation “${sentence}”.`;

export const setAsideWords = {
  title: 'Set this rule aside for a while',
  says: 'Until then it counts for nothing, and after that it counts again by itself. It is written into your history, with what you type.',
  typed: 'Type the sentence out',
  typedNote: 'Word for word, as it stands above. Capitals and spaces don’t matter.',
  hours: 'For how long',
  confirm: 'Set it aside',
  back: 'Leave it in force',
} as const;

export const hoursChoices = [
  { value: '1', label: '1 hour' },
  { value: '4', label: '4 hours' },
  { value: '24', label: '24 hours' },
] as const;

export const daysChoices = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
] as const;

export const suggestionWords = {
  title: 'A rule that your answers speak for',
  titleOfMany: 'Rules that your answers speak for',
  letIt: 'Let it',
  refuse: 'Don’t suggest this again',
} as const;

/** Why a rule is suggested, and how long it would count. */
export const evidenceOf = ({ approved, asked, since }: RuleSuggestion['evidence']): string =>
  `You said yes ${approved} of ${asked} times since ${dayInside(since)}. It would count for 90 days.`;

export const makeRuleWords = {
  form: 'A new rule',
  choose: 'Choose a sentence',
  allows: 'Let it do by itself',
  restricts: 'Ask me or never',
  loading: 'Reading the sentences…',
  days: 'For how long',
  automation: 'Where it counts',
  everywhere: 'Everywhere',
  onlyIn: 'Only in this automation',
  make: 'Make the rule',
  another: 'Choose another sentence',
  back: 'Leave as it was',
  willRead: 'It will read',
  chooseOne: 'Choose…',
} as const;

export const writtenRuleWords = {
  form: 'A rule, written out',
  intro:
    'For those who know Cedar. One rule, with the sentence that you will know it by in @says. What is always on stays on.',
  text: 'The rule',
  example:
    '@says("Ask me before anything changes on a Sunday.")\nforbid (principal, action, resource)\nwhen { context.weekday == 7 && context.risk >= 2 }\nunless { context.approved };\n',
  days: 'For how long, if it lets something happen by itself',
  needsText: 'Write the rule first. Nothing was changed.',
} as const;

/** What stands in a gap of a sentence while it is open. */
export const gapWords: Readonly<Record<BlankKind, string>> = {
  time: 'a time',
  count: 'so many',
  money: 'an amount',
  people: 'somebody',
  'mail-domain': '@somewhere',
  tool: 'something',
  'part-of-life': 'a part of life',
};

/** What a field for a blank is called, by the name of the blank. */
export function blankLabel(name: string, kind: BlankKind, { id }: Pick<RuleTemplate, 'id'>): string {
  if (kind === 'time') return name === 'from' ? 'From' : 'Until';
  if (kind === 'count') return id.startsWith('write') ? 'Messages a day, at most' : 'Times a day, at most';
  return blankLabels[kind];
}

const blankLabels = {
  money: 'Amount',
  people: 'Who',
  'mail-domain': 'What the address ends in',
  tool: 'What',
  'part-of-life': 'Which part of life',
} as const;

export const blankNotes: Partial<Readonly<Record<BlankKind, string>>> = {
  people: 'Addresses, separated by commas or each on a line of its own.',
  'mail-domain': 'What stands behind the @, such as school.example.',
};

export const currencyLabel = 'Currency';

/** What is wrong with a blank, in plain words. */
export const blankProblems: Readonly<Record<BlankKind, string>> = {
  time: 'Give a time of day, such as 22:00.',
  count: 'Write a whole number from 1 to 1,000.',
  money: 'Write an amount of money.',
  people: 'Name at least one address, and at most 50.',
  'mail-domain': 'That doesn’t look like the end of an address.',
  tool: 'Choose what it is about.',
  'part-of-life': 'Choose a part of life.',
};

export const partsOfLife: Readonly<Record<Domain, string>> = {
  career: 'Work',
  finance: 'Money',
  health: 'Health',
  family: 'Family',
  home: 'Home',
  travel: 'Travel',
  communication: 'Messages',
  'shopping-food': 'Shopping and food',
  'legal-admin': 'Papers and offices',
  'creator-business': 'Your own business',
  everyday: 'Everyday things',
};

/** What a rule alone would have changed of the last 30 days. */
export type RuleChange = {
  readonly looked: number;
  readonly askedMore: number;
  readonly askedLess: number;
  readonly refused: number;
};

export function wouldHaveChanged({ looked, askedMore, askedLess, refused }: RuleChange): string {
  if (looked === 0) return 'Nothing was done in the last 30 days that it could be tried on.';
  const told = [
    ...(askedLess > 0 ? [`you would have been asked about ${askedLess} fewer`] : []),
    ...(askedMore > 0 ? [`you would have been asked about ${askedMore} more`] : []),
    ...(refused > 0 ? [`${refused} would have been refused`] : []),
  ].join(', and ');
  if (told === '') return `Of ${wholeThings(looked)} of the last 30 days, nothing would have been otherwise.`;
  return `Of ${wholeThings(looked)} of the last 30 days, ${told}.`;
}

export const alwaysWords = {
  open: 'Always, but only …',
  form: 'Let its like happen by itself',
  loading: 'Looking for what could be let …',
  which: 'What is let from now on',
  needsCount: 'Write a whole number from 1 to 1,000. Nothing was changed.',
  days: 'For how long',
  none: 'Nothing could stand in for your OK here, so this one is asked each time.',
  firstWeek: 'This one is done now. The rule counts once your careful first week is over.',
  confirm: 'Approve, and let it from now on',
  back: 'Leave as it was',
  onlyHere: (says: string) => `Only in this automation: ${says}`,
} as const;
