import { t } from '#contract/language/t.ts';
import type { Domain } from '#contract/model/domain.ts';
import type { BlankKind, OwnRule, RuleSuggestion, RuleTemplate } from '#contract/model/own-rule.ts';
import { dayAndTime, dayInside, wholeThings } from '#renderer/words/time.ts';

export const ownRuleWords = {
  title: t`Your own rules`,
  intro: t`Each is one sentence. It lets something go ahead without asking, or has Life OS ask or refuse more. What is always on stays on.`,
  empty: t`You have no rules of your own yet.`,
  loading: t`Reading your own rules…`,
  afterFirstWeek: t`What a rule lets happen by itself counts once your careful first week is over.`,
  make: t`Make a rule`,
  writeOut: t`Write the rule out`,
  howWritten: t`How it is written`,
  takeAway: (says: string) => t`Take away: ${says}`,
  takeAwayTitle: t`Take this rule away?`,
  takeAwayConfirm: t`Take it away`,
  takeAwayBack: t`Keep it`,
  setAside: t`Set aside for a while`,
  putBack: t`Put it back now`,
} as const;

export const takeAwaySays = ({ does, says }: Pick<OwnRule, 'does' | 'says'>): string =>
  does === 'allows'
    ? t`“${says}” From now on you are asked again.`
    : t`“${says}” From now on nothing is asked or refused because of it.`;

/** Until when a rule counts, or why it does not count now. */
export function ruleStanding({ problem, setAsideUntil, expiresAt }: OwnRule): string {
  if (problem !== null) return t`${problem} Every change is asked until you take it away.`;
  if (setAsideUntil !== null) return t`Set aside until ${dayAndTime(setAsideUntil)}. Then it counts again by itself.`;
  return expiresAt === null ? t`Counts until you take it away.` : t`Counts until ${dayAndTime(expiresAt)}.`;
}

export const onlyIn = (sentence: string | undefined): string =>
  sentence === undefined ? t`Only for one automation.` : t`Only for the automation “${sentence}”.`;

export const setAsideWords = {
  title: t`Set this rule aside for a while`,
  says: t`Until then it counts for nothing, and after that it counts again by itself. It is written into your history, with what you type.`,
  typed: t`Type the sentence out`,
  typedNote: t`Word for word, as it stands above. Capitals and spaces don’t matter.`,
  hours: t`For how long`,
  confirm: t`Set it aside`,
  back: t`Leave it in force`,
} as const;

export const hoursChoices = [
  { value: '1', label: t`1 hour` },
  { value: '4', label: t`4 hours` },
  { value: '24', label: t`24 hours` },
] as const;

export const daysChoices = [
  { value: '30', label: t`30 days` },
  { value: '90', label: t`90 days` },
  { value: '365', label: t`1 year` },
] as const;

export const suggestionWords = {
  title: t`A rule that your answers speak for`,
  titleOfMany: t`Rules that your answers speak for`,
  letIt: t`Let it`,
  refuse: t`Don’t suggest this again`,
} as const;

/** Why a rule is suggested, and how long it would count. */
export const evidenceOf = ({ approved, asked, since }: RuleSuggestion['evidence']): string =>
  t`You said yes ${approved} of ${asked} times since ${dayInside(since)}. It would count for 90 days.`;

export const makeRuleWords = {
  form: t`A new rule`,
  choose: t`Choose a sentence`,
  allows: t`Let it do by itself`,
  restricts: t`Ask me or never`,
  loading: t`Reading the sentences…`,
  days: t`For how long`,
  automation: t`Where it counts`,
  everywhere: t`Everywhere`,
  onlyIn: t`Only in this automation`,
  make: t`Make the rule`,
  another: t`Choose another sentence`,
  back: t`Leave as it was`,
  willRead: t`It will read`,
  chooseOne: t`Choose…`,
} as const;

