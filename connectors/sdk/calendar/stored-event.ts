import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from '#connectors/sdk/calendar/event.ts';
import { type Block, readTextProperty } from '#connectors/sdk/calendar/ics-text.ts';
import { findZone, namedZone, type Zone } from '#connectors/sdk/calendar/zone.ts';
import { wallText } from '#connectors/sdk/local-time.ts';
import type { TimeZone } from '#contract/model/instant.ts';

/** A wall time as the file gives it: of a zone, in UTC, or floating (wherever the reader is). */
export type StoredTime = {
  readonly wall: Temporal.PlainDateTime;
  readonly isDate: boolean;
  zoneFor(reader: TimeZone): Zone;
};

/** A VEVENT, understood. */
export type StoredEvent = {
  readonly uid: string;
  readonly title: string;
  readonly location: string | null;
  readonly notes: string | null;
  readonly start: StoredTime;
  readonly end: StoredTime | null;
  /** Its length where it is given instead of an end. */
  readonly duration: Temporal.Duration | null;
  readonly rrule: string | null;
  /** For one changed occurrence of a series: the time that it replaces. */
  readonly replaces: StoredTime | null;
  readonly except: readonly StoredTime[];
  readonly also: readonly StoredTime[];
  /** Whether its time is taken: neither called off nor marked as free. */
  readonly isBusy: boolean;
  readonly isCancelled: boolean;
};

/** Dates that don’t say that they are no times: against the standard, but many programs write them. */
const undeclaredDates =
  /^(DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID)((?:;(?!VALUE=)[^:;\r\n]*)*):(\d{8}(?:,\d{8})*)$/gim;

/**
 * Reads a VEVENT. Null without a start, as then it has no place in a calendar. Throws when its values
 * make no sense, and for the old ways to repeat that nothing writes any more (several rules, rules of
 * exception, a change of “this and all following”): to read half of them would be to show it wrong.
 */
export function readStoredEvent(block: Block, timeZones: readonly Block[]): StoredEvent | null {
  const component = ICAL.Component.fromString(block.text.replaceAll(undeclaredDates, '$1;VALUE=DATE$2:$3'));
  const rules = component.getAllProperties('rrule').length + component.getAllProperties('exrule').length * 2;
  const range = component.getFirstProperty('recurrence-id')?.getParameter('range');
  if (rules > 1 || range !== undefined) throw new RangeError('It repeats in a way that is not read.');
  const readTime = (property: ICAL.Property, value: unknown) => timeOf(property, value, timeZones);
  const timesOf = (name: string) =>
    component
      .getAllProperties(name)
      .flatMap((property) => property.getValues().map((value) => readTime(property, value)));
  const timeFor = (name: string) => timesOf(name)[0] ?? null;
  const text = (name: string) => String(component.getFirstPropertyValue(name) ?? '');

  const start = timeFor('dtstart');
  if (start === null) return null;
  const duration = component.getFirstPropertyValue('duration');
  const status = text('status').toUpperCase();
  return {
    uid: readTextProperty(block, 'UID') ?? '',
    title: text('summary'),
    location: text('location') || null,
    notes: text('description') || null,
    start,
    end: timeFor('dtend'),
    duration: duration instanceof ICAL.Duration ? Temporal.Duration.from({ seconds: duration.toSeconds() }) : null,
    rrule: component.getFirstPropertyValue('rrule')?.toString() ?? null,
    replaces: timeFor('recurrence-id'),
    except: timesOf('exdate'),
    also: timesOf('rdate'),
    isCancelled: status === 'CANCELLED',
    isBusy: status !== 'CANCELLED' && text('transp').toUpperCase() !== 'TRANSPARENT',
  };
}

function timeOf(property: ICAL.Property, value: unknown, timeZones: readonly Block[]): StoredTime {
  const time = value instanceof ICAL.Period ? value.start : value;
  if (!(time instanceof ICAL.Time)) throw new RangeError('A time cannot be read.');
  const { year, month, day, hour, minute, second } = time;
  const wall = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }, { overflow: 'reject' });
  const tzid = property.getParameter('tzid');
  const isUtc = time.zone === ICAL.Timezone.utcTimezone;
  const zone = isUtc ? namedZone('UTC') : typeof tzid === 'string' ? findZone(tzid, timeZones) : null;
  return { wall, isDate: time.isDate, zoneFor: (reader) => zone ?? namedZone(reader) };
}

/** Where an event stands on the line of time, for a reader in a zone. Whole days begin at the reader's midnight. */
export const startMoment = (time: StoredTime, reader: TimeZone): Temporal.Instant =>
  clockOf(time, reader).toMoment(time.wall);

/** How long it lasts: in days when it lasts whole days, else in exact time. */
export function lengthOf(stored: StoredEvent, reader: TimeZone): Temporal.Duration {
  const { start, end, duration } = stored;
  if (start.isDate) {
    const days =
      end === null
        ? Math.round(duration?.total('days') ?? 1)
        : start.wall.until(end.wall, { largestUnit: 'days' }).days;
    return Temporal.Duration.from({ days: Math.max(1, days) });
  }
  if (end === null) return duration ?? new Temporal.Duration();
  const length = startMoment(start, reader).until(startMoment(end, reader));
  return length.sign < 0 ? new Temporal.Duration() : length;
}

/** The event (or one occurrence of it that starts at `wall`) as told in the zone `inZone`. */
export function tellEvent(
  stored: StoredEvent,
  wall: Temporal.PlainDateTime,
  reader: TimeZone,
  inZone: TimeZone,
): CalendarEvent {
  const { uid, title, location, notes, rrule, start } = stored;
  const length = lengthOf(stored, reader);
  const told = { uid, title, location, notes, rrule, timeZone: inZone, allDay: start.isDate };
  if (start.isDate) {
    const date = wall.toPlainDate();
    return { ...told, startsAt: date.toString(), endsAt: date.add(length).toString() };
  }
  const moment = start.zoneFor(reader).toMoment(wall);
  const clock = namedZone(inZone);
  const startsAt = wallText(clock.toWall(moment));
  return { ...told, startsAt, endsAt: wallText(clock.toWall(moment.add(length))) };
}

/** Whether it stands for more than one time. */
export const repeats = ({ rrule, also }: StoredEvent): boolean => rrule !== null || also.length > 0;

/** The clock that an event goes by. Whole days go by the reader's. */
export const clockOf = ({ isDate, zoneFor }: StoredTime, reader: TimeZone): Zone =>
  isDate ? namedZone(reader) : zoneFor(reader);

/** The zone in which an event is told: its own where that has a name, as a series keeps its wall time there. */
export function tellingZone(stored: StoredEvent, reader: TimeZone): TimeZone {
  const { name } = clockOf(stored.start, reader);
  return name === null || (name === 'UTC' && !repeats(stored)) ? reader : name;
}

/** The event as it stands in the file. */
export const tellStored = (stored: StoredEvent, reader: TimeZone): CalendarEvent =>
  tellEvent(stored, stored.start.wall, reader, tellingZone(stored, reader));
