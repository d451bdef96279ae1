import { inLanguage, spokenLanguage } from '#contract/language/t.ts';
import copy from '#resources/packs/everyday/copy.json' with { type: 'json' };
import files from '#resources/packs/everyday/intents/files.json' with { type: 'json' };

const { today, tomorrow, allDay } = copy.ask.when;
const CHOICES = [
  today,
  tomorrow,
  allDay,
  copy.ask.keep.asReminder,
  copy.ask.keep.asEvent,
  copy.move.earlierChoice,
  copy.move.laterChoice,
  ...copy.reminders.create.choices,
  copy.tools.yes,
  copy.tools.no,
  files.says.byKind,
  files.says.byMonth,
];

/** Answers whose every word is the person's own: what they say stays as it is. */
const OWN_WORDS = ['title', 'message', 'text', 'words', 'items', 'list', 'checklist', 'recipient', 'who'];

/**
 * The planner reads English, and offers its answers in the language that is spoken. An answer that it offered comes back
 * as the English that it stands for, and the days and clock times of an answer about time, too.
 */
export function hearAnswer(questionId: string, answer: string): string {
  if (spokenLanguage() === 'en') return answer;
  const slot = questionId.split('.')[1] ?? '';
  if (OWN_WORDS.includes(slot)) return answer;
  const choice = CHOICES.find((each) => inLanguage(each).toLowerCase() === answer.trim().toLowerCase());
  if (choice !== undefined) return choice;
  return slot === 'when' ? timeInEnglish(answer) : answer;
}

function timeInEnglish(answer: string): string {
  const text = WORDS_OF_TIME.reduce(
    (said, [theirs, english]) =>
      said.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${theirs}(?![\\p{L}\\p{N}])`, 'giu'), english),
    answer.replaceAll(/[\u00a0\u202f]/g, ' '),
  );
  // Spanish says 7:00 of the morning alone, and in English that is either half of the day.
  const clock = text.replaceAll(/(?<![\d:])(\d:\d{2})(?![\d:]|\s*[ap]m)/gi, '0$1');
  return clock.replaceAll(/\s+/g, ' ').trim();
}

/** Names of days and months, halves of the day and what stands between a day and its month; the longest first. */
function wordsOfTime(): readonly (readonly [string, string])[] {
  const inBoth = (options: Intl.DateTimeFormatOptions, dates: readonly Date[]) =>
    dates.map((date) => {
      const [theirs = '', english = ''] = [spokenLanguage(), 'en'].map((locale) => partOf(date, locale, options));
      return [theirs, english] as const;
    });
  const days = Array.from({ length: 7 }, (_, index) => new Date(Date.UTC(2024, 0, index + 1)));
  const months = Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(2024, index, 1)));
  const halves = [3, 15].map((hour) => new Date(Date.UTC(2024, 0, 1, hour)));
  const between = new Intl.DateTimeFormat(spokenLanguage(), { day: 'numeric', month: 'long', timeZone: 'UTC' })
    .formatToParts(days[0])
    .find(({ type }) => type === 'literal')?.value;
  return [
    [inLanguage(today), today] as const,
    [inLanguage(tomorrow), tomorrow] as const,
    ...inBoth({ weekday: 'long' }, days),
    ...inBoth({ month: 'long' }, months),
    ...inBoth({ hour: 'numeric', hour12: true }, halves),
    ...(between?.trim() ? [[between.trim(), ''] as const] : []),
  ]
    .map(([theirs, english]) => [theirs.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), english] as const)
    .sort(([one], [other]) => other.length - one.length);
}

function partOf(date: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  const wanted = 'hour' in options ? 'dayPeriod' : 'weekday' in options ? 'weekday' : 'month';
  const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).formatToParts(date);
  return parts.find(({ type }) => type === wanted)?.value.replaceAll(/[\u00a0\u202f]/g, ' ') ?? '';
}

const WORDS_OF_TIME = spokenLanguage() === 'en' ? [] : wordsOfTime();