export const writtenRuleWords = {
  form: t`A rule, written out`,
  intro: t`For those who know Cedar. One rule, with the sentence that you will know it by in @says. What is always on stays on.`,
  text: t`The rule`,
  example: t`@says("Ask me before anything changes on a Sunday.")\nforbid (principal, action, resource)\nwhen { context.weekday == 7 && context.risk >= 2 }\nunless { context.approved };\n`,
  days: t`For how long, if it lets something happen by itself`,
  needsText: t`Write the rule first. Nothing was changed.`,
} as const;

/** What stands in a gap of a sentence while it is open. */
export const gapWords: Readonly<Record<BlankKind, string>> = {
  time: t`a time`,
  count: t`so many`,
  money: t`an amount`,
  people: t`somebody`,
  'mail-domain': t`@somewhere`,
  tool: t`something`,
  'part-of-life': t`a part of life`,
};

/** What a field for a blank is called, by the name of the blank. */
export function blankLabel(name: string, kind: BlankKind, { id }: Pick<RuleTemplate, 'id'>): string {
  if (kind === 'time') return name === 'from' ? t`From` : t`Until`;
  if (kind === 'count') return id.startsWith('write') ? t`Messages a day, at most` : t`Times a day, at most`;
  return blankLabels[kind];
}

const blankLabels = {
  money: t`Amount`,
  people: t`Who`,
  'mail-domain': t`What the address ends in`,
  tool: t`What`,
  'part-of-life': t`Which part of life`,
} as const;

export const blankNotes: Partial<Readonly<Record<BlankKind, string>>> = {
  people: t`Addresses, separated by commas or each on a line of its own.`,
  'mail-domain': t`What stands behind the @, such as school.example.`,
};

export const currencyLabel = t`Currency`;

/** What is wrong with a blank, in plain words. */
export const blankProblems: Readonly<Record<BlankKind, string>> = {
  time: t`Give a time of day, such as 22:00.`,
  count: t`Write a whole number from 1 to 1,000.`,
  money: t`Write an amount of money.`,
  people: t`Name at least one address, and at most 50.`,
  'mail-domain': t`That doesn’t look like the end of an address.`,
  tool: t`Choose what it is about.`,
  'part-of-life': t`Choose a part of life.`,
};

export const partsOfLife: Readonly<Record<Domain, string>> = {
  career: t`Work`,
  finance: t`Money`,
  health: t`Health`,
  family: t`Family`,
  home: t`Household`,
  travel: t`Travel`,
  communication: t`Messages`,
  'shopping-food': t`Shopping and food`,
  'legal-admin': t`Papers and offices`,
  'creator-business': t`Your own business`,
  everyday: t`Everyday things`,
};

/** What a rule alone would have changed of the last 30 days. */
export type RuleChange = {
  readonly looked: number;
  readonly askedMore: number;
  readonly askedLess: number;
  readonly refused: number;
};

export function wouldHaveChanged({ looked, askedMore, askedLess, refused }: RuleChange): string {
  if (looked === 0) return t`Nothing was done in the last 30 days that it could be tried on.`;
  const told = [
    ...(askedLess > 0 ? [t`you would have been asked about ${askedLess} fewer`] : []),
    ...(askedMore > 0 ? [t`you would have been asked about ${askedMore} more`] : []),
    ...(refused > 0 ? [t`${refused} would have been refused`] : []),
  ].join(t`, and `);
  if (told === '') return t`Of ${wholeThings(looked)} of the last 30 days, nothing would have been otherwise.`;
  return t`Of ${wholeThings(looked)} of the last 30 days, ${told}.`;
}

export const alwaysWords = {
  open: t`Always, but only …`,
  form: t`Let its like happen by itself`,
  loading: t`Looking for what could be let …`,
  which: t`What is let from now on`,
  needsCount: t`Write a whole number from 1 to 1,000. Nothing was changed.`,
  days: t`For how long`,
  none: t`Nothing could stand in for your OK here, so this one is asked each time.`,
  firstWeek: t`This one is done now. The rule counts once your careful first week is over.`,
  confirm: t`Approve, and let it from now on`,
  back: t`Leave as it was`,
  onlyHere: (says: string) => t`Only in this automation: ${says}`,
} as const;
