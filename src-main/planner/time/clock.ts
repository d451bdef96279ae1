import { Temporal } from 'temporal-polyfill';
import type { Instant, TimeZone } from '#contract/model/instant.ts';

/** Now, as the person sees it. */
export type Clock = {
  readonly now: Temporal.ZonedDateTime;
  readonly today: Temporal.PlainDate;
  readonly timeZone: TimeZone;
  /** 11/26 and “November 26 at 3:00 PM” rather than 26/11 and “26 November at 15:00”. */
  readonly american: boolean;
};

const MONTH_FIRST_REGIONS = new Set(['US', 'AS', 'GU', 'MH', 'FM', 'MP', 'PW', 'PH', 'PR', 'UM', 'VI']);

export function readClock(request: { now: Instant; timeZone: TimeZone; locale: string }): Clock {
  const now = Temporal.Instant.from(request.now).toZonedDateTimeISO(request.timeZone);
  return { now, today: now.toPlainDate(), timeZone: request.timeZone, american: isAmerican(request.locale) };
}

/** `en` alone is American, as Unicode's likely subtags have it; a locale that can't be read is not. */
function isAmerican(locale: string): boolean {
  try {
    return MONTH_FIRST_REGIONS.has(new Intl.Locale(locale).maximize().region ?? '');
  } catch {
    return false;
  }
}
