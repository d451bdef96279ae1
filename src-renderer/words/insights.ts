import { t } from '#contract/language/t.ts';
import { countOf, dateIn, percent, tenths } from '#renderer/words/time.ts';

export const insightsWords = {
  title: t`Insights`,
  intro: t`How it went, counted from the log on this computer. Nothing of it is sent anywhere.`,
  loading: t`Counting…`,
  emptyTitle: t`Nothing to count yet`,
  emptySays: t`Once something was done, you see here what it saved you, what you were asked, and what was taken back.`,
  ask: t`Ask for something`,
  asTable: t`The numbers`,
  week: t`Week from`,
  thisWeek: t`This week`,
  time: {
    title: t`Time reclaimed`,
    minutes: t`Minutes`,
    done: t`Things done`,
    how: t`How this is estimated`,
    howSays: t`What was done and still stands, times the minutes that it takes by hand. The minutes are a guess, the same for everybody; what was taken back counts for nothing.`,
    each: (minutes: number) =>
      minutes === 0.5 ? t`half a minute each` : t`${countOf(minutes, t`minute`, t`minutes`)} each`,
    times: (times: number) => countOf(times, t`time`, t`times`),
  },
  runs: { title: t`What became of requests`, completed: t`Done`, failed: t`Didn’t work`, canceled: t`Stopped` },
  answers: {
    title: t`What you were asked`,
    approved: t`Approved`,
    declined: t`Not now`,
    expired: t`Not answered in time`,
  },
  undos: { title: t`Taken back`, undone: t`Taken back`, undoFailed: t`Could not be` },
  services: {
    title: t`How what you use does`,
    none: t`Nothing was used yet.`,
    worked: (share: string, tries: number) => t`${share} of ${countOf(tries, t`time`, t`times`)} worked`,
    outages: (outages: number) => countOf(outages, t`outage`, t`outages`),
    unknown: (unknown: number) => t`${unknown} not certain`,
  },
  facts: {
    title: t`In numbers`,
    completion: t`Requests that were done`,
    trust: t`Of what you answered, approved`,
    undo: t`Of what you took back, went back`,
    refused: t`Refused by a rule`,
    refusedOf: (refused: number, decided: number) => t`${refused} of ${decided}`,
    plan: t`From a sentence to its plan`,
    planWithin: (seconds: string) => t`${seconds} or less, 95 times of 100`,
    first: t`From the first start to the first thing done`,
    cost: t`Models cost`,
    noCost: t`Nothing; no model was asked`,
    none: t`None yet`,
  },
} as const;

/** `12 hours 5 minutes`, `5 minutes`; half minutes are rounded. */
export function lengthOf(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = countOf(whole % 60, t`minute`, t`minutes`);
  if (hours === 0) return rest;
  return whole % 60 === 0 ? countOf(hours, t`hour`, t`hours`) : `${countOf(hours, t`hour`, t`hours`)} ${rest}`;
}

/** The sentence over the first chart. */
export const reclaimedWords = (minutes: number, weeks: number): string =>
  t`About ${lengthOf(minutes)} in the last ${countOf(weeks, t`week`, t`weeks`)}.`;

export const shareOf = (part: number, of: number): string => (of === 0 ? insightsWords.facts.none : percent(part / of));

/** A span as a person says it: `0.3 seconds`, `4 minutes`, `2 days`. */
export function spanWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return t`${tenths(seconds)} seconds`;
  if (seconds < 90) return countOf(Math.round(seconds), t`second`, t`seconds`);
  const minutes = seconds / 60;
  if (minutes < 60 * 24 * 2) return lengthOf(minutes);
  return countOf(Math.round(minutes / 60 / 24), t`day`, t`days`);
}

/** A week by its Monday, short enough to stand under a bar. */
export const weekShort = (monday: string): string =>
  dateIn({ day: 'numeric', month: 'short', timeZone: 'UTC' }, new Date(`${monday}T00:00:00Z`));
