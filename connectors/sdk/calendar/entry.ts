import type { Calendar } from '#connectors/sdk/calendar/calendar-file.ts';
import type { Block } from '#connectors/sdk/calendar/ics-text.ts';
import {
  clockOf,
  lengthOf,
  readStoredEvent,
  type StoredEvent,
  startMoment,
} from '#connectors/sdk/calendar/stored-event.ts';
import type { Stretch } from '#connectors/sdk/calendar/stretch.ts';
import { momentOf } from '#connectors/sdk/local-time.ts';
import { readRule, type WallRule } from '#connectors/sdk/recurrence.ts';
import type { TimeZone } from '#contract/model/instant.ts';

/** A VEVENT that was understood. */
type Understood = {
  readonly stored: StoredEvent;
  readonly rule: WallRule | null;
  /** The time that it gives itself; of a series, its first. */
  readonly own: Stretch;
};

/** A VEVENT that was understood, with its place in the file. */
export type Entry = Understood & { readonly block: Block };

/** `unread`: it makes no sense. `placeless`: it has no start, and so no place in a calendar. */
type Reading = Understood | 'unread' | 'placeless';

/** What claims to last longer than a life is a mistake, and would stand in every list. */
const MOST_DAYS = 36_600;

/**
 * What was understood of the components of the calendar that was read last, by their text: reading
 * thousands of events anew for each step would make the person wait.
 */
let remembered: { readonly of: string; readonly readings: Map<string, Reading> } = { of: '', readings: new Map() };

/** Reads some of a calendar's VEVENTs as a reader in a zone understands them. */
export function readEntries(
  blocks: readonly Block[],
  { events, timeZones }: Calendar,
  reader: TimeZone,
): (Entry | 'unread' | 'placeless')[] {
  const of = [reader, ...timeZones.map(({ text }) => text)].join('\n');
  if (remembered.of !== of) remembered = { of, readings: new Map() };
  const { readings } = remembered;
  const entries = blocks.map((block) => {
    const reading = readings.get(block.text) ?? understand(block, timeZones, reader);
    readings.set(block.text, reading);
    return typeof reading === 'string' ? reading : { ...reading, block };
  });
  // What is in the calendar no more is forgotten.
  if (readings.size > events.length * 2) remembered = { of: '', readings: new Map() };
  return entries;
}

function understand(block: Block, timeZones: readonly Block[], reader: TimeZone): Reading {
  try {
    const stored = readStoredEvent(block, timeZones);
    if (stored === null) return 'placeless';
    const length = lengthOf(stored, reader);
    if (length.total('days') > MOST_DAYS) return 'unread';
    const starts = startMoment(stored.start, reader);
    const { start } = stored;
    const ends = start.isDate ? momentOf(start.wall.add(length), reader) : starts.add(length);
    const rule = ruleOf(stored, reader);
    return stored.rrule !== null && rule === null ? 'unread' : { stored, rule, own: { from: starts, to: ends } };
  } catch {
    return 'unread';
  }
}

/** No rule that comes more often than every hour: nobody’s calendar has one, and it would never end. */
function ruleOf({ rrule, start }: StoredEvent, reader: TimeZone): WallRule | null {
  if (rrule === null || /FREQ=(SECOND|MINUTE)LY/i.test(rrule)) return null;
  return readRule(start.wall, rrule, clockOf(start, reader).toWall);
}
