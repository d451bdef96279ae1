import type { Autonomy } from '#contract/model/decision.ts';
import { dayAndTime } from '#renderer/words/time.ts';

export const policiesWords = {
  title: 'Policies',
  intro: 'What Life OS may do by itself, and what it must ask you first.',
  autonomy: 'How much to ask',
  firstWeek: 'Careful first week',
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

export const limitWords = {
  title: 'Limits',
  note: 'Whatever would go over one of these is asked about first, with the amount. Days and months are your own.',
  form: 'Your limits',
  save: 'Save limits',
  perAction: 'Most money for one payment',
  perDay: 'Most money in a day',
  perMonth: 'Most money in a month',
  messagesPerDay: 'Most messages in a day, each person counted',
  postsPerDay: 'Most posts in a day',
  applicationsPerDay: 'Most applications in a day',
  perPlan: 'Most messages, posts or applications of one plan',
} as const;
