import { t } from '#contract/language/t.ts';
import type { Automation } from '#contract/model/automation.ts';
import type { HappeningKind } from '#contract/model/happening.ts';
import type { Foreseen } from '#contract/model/rehearsal.ts';
import type { Trigger } from '#contract/model/trigger.ts';
import { recurrenceWords } from '#renderer/words/recurrence.ts';
import { standingOf } from '#renderer/words/states.ts';
import { dayAndTime, dayAndTimeFirst, listOf } from '#renderer/words/time.ts';

export const automationsWords = {
  title: t`Automations`,
  intro: t`What is done by itself, at its times or when something happens. You see what it will do before you set it up.`,
  add: t`Set something up`,
  loading: t`Reading what is set up…`,
  emptyTitle: t`Nothing is done by itself yet`,
  emptySays: t`Say what you want done again and again, such as “every weekday at 7, show me my events today”.`,
  list: t`What is done by itself`,
  form: t`Something to be done by itself`,
  sentence: t`What do you want done?`,
  sentenceHint: t`You can say when in the same sentence: “every Friday at 6pm, show me my shopping list”.`,
  needsSentence: t`Say what you want done.`,
  when: t`When`,
  asSaid: t`As I say it`,
  once: t`Once`,
  repeats: t`Again and again`,
  happens: t`When something happens`,
  noRhythm: t`I can’t tell from the sentence how often. Say it like “every Monday at 8, …”, or choose when below.`,
  every: t`How often`,
  everyDay: t`Every day`,
  everyWeekday: t`Every weekday`,
  everyWeek: t`Every week`,
  everyMonth: t`Every month`,
  at: t`At`,
  firstAt: t`For the first time`,
  needsTime: t`Say when.`,
  happening: t`When`,
  only: t`Only where this part of it…`,
  anyPart: t`Any`,
  contains: t`…contains`,
  look: t`See what it will do`,
  back: t`Leave it`,
  change: t`Change it`,
  setUp: t`Set it up`,
  nextTimes: t`It will be done`,
  lines: t`What it will do each time`,
  details: t`Details`,
  agreeIntro: t`What you tick is done each time without asking, for 90 days, as long as it is exactly this.`,
  catchUp: t`If it misses its time`,
  runNow: (sentence: string) => t`Do now: ${sentence}`,
  remove: (sentence: string) => t`Remove: ${sentence}`,
  isOn: (sentence: string) => t`Is on: ${sentence}`,
  removed: (sentence: string) => t`“${sentence}” is removed. What it did stays in the timeline.`,
  takeBack: t`Take it back`,
  started: t`Started.`,
  show: t`Show it`,
  tryOut: t`Try it out`,
  tryNow: t`Try it out now, without doing anything`,
  practise: t`Just practise`,
  practiseSays: t`Each time it only shows what it would have done. Nothing is changed.`,
  practises: t`Only practises`,
  practiseSwitch: (sentence: string) => t`Just practise: ${sentence}`,
  agreed: t`What you said yes to`,
  askAgain: t`Ask me again`,
  doNow: t`Do it now`,
  leaveIt: t`Leave it out`,
} as const;

export const blanksHint = (fields: readonly { readonly name: string }[]): string =>
  t`Write ${listOf(fields.map(({ name }) => `{${name}}`))} in your sentence where those words should go. Nothing else of it is used.`;

export const catchUpChoices = [
  { value: 'once', title: t`Do it once`, says: t`As soon as the computer is on again, however often it was missed.` },
  { value: 'skip', title: t`Leave it out`, says: t`The timeline shows that it was missed.` },
  { value: 'ask', title: t`Ask me`, says: t`Then you say whether it is still wanted.` },
] as const;

export const foreseenWords: Readonly<Record<Foreseen, string>> = {
  'by-itself': t`Done without asking`,
  'can-be-allowed': t`Asks each time, unless you say yes to it now`,
  'always-asks': t`Always asks you`,
  'not-known-yet': t`Depends on what is found then; asks if it has to`,
  refused: t`One of your rules forbids it`,
};

/** When an automation goes off, in a few words: `Every Monday, 08:00`. */
export function triggerWords(trigger: Trigger, kinds: readonly HappeningKind[]): string {
  switch (trigger.kind) {
    case 'once':
      return t`Once, ${dayAndTime(trigger.at)}`;
    case 'rrule':
      return `${recurrenceWords(trigger.rrule)}, ${trigger.startsAt.slice(11, 16)}`;
    case 'cron':
      return t`In a pattern of its own (${trigger.cron})`;
    case 'event': {
      const kind = kinds.find((each) => each.connector === trigger.connector && each.kind === trigger.happening);
      const where = trigger.where.map(({ field, is, text }) => {
        const label = kind?.fields.find(({ name }) => name === field)?.label ?? field;
        return is === 'equal' ? t`${label.toLowerCase()} is “${text}”` : t`${label.toLowerCase()} contains “${text}”`;
      });
      const when = t`When ${kind?.says ?? t`something happens`}`;
      return where.length === 0 ? when : t`${when} and ${listOf(where)}`;
    }
  }
}

/** How it stands: the next time, that it is paused, or that it has ended. */
export function standingWords({ trigger, paused, nextAt }: Automation): string {
  if (paused) return t`Paused`;
  if (trigger.kind === 'event') return t`Waiting for it`;
  return nextAt === null ? t`Has ended` : t`Next ${dayAndTime(nextAt)}`;
}

export const lastRunWords = (run: NonNullable<Automation['lastRun']>): string =>
  t`Last ${dayAndTime(run.createdAt)}: ${standingOf(run).toLowerCase()}`;

export const missedWords = (missedAt: string): string => t`Missed ${dayAndTime(missedAt)}. Is it still wanted?`;

export const nextTimesWords = (times: readonly string[]): string =>
  times.map((time) => dayAndTimeFirst(time)).join(' · ');

export const agreedUntil = (expiresAt: string): string => t`Until ${dayAndTime(expiresAt)}`;
