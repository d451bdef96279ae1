import type { Automation } from '#contract/model/automation.ts';
import type { HappeningKind } from '#contract/model/happening.ts';
import type { Foreseen } from '#contract/model/rehearsal.ts';
import type { Trigger } from '#contract/model/trigger.ts';
import { recurrenceWords } from '#renderer/words/recurrence.ts';
import { standingOf } from '#renderer/words/states.ts';
import { dayAndTime, dayAndTimeFirst, listOf } from '#renderer/words/time.ts';

export const automationsWords = {
  title: 'Automations',
  intro:
    'What is done by itself, at its times or when something happens. You see what it will do before you set it up.',
  add: 'Set something up',
  loading: 'Reading what is set up…',
  emptyTitle: 'Nothing is done by itself yet',
  emptySays: 'Say what you want done again and again, such as “every weekday at 7, show me my events today”.',
  list: 'What is done by itself',
  form: 'Something to be done by itself',
  sentence: 'What do you want done?',
  sentenceHint: 'You can say when in the same sentence: “every Friday at 6pm, show me my shopping list”.',
  needsSentence: 'Say what you want done.',
  when: 'When',
  asSaid: 'As I say it',
  once: 'Once',
  repeats: 'Again and again',
  happens: 'When something happens',
  noRhythm: 'I can’t tell from the sentence how often. Say it like “every Monday at 8, …”, or choose when below.',
  every: 'How often',
  everyDay: 'Every day',
  everyWeekday: 'Every weekday',
  everyWeek: 'Every week',
  everyMonth: 'Every month',
  at: 'At',
  firstAt: 'For the first time',
  needsTime: 'Say when.',
  happening: 'When',
  only: 'Only where this part of it…',
  anyPart: 'Any',
  contains: '…contains',
  look: 'See what it will do',
  back: 'Leave it',
  change: 'Change it',
  setUp: 'Set it up',
  nextTimes: 'It will be done',
  lines: 'What it will do each time',
  details: 'Details',
  agreeIntro: 'What you tick is done each time without asking, for 90 days, as long as it is exactly this.',
  catchUp: 'If it misses its time',
  runNow: (sentence: string) => `Do now: ${sentence}`,
  remove: (sentence: string) => `Remove: ${sentence}`,
  isOn: (sentence: string) => `Is on: ${sentence}`,
  removed: (sentence: string) => `“${sentence}” is removed. What it did stays in the timeline.`,
  takeBack: 'Take it back',
  started: 'Started.',
  show: 'Show it',
  tryOut: 'Try it out',
  tryNow: 'Try it out now, without doing anything',
  practise: 'Just practise',
  practiseSays: 'Each time it only shows what it would have done. Nothing is changed.',
  practises: 'Only practises',
  practiseSwitch: (sentence: string) => `Just practise: ${sentence}`,
  agreed: 'What you said yes to',
  askAgain: 'Ask me again',
  doNow: 'Do it now',
  leaveIt: 'Leave it out',
} as const;

export const blanksHint = (fields: readonly { readonly name: string }[]): string =>
  `Write ${listOf(fields.map(({ name }) => `{${name}}`))} in your sentence where those words should go. Nothing else of it is used.`;

export const catchUpChoices = [
  { value: 'once', title: 'Do it once', says: 'As soon as the computer is on again, however often it was missed.' },
  { value: 'skip', title: 'Leave it out', says: 'The timeline shows that it was missed.' },
  { value: 'ask', title: 'Ask me', says: 'Then you say whether it is still wanted.' },
] as const;

export const foreseenWords: Readonly<Record<Foreseen, string>> = {
  'by-itself': 'Done without asking',
  'can-be-allowed': 'Asks each time, unless you say yes to it now',
  'always-asks': 'Always asks you',
  'not-known-yet': 'Depends on what is found then; asks if it has to',
  refused: 'One of your rules forbids it',
};

/** When an automation goes off, in a few words: `Every week on Monday, 08:00`. */
export function triggerWords(trigger: Trigger, kinds: readonly HappeningKind[]): string {
  switch (trigger.kind) {
    case 'once':
      return `Once, ${dayAndTime(trigger.at)}`;
    case 'rrule':
      return `${recurrenceWords(trigger.rrule)}, ${trigger.startsAt.slice(11, 16)}`;
    case 'cron':
      return `In a pattern of its own (${trigger.cron})`;
    case 'event': {
      const kind = kinds.find((each) => each.connector === trigger.connector && each.kind === trigger.happening);
      const where = trigger.where.map(({ field, is, text }) => {
        const label = kind?.fields.find(({ name }) => name === field)?.label ?? field;
        return `${label.toLowerCase()} ${is === 'equal' ? 'is' : 'contains'} “${text}”`;
      });
      const when = `When ${kind?.says ?? 'something happens'}`;
      return where.length === 0 ? when : `${when} and ${listOf(where)}`;
    }
  }
}

/** How it stands: the next time, that it is paused, or that it has ended. */
export function standingWords({ trigger, paused, nextAt }: Automation): string {
  if (paused) return 'Paused';
  if (trigger.kind === 'event') return 'Waiting for it';
  return nextAt === null ? 'Has ended' : `Next ${dayAndTime(nextAt)}`;
}

export const lastRunWords = (run: NonNullable<Automation['lastRun']>): string =>
  `Last ${dayAndTime(run.createdAt)}: ${standingOf(run).toLowerCase()}`;

export const missedWords = (missedAt: string): string => `Missed ${dayAndTime(missedAt)}. Is it still wanted?`;

export const nextTimesWords = (times: readonly string[]): string =>
  times.map((time) => dayAndTimeFirst(time)).join(' · ');

export const agreedUntil = (expiresAt: string): string => `Until ${dayAndTime(expiresAt)}`;
