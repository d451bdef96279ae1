import { t } from '#contract/language/t.ts';
import type { Autonomy } from '#contract/model/autonomy.ts';
import type { Simulation } from '#contract/model/simulation.ts';
import { dayAndTime, figure, wholeThings } from '#renderer/words/time.ts';

export const policiesWords = {
  title: t`Policies`,
  intro: t`What Life OS may do by itself, and what it must ask you first.`,
  autonomy: t`How much to ask`,
  firstWeek: t`Careful first week`,
  afterFirstWeek: t`Once your careful first week is over:`,
  firstWeekSwitch: t`Ask before every change`,
  guardrails: t`Always on`,
  guardrailsNote: t`No setting, request or plan can switch these off.`,
  loading: t`Reading your rules…`,
  firstWeekOn: t`Whatever the level above says, every change is asked.`,
  firstWeekOff: t`Off. The level above decides what is asked.`,
} as const;

export const firstWeekUntil = (until: string): string =>
  t`Whatever the level above says, every change is asked until ${dayAndTime(until)}. Then this ends by itself.`;

export const autonomyWords: Readonly<Record<Autonomy, { readonly title: string; readonly says: string }>> = {
  'ask-everything': {
    title: t`Ask me for everything`,
    says: t`Drafts and changes wait for your OK. Only looking things up goes ahead by itself.`,
  },
  'ask-important': {
    title: t`Ask me for important actions`,
    says: t`Drafts are made and you are told. Anything that changes something waits for your OK.`,
  },
  'run-safe': {
    title: t`Auto-run safe tasks`,
    says: t`Changes to your own things that can be undone go ahead. Whatever reaches other people, costs money or can’t be undone waits for your OK.`,
  },
};

/** The levels in the order of how much is asked. */
export const autonomyChoices = (['ask-everything', 'ask-important', 'run-safe'] as const).map((value) => ({
  value,
  ...autonomyWords[value],
}));

export const holdWords = {
  title: t`Before a message leaves`,
  note: t`Until it has left you can call it off. With 0 it leaves at once.`,
  form: t`How long a message waits`,
  save: t`Save how long it waits`,
  says: t`A message that has your OK waits {seconds} seconds before it leaves.`,
  seconds: t`Seconds that a message waits`,
} as const;

export const suspicionWords = {
  title: t`When Life OS pauses by itself`,
  note: t`Then nothing more is started, you are shown what was counted, and it goes on once you have said that it was you.`,
  form: t`What makes Life OS pause by itself`,
  save: t`Save when it pauses`,
  burst: {
    says: t`More than {most} changes within {minutes} minutes that you didn’t say yes to one by one.`,
    most: t`Most changes without your yes`,
    minutes: t`Minutes in which changes are counted`,
  },
  'new-recipients': {
    says: t`More than {most} messages within {minutes} minutes to people who never got one before.`,
    most: t`Most messages to new people`,
    minutes: t`Minutes in which messages to new people are counted`,
  },
  'failed-sign-in': {
    says: t`An account that turns Life OS away more than {most} times within {minutes} minutes.`,
    most: t`Most times that an account turns Life OS away`,
    minutes: t`Minutes in which refused sign-ins are counted`,
  },
  'outside-text': {
    says: t`Other people’s words that lead to something your rules refuse, more than {most} times within {minutes} minutes.`,
    most: t`Most refusals because of other people’s words`,
    minutes: t`Minutes in which such refusals are counted`,
  },
} as const;

export const wholeNumberFrom = (least: number, most: number): string =>
  t`Write a whole number from ${least} to ${figure(most)}. Nothing was changed.`;

/** For money that has cents. */
export const amountUpTo = (most: number): string => t`Write an amount up to ${figure(most)}. Nothing was changed.`;

/** What another level would have changed, said beside it. */
export function wouldHaveBeen(title: string, { looked, askedMore, askedLess }: Simulation): string {
  const difference = [
    ...(askedMore > 0 ? [t`${askedMore} more`] : []),
    ...(askedLess > 0 ? [t`${askedLess} fewer`] : []),
  ].join(t` and `);
  const said =
    difference === '' ? t`you would have been asked about the same` : t`you would have been asked about ${difference}`;
  return t`With “${title}”, of ${wholeThings(looked)} of the last 30 days, ${said}.`;
}

/** Where no currency is named, the same number holds in each that has no limit of its own. */
export const limitWords = {
  title: t`Limits`,
  note: t`Whatever would go over one of these is asked about first, with the amount. Days and months are your own.`,
  form: t`Your limits`,
  save: t`Save limits`,
  perAction: {
    label: t`Most money for one payment`,
    says: (currency: string | null) =>
      currency === null
        ? t`Never pay more than {number} at once in any currency without asking me.`
        : t`Never pay more than {number} ${currency} at once without asking me.`,
  },
  perDay: {
    label: t`Most money in a day`,
    says: (currency: string | null) =>
      currency === null
        ? t`Never spend more than {number} a day in any currency without asking me.`
        : t`Never spend more than {number} ${currency} a day without asking me.`,
  },
  perMonth: {
    label: t`Most money in a month`,
    says: (currency: string | null) =>
      currency === null
        ? t`Never spend more than {number} a month in any currency without asking me.`
        : t`Never spend more than {number} ${currency} a month without asking me.`,
  },
  messagesPerDay: {
    label: t`Most messages in a day, each person counted`,
    says: t`Never send more than {number} messages a day without asking me, each person counted.`,
  },
  postsPerDay: {
    label: t`Most posts in a day`,
    says: t`Never publish more than {number} posts a day without asking me.`,
  },
  applicationsPerDay: {
    label: t`Most applications in a day`,
    says: t`Never send more than {number} applications a day without asking me.`,
  },
  perPlan: {
    label: t`Most messages, posts or applications of one plan`,
    says: t`Never send more than {number} messages, posts or applications of one plan without asking me.`,
  },
  labelIn: (label: string, currency: string) => `${label}, ${currency}`,
} as const;
