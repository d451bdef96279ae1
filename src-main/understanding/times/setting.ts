import { Temporal } from 'temporal-polyfill';
import type { Instant, TimeZone } from '#contract/model/instant.ts';

/** From where a time is looked at. */
export type Setting = {
  readonly now: Temporal.PlainDateTime;
  readonly today: Temporal.PlainDate;
  readonly timeZone: TimeZone;
  /** It is spoken of dinners and the like, so that 7 is in the evening. */
  readonly isEvening: boolean;
  /** 5/12 is the 12th of May rather than the 5th of December. */
  readonly monthFirst: boolean;
};

export function settingAt(now: Instant, timeZone: TimeZone, monthFirst: boolean): Setting {
  const here = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return { now: here, today: here.toPlainDate(), timeZone, monthFirst, isEvening: false };
}
