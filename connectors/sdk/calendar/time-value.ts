import { Temporal } from 'temporal-polyfill';
import { type ContentLine, quoteParam } from '#connectors/sdk/calendar/content-line.ts';
import type { Block } from '#connectors/sdk/calendar/ics-text.ts';
import { findZone, namedZone, type Zone } from '#connectors/sdk/calendar/zone.ts';
import { basicText } from '#connectors/sdk/recurrence.ts';
import type { TimeZone } from '#contract/model/instant.ts';

/** How a time is written: as a date, in UTC, or as wall time of a zone (floating: of the reader's, without a name). */
export type TimeForm =
  | { readonly kind: 'date' }
  | { readonly kind: 'utc' }
  | { readonly kind: 'wall'; readonly tzid: string | null; readonly zone: Zone };

/** What is needed to understand the times of a file: the zones that it brings, and the reader's for floating times. */
export type Clocks = { readonly timeZones: readonly Block[]; readonly reader: TimeZone };

/** How new times of a zone are written. */
export const formFor = (timeZone: TimeZone): TimeForm =>
  timeZone === 'UTC' || timeZone === 'Etc/UTC'
    ? { kind: 'utc' }
    : { kind: 'wall', tzid: quoteParam(timeZone), zone: namedZone(timeZone) };

/** The form and wall time of one value of a property. Throws a RangeError for what is no time. */
export function readTimeValue(
  value: string,
  line: Pick<ContentLine, 'params'>,
  { timeZones, reader }: Clocks,
): { form: TimeForm; wall: Temporal.PlainDateTime } {
  const [, date, time, utc] = /^(\d{8})(?:T(\d{6})(Z)?)?$/.exec(value.trim()) ?? [];
  if (date === undefined) throw new RangeError('A time cannot be read.');
  const wall = Temporal.PlainDateTime.from(time === undefined ? date : `${date}T${time}`);
  if (time === undefined) return { form: { kind: 'date' }, wall };
  if (utc !== undefined) return { form: { kind: 'utc' }, wall };
  const tzid = /;TZID=("[^"]*"|[^;]*)/i.exec(line.params)?.[1] ?? null;
  const zone = tzid === null ? null : findZone(tzid.replaceAll('"', ''), timeZones);
  return { form: { kind: 'wall', tzid, zone: zone ?? namedZone(reader) }, wall };
}

/** The clock that a form's wall times are read on. */
export function clockOfForm(form: TimeForm, reader: TimeZone): Zone {
  switch (form.kind) {
    case 'date':
      return namedZone(reader);
    case 'utc':
      return namedZone('UTC');
    case 'wall':
      return form.zone;
  }
}

/** A property with one time: `DTSTART;TZID=Europe/Lisbon:20261126T150000`. */
export function timeLine(name: string, form: TimeForm, wall: Temporal.PlainDateTime): string {
  switch (form.kind) {
    case 'date':
      return `${name};VALUE=DATE:${dateText(wall)}`;
    case 'utc':
      return `${name}:${basicText(wall)}Z`;
    case 'wall':
      return `${name}${form.tzid === null ? '' : `;TZID=${form.tzid}`}:${basicText(wall)}`;
  }
}

/** The same for a moment; in UTC where the wall time would mean the other of two (when the clocks go back). */
export function momentLine(name: string, form: TimeForm, moment: Temporal.Instant, reader: TimeZone): string {
  const clock = clockOfForm(form, reader);
  const wall = clock.toWall(moment);
  if (clock.toMoment(wall).equals(moment)) return timeLine(name, form, wall);
  return timeLine(name, { kind: 'utc' }, namedZone('UTC').toWall(moment));
}

/** `20261126` */
export const dateText = (wall: Temporal.PlainDateTime): string => basicText(wall).slice(0, 8);

/** A moment as its stamps are written: `20261126T150000Z`. */
export const stampText = (moment: Temporal.Instant): string => `${basicText(namedZone('UTC').toWall(moment))}Z`;
