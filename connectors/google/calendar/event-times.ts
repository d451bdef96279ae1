import { Temporal } from 'temporal-polyfill';
import type { ContentLine } from '#connectors/sdk/calendar/content-line.ts';
import { dateText, formFor, readTimeValue, stampText, type TimeForm } from '#connectors/sdk/calendar/time-value.ts';
import { basicText } from '#connectors/sdk/recurrence.ts';
import { TimeZoneSchema } from '#contract/model/instant.ts';

/** A time as Google writes it: a date, or a moment with the zone in which it is told. */
export type GoogleTime = {
  readonly date?: string | null | undefined;
  readonly dateTime?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
};

/** A time of Google's on the clock that it is told by. */
export function readGoogleTime({ date, dateTime, timeZone }: GoogleTime): {
  readonly form: TimeForm;
  readonly wall: Temporal.PlainDateTime;
} {
  if (date) return { form: { kind: 'date' }, wall: Temporal.PlainDateTime.from(date) };
  const form = formFor(TimeZoneSchema.safeParse(timeZone).data ?? 'UTC');
  const moment = Temporal.Instant.from(dateTime ?? '');
  const zone = form.kind === 'wall' ? (form.zone.name ?? 'UTC') : 'UTC';
  return { form, wall: moment.toZonedDateTimeISO(zone).toPlainDateTime() };
}

/** The other way round; what is of the other kind is taken away. */
export function writeGoogleTime(line: ContentLine): Required<GoogleTime> {
  const { form, wall } = readTimeValue(line.value, line, { timeZones: [], reader: 'UTC' });
  if (form.kind === 'date') return { date: wall.toPlainDate().toString(), dateTime: null, timeZone: null };
  const zone = form.kind === 'wall' ? (form.zone.name ?? 'UTC') : 'UTC';
  return { date: null, dateTime: momentOf(line).toString({ smallestUnit: 'second' }), timeZone: zone };
}

/** How Google names one of a series: by when it would have been. */
export function stampOf(line: ContentLine): string {
  const { form, wall } = readTimeValue(line.value, line, { timeZones: [], reader: 'UTC' });
  return form.kind === 'date' ? dateText(wall) : stampText(momentOf(line));
}

/** The same of a time as Google writes it. */
export const stampOfTime = ({ date, dateTime }: GoogleTime): string =>
  date
    ? date.replaceAll('-', '')
    : `${basicText(
        Temporal.Instant.from(dateTime ?? '')
          .toZonedDateTimeISO('UTC')
          .toPlainDateTime(),
      )}Z`;

function momentOf(line: ContentLine): Temporal.Instant {
  const { form, wall } = readTimeValue(line.value, line, { timeZones: [], reader: 'UTC' });
  return form.kind === 'wall' ? form.zone.toMoment(wall) : wall.toZonedDateTime('UTC').toInstant();
}
