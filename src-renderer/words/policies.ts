import type { Autonomy } from '#contract/model/autonomy.ts';
import type { Simulation } from '#contract/model/simulation.ts';
import { dayAndTime, wholeThings } from '#renderer/words/time.ts';

export const policiesWords = {
  title: 'Policies',
  intro: 'What Life OS may do by itself, and what it must ask you first.',
  autonomy: 'How much to ask',
  firstWeek: 'Careful first week',
  afterFirstWeek: 'Once your careful first week is over:',
  firstWeekSwitch: 'Ask before every change',
  guardrails: 'Always on',
  guardrailsNote: 'No setting, request or plan can switch these off.',
  loading: 'Reading your rules…',
  firstWeekOn: 'Whatever the level above says, every change is asked.',
  firstWeekOff: 'Off. The level above decides what is asked.',
} as const;

export const firstWeekUntil = (until: string): string =>
  `Whatever the level above says, every change is asked until ${dayAndTime(until)}. Then this ends by itself.`;

export const autonomyWords: Readonly<Record<Autonomy, { readonly title: string; readonly says: string }>> = {
  'ask-everything': {
    title: 'Ask me for everything',
    says: 'Drafts and changes wait for your OK. Only looking things up goes ahead by itself.',
  },
  'ask-important': {
    title: 'Ask me for important actions',
    says: 'Drafts are made and you are told. Anything that changes something waits for your OK.',
  },
  'run-safe': {
    title: 'Auto-run safe tasks',
    says: 'Changes to your own things that can be undone go ahead. Whatever reaches other people, costs money or can’t be undone waits for your OK.',
  },
};

/** The levels in the order of how much is asked. */
export const autonomyChoices = (['ask-everything', 'ask-important', 'run-safe'] as const).map((value) => ({
  value,
  ...autonomyWords[value],
}));

export const holdWords = {
  title: 'Before a message leaves',
  note: 'Until it has left you can call it off. With 0 it leaves at once.',
  form: 'How long a message waits',
  save: 'Save how long it waits',
  says: 'A message that has your OK waits {seconds} seconds before it leaves.',
  seconds: 'Seconds that a message waits',
} as const;

export const suspicionWords = {
  title: 'When Life OS pauses by itself',
  note: 'Then nothing more is started, you are shown what was counted, and it goes on once you have said that it was you.',
  form: 'What makes Life OS pause by itself',
  save: 'Save when it pauses',
  burst: {
    says: 'More than {most} changes within {minutes} minutes that you didn’t say yes to one by one.',
    most: 'Most changes without your yes',
    minutes: 'Minutes in which changes are counted',
  },
  'new-recipients': {
    says: 'More than {most} messages within {minutes} minutes to people who never got one before.',
    most: 'Most messages to new people',
    minutes: 'Minutes in which messages to new people are counted',
  },
  'failed-sign-in': {
    says: 'An account that turns Life OS away more than {most} times within {minutes} minutes.',
    most: 'Most times that an account turns Life OS away',
    minutes: 'Minutes in which refused sign-ins are counted',
  },
  'outside-text': {
    says: 'Other people’s words that lead to something your rules refuse, more than {most} times within {minutes} minutes.',
    most: 'Most refusals because of other people’s words',
    minutes: 'Minutes in which such refusals are counted',
  },
} as const;

export const wholeNumberFrom = (least: number, most: number): string =>
  `Write a whole number from ${least} to ${new Intl.NumberFormat('en').format(most)}. Nothing was changed.`;

/** For money that has cents. */
export const amountUpTo = (most: number): string =>
  `Write an amount up to ${new Intl.NumberFormat('en').format(most)}. Nothing was changed.`;

/** What another level would have changed, said beside it. */
export function wouldHaveBeen(title: string, { looked, askedMore, askedLess }: Simulation): string {
  const difference = [
    ...(askedMore > 0 ? [`${askedMore} more`] : []),
    ...(askedLess > 0 ? [`${askedLess} fewer`] : []),
  ].join(' and ');
  const said =
    difference === '' ? 'you would have been asked about the same' : `you would have been asked about ${difference}`;
  return `With “${title}”, of ${wholeThings(looked)} of the last 30 days, ${said}.`;
}

export const limitWords = {
  title: 'Limits',
  note: 'Whatever would go over one of these is asked about first, with the amount. Days and months are your own.',
  form: 'Your limits',
  save: 'Save limits',
  perAction: {
    label: 'Most money for one payment',
    says: (currency: string | null) => spendingLimit('pay', currency, 'at once'),
  },
  perDay: {
    label: 'Most money in a day',
    says: (currency: string | null) => spendingLimit('spend', currency, 'a day'),
  },
  perMonth: {
    label: 'Most money in a month',
    says: (currency: string | null) => spendingLimit('spend', currency, 'a month'),
  },
  messagesPerDay: {
    label: 'Most messages in a day, each person counted',
    says: 'Never send more than {number} messages a day without asking me, each person counted.',
  },
  postsPerDay: {
    label: 'Most posts in a day',
    says: 'Never publish more than {number} posts a day without asking me.',
  },
  applicationsPerDay: {
    label: 'Most applications in a day',
    says: 'Never send more than {number} applications a day without asking me.',
  },
  perPlan: {
    label: 'Most messages, posts or applications of one plan',
    says: 'Never send more than {number} messages, posts or applications of one plan without asking me.',
  },
  labelIn: (label: string, currency: string) => `${label}, ${currency}`,
} as const;

/** Where no currency is named, the same number holds in each that has no limit of its own. */
function spendingLimit(does: string, currency: string | null, span: string): string {
  const amount = currency === null ? `{number} ${span} in any currency` : `{number} ${currency} ${span}`;
  return `Never ${does} more than ${amount} without asking me.`;
}
