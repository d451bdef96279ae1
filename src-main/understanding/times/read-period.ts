import type { Dated } from '#main/understanding/times/dated.ts';
import { readDecade, readSeason } from '#main/understanding/times/read-era.ts';
import { readMonthPeriod, readYearPeriod } from '#main/understanding/times/read-month-or-year.ts';
import { readQuarter } from '#main/understanding/times/read-quarter.ts';
import { readUnitPeriod } from '#main/understanding/times/read-unit-period.ts';
import { readWeekOf } from '#main/understanding/times/read-week.ts';
import { readWeekendOf } from '#main/understanding/times/read-weekend.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { type Found, longestOf, type Words } from '#main/understanding/times/words.ts';

type Read = (words: Words, at: number, setting: Setting) => Found<Dated> | null;

/** A stretch of the calendar that is longer than a day. */
export const readPeriod: Read = (words, at, setting) => longestOf(...READINGS.map((read) => read(words, at, setting)));

const READINGS: readonly Read[] = [
  readMonthPeriod,
  readYearPeriod,
  readQuarter,
  readWeekOf,
  readUnitPeriod,
  readDecade,
  readSeason,
  readWeekendOf,
];
