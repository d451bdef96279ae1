import { countOf } from '#renderer/words/time.ts';

export const insightsWords = {
  title: 'Insights',
  intro: 'How it went, counted from the log on this computer. Nothing of it is sent anywhere.',
  loading: 'Counting…',
  emptyTitle: 'Nothing to count yet',
  emptySays: 'Once something was done, you see here what it saved you, what you were asked, and what was taken back.',
  ask: 'Ask for something',
  asTable: 'The numbers',
  week: 'Week from',
  thisWeek: 'This week',
  time: {
    title: 'Time reclaimed',
    minutes: 'Minutes',
    done: 'Things done',
    how: 'How this is estimated',
    howSays:
      'What was done and still stands, times the minutes that it takes by hand. The minutes are a guess, the same for everybody; what was taken back counts for nothing.',
    each: (minutes: number) =>
      minutes === 0.5 ? 'half a minute each' : `${countOf(minutes, 'minute', 'minutes')} each`,
    times: (times: number) => countOf(times, 'time', 'times'),
  },
  runs: { title: 'What became of requests', completed: 'Done', failed: 'Didn’t work', canceled: 'Stopped' },
  answers: { title: 'What you were asked', approved: 'Approved', declined: 'Not now', expired: 'Not answered in time' },
  undos: { title: 'Taken back', undone: 'Taken back', undoFailed: 'Could not be' },
  services: {
    title: 'How what you use does',
    none: 'Nothing was used yet.',
    worked: (share: string, tries: number) => `${share} of ${countOf(tries, 'time', 'times')} worked`,
    outages: (outages: number) => `${countOf(outages, 'outage', 'outages')}`,
    unknown: (unknown: number) => `${unknown} not certain`,
  },
  facts: {
    title: 'In numbers',
    completion: 'Requests that were done',
    trust: 'Of what you answered, approved',
    undo: 'Of what you took back, went back',
    refused: 'Refused by a rule',
    refusedOf: (refused: number, decided: number) => `${refused} of ${decided}`,
    plan: 'From a sentence to its plan',
    planWithin: (seconds: string) => `${seconds} or less, 95 times of 100`,
    first: 'From the first start to the first thing done',
    cost: 'Models cost',
    noCost: 'Nothing; no model was asked',
    none: 'None yet',
  },
} as const;

/** `12 hours 5 minutes`, `5 minutes`; half minutes are rounded. */
export function lengthOf(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = countOf(whole % 60, 'minute', 'minutes');
  if (hours === 0) return rest;
  return whole % 60 === 0 ? countOf(hours, 'hour', 'hours') : `${countOf(hours, 'hour', 'hours')} ${rest}`;
}

/** The sentence over the first chart. */
export const reclaimedWords = (minutes: number, weeks: number): string =>
  `About ${lengthOf(minutes)} in the last ${countOf(weeks, 'week', 'weeks')}.`;

export const shareOf = (part: number, of: number): string =>
  of === 0 ? insightsWords.facts.none : `${Math.round((part / of) * 100)} %`;

/** A span as a person says it: `0.3 seconds`, `4 minutes`, `2 days`. */
export function spanWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} seconds`;
  if (seconds < 90) return countOf(Math.round(seconds), 'second', 'seconds');
  const minutes = seconds / 60;
  if (minutes < 60 * 24 * 2) return lengthOf(minutes);
  return countOf(Math.round(minutes / 60 / 24), 'day', 'days');
}

/** A week by its Monday, short enough to stand under a bar. */
export const weekShort = (monday: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${monday}T00:00:00Z`),
  );
