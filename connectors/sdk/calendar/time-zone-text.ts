import { Temporal } from 'temporal-polyfill';
import { basicText } from '#connectors/sdk/recurrence.ts';
import type { TimeZone } from '#contract/model/instant.ts';

const FIRST_YEAR = 1970;
/** Changes that follow a rule up to this year are taken to follow it for ever. */
const LAST_YEAR = 2049;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** One change of the clocks, in the wall time that was valid until then, as iCalendar counts it. */
type Change = { readonly wall: Temporal.PlainDateTime; readonly from: number; readonly to: number };

/** Changes of consecutive years that one rule describes. */
type Run = { readonly changes: [Change, ...Change[]]; places: readonly string[] };

const made = new Map<TimeZone, string>();

/**
 * A VTIMEZONE with every change of the clocks since 1970, for programs that don't know the zone by
 * name. Made from the computer's own time zone data; the same zone gives the same text.
 */
export function timeZoneText(timeZone: TimeZone): string {
  const known = made.get(timeZone);
  if (known !== undefined) return known;
  const first = Temporal.PlainDateTime.from({ year: FIRST_YEAR, month: 1, day: 1 });
  const start = first.toZonedDateTime(timeZone);
  const offset = start.offsetNanoseconds;
  const observances = [
    observance({ wall: first, from: offset, to: offset }, null),
    ...gatherRuns(findChanges(start)).map((run) => observance(run.changes[0], ruleOf(run))),
  ];
  const text = ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances.flat(), 'END:VTIMEZONE', ''].join('\r\n');
  made.set(timeZone, text);
  return text;
}

function findChanges(start: Temporal.ZonedDateTime): Change[] {
  const changes: Change[] = [];
  for (let here = start.getTimeZoneTransition('next'); here !== null && here.year <= LAST_YEAR; ) {
    const from = here.subtract({ nanoseconds: 1 }).offsetNanoseconds;
    const to = here.offsetNanoseconds;
    const wall = here.toPlainDateTime().add({ nanoseconds: from - to });
    if (from !== to) changes.push({ wall, from, to });
    here = here.getTimeZoneTransition('next');
  }
  return changes;
}

function gatherRuns(changes: readonly Change[]): Run[] {
  const runs: Run[] = [];
  for (const change of changes) {
    const run = runs.findLast((each) => isNextOf(each, change));
    if (run) {
      run.places = commonPlaces(run, change);
      run.changes.push(change);
    } else {
      runs.push({ changes: [change], places: placesOf(change.wall) });
    }
  }
  return runs;
}

function isNextOf(run: Run, change: Change): boolean {
  const last = run.changes.at(-1) ?? run.changes[0];
  return (
    change.wall.year === last.wall.year + 1 &&
    change.wall.month === last.wall.month &&
    change.wall.toPlainTime().equals(last.wall.toPlainTime()) &&
    change.from === last.from &&
    change.to === last.to &&
    commonPlaces(run, change).length > 0
  );
}

const commonPlaces = (run: Run, { wall }: Change): string[] => {
  const places = placesOf(wall);
  return run.places.filter((place) => places.includes(place));
};

/** Every way to say which day of its month this is, the plainest first. */
function placesOf({ day, dayOfWeek, daysInMonth }: Temporal.PlainDateTime): string[] {
  const weekday = weekdays[dayOfWeek - 1];
  const places = day > daysInMonth - 7 ? [`BYDAY=-1${weekday}`] : [];
  if (day % 7 === 0 || day <= 28) places.push(`BYDAY=${Math.ceil(day / 7)}${weekday}`);
  places.push(`BYMONTHDAY=${day}`);
  for (let first = Math.max(1, day - 6); first <= Math.min(day, 22); first += 1) {
    const week = Array.from({ length: 7 }, (_, index) => first + index);
    places.push(`BYDAY=${weekday};BYMONTHDAY=${week.join()}`);
  }
  return places;
}

function ruleOf({ changes, places }: Run): string | null {
  if (changes.length === 1) return null;
  const rule = `FREQ=YEARLY;BYMONTH=${changes[0].wall.month};${places[0]}`;
  const last = changes.at(-1) ?? changes[0];
  if (last.wall.year === LAST_YEAR) return rule;
  return `${rule};UNTIL=${basicText(last.wall.subtract({ nanoseconds: last.from }))}Z`;
}

function observance({ wall, from, to }: Change, rule: string | null): string[] {
  const kind = to > from ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${basicText(wall)}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    ...(rule === null ? [] : [`RRULE:${rule}`]),
    `END:${kind}`,
  ];
}

function offsetText(nanoseconds: number): string {
  const seconds = Math.abs(Math.round(nanoseconds / 1e9));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (seconds % 60 !== 0) parts.push(seconds % 60);
  return (nanoseconds < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join('');
}
