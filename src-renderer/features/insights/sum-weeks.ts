import type { Insights, Week } from '#contract/model/insights.ts';

/** Over all weeks that are shown. */
export const total = (weeks: readonly Week[], key: Exclude<keyof Week, 'from'>): number =>
  weeks.reduce((sum, week) => sum + week[key], 0);

/** Whether there is nothing to draw: nothing was done, answered or ended in any of the weeks. */
export const isEmpty = ({ weeks, services }: Pick<Insights, 'weeks' | 'services'>): boolean =>
  services.length === 0 &&
  weeks.every(({ from: _monday, ...counts }) => Object.values(counts).every((count) => count === 0));
