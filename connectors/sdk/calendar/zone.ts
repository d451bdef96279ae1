import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { Block } from '#connectors/sdk/calendar/ics-text.ts';
import { readTextProperty } from '#connectors/sdk/calendar/ics-text.ts';
import { momentOf, wallOf } from '#connectors/sdk/local-time.ts';
import { type TimeZone, TimeZoneSchema } from '#contract/model/instant.ts';

/** What turns an event's wall time into a moment and back. */
export type Zone = {
  /** Its IANA name; null when only the file itself knows the rules. */
  readonly name: TimeZone | null;
  toMoment(wall: Temporal.PlainDateTime): Temporal.Instant;
  toWall(moment: Temporal.Instant): Temporal.PlainDateTime;
};

export const namedZone = (name: TimeZone): Zone => ({
  name,
  toMoment: (wall) => momentOf(wall, name),
  toWall: (moment) => wallOf(moment, name),
});

/**
 * The zone that a TZID means: an IANA name, one with a prefix of its maker, one whose VTIMEZONE tells
 * its place, or the VTIMEZONE's own rules. Null when nobody knows it.
 */
export function findZone(tzid: string, timeZones: readonly Block[]): Zone | null {
  const named = findName(tzid);
  if (named !== null) return namedZone(named);
  const block = timeZones.find((each) => readTextProperty(each, 'TZID') === tzid);
  if (!block) return null;
  const place = findName(readTextProperty(block, 'X-LIC-LOCATION') ?? '');
  return place === null ? zoneByRules(block) : namedZone(place);
}

/** A file names the same few zones again and again, and asking the computer for one is slow. */
const namesFound = new Map<string, TimeZone | null>();
const MOST_NAMES = 1000;

function findName(tzid: string): TimeZone | null {
  const known = namesFound.get(tzid);
  if (known !== undefined) return known;
  const name = lookUpName(tzid);
  if (namesFound.size >= MOST_NAMES) namesFound.clear();
  namesFound.set(tzid, name);
  return name;
}

function lookUpName(tzid: string): TimeZone | null {
  const parts = tzid.split('/');
  const endings = [tzid, parts.slice(-3).join('/'), parts.slice(-2).join('/')];
  return endings.find((ending) => TimeZoneSchema.safeParse(ending).success) ?? null;
}

function zoneByRules(block: Block): Zone | null {
  const rules = readRules(block);
  if (rules === null) return null;
  return {
    name: null,
    toMoment: (wall) => Temporal.Instant.fromEpochMilliseconds(timeOf(wall, rules).toUnixTime() * 1000),
    toWall(moment) {
      const utc = timeOf(wallOf(moment, 'UTC'), ICAL.Timezone.utcTimezone);
      return Temporal.PlainDateTime.from(utc.convertToZone(rules).toString().replace(/Z$/, ''));
    },
  };
}

function readRules(block: Block): ICAL.Timezone | null {
  try {
    return new ICAL.Timezone(ICAL.Component.fromString(block.text));
  } catch {
    return null;
  }
}

function timeOf({ year, month, day, hour, minute, second }: Temporal.PlainDateTime, zone: ICAL.Timezone): ICAL.Time {
  return new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, zone);
}
