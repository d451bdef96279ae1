import { Temporal } from 'temporal-polyfill';
import { type ContentLine, mapLines, ownLines, readLines } from '#connectors/sdk/calendar/content-line.ts';
import { clocksOf, type Scene, stampLines, tellLines } from '#connectors/sdk/calendar/edit-event.ts';
import type { Entry } from '#connectors/sdk/calendar/entry.ts';
import { sayTitle } from '#connectors/sdk/calendar/event.ts';
import type { EventGroup } from '#connectors/sdk/calendar/event-group.ts';
import type { Target } from '#connectors/sdk/calendar/event-target.ts';
import { type Move, movedDay, movedMoment } from '#connectors/sdk/calendar/moved-time.ts';
import { occurrencesOf } from '#connectors/sdk/calendar/occurrences.ts';
import type { Planned } from '#connectors/sdk/calendar/planned-change.ts';
import { type Shift, shiftRule, shiftWall } from '#connectors/sdk/calendar/shift-rule.ts';
import { clockOf, startMoment } from '#connectors/sdk/calendar/stored-event.ts';
import { clockOfForm, dateText, readTimeValue } from '#connectors/sdk/calendar/time-value.ts';
import { misfit } from '#connectors/sdk/failures.ts';
import { basicText } from '#connectors/sdk/recurrence.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** How far ahead the occurrence is looked for that a date or time of day is meant for. */
const AHEAD = { hours: 24 * 366 * 5 };

/**
 * Moves a whole series: by as much as its next occurrence moves. Its exceptions move along; an occurrence
 * that was moved by itself stays where it was put.
 */
export function moveSeries(
  move: Move,
  group: EventGroup,
  { found: { entry }, event: was }: Target,
  scene: Scene,
): Result<Planned> {
  const { start } = entry.stored;
  const name = sayTitle(was.title);
  const from = nextWall(group, entry, scene);
  const to = movedWall(from, entry, move, scene);
  if (to === null) {
    return misfit(
      move.time === null
        ? t`${name} lasts all day, so it can only move by whole days.`
        : t`${name} lasts all day, so it has no time of day that could be changed.`,
    );
  }
  if (to.equals(from)) return misfit(t`${name} is at that time already.`);
  const clock = clockOf(start, scene.reader);
  const movedStart = start.wall.add(from.until(to, { largestUnit: 'days' }));
  const shift = { start: start.wall, movedStart, clock };
  const moved = shiftGroup(group, shift, scene);
  const lines = moved?.get(entry.block);
  if (!moved || !lines) {
    return misfit(t`${name} repeats in a way that can’t be moved as a whole. Move one of its dates, or make it anew.`);
  }
  return succeed({
    change: { replace: moved, add: null, zone: null },
    extent: 'series',
    was,
    event: tellLines(lines, scene),
  });
}

/** The wall time of the next occurrence that follows the rule, or of the first when none is to come. */
function nextWall(group: EventGroup, master: Entry, { now, reader }: Scene): Temporal.PlainDateTime {
  const from = Temporal.Instant.from(now);
  const ruled = { ...group, masters: [{ ...master, stored: { ...master.stored, also: [] } }], overrides: [] };
  return occurrencesOf(ruled, { from, to: from.add(AHEAD), reader }, 1)[0]?.wall ?? master.stored.start.wall;
}

function movedWall(
  wall: Temporal.PlainDateTime,
  { stored: { start } }: Entry,
  move: Move,
  { reader }: Scene,
): Temporal.PlainDateTime | null {
  if (start.isDate) return move.time === null ? (movedDay(wall.toPlainDate(), move)?.toPlainDateTime() ?? null) : null;
  if (move.byMinutes !== null) return wall.add({ minutes: move.byMinutes });
  const clock = clockOf(start, reader);
  return clock.toWall(movedMoment(clock.toMoment(wall), move));
}

/** All components of a series, shifted; null when one holds something that cannot be. */
function shiftGroup(group: EventGroup, shift: Shift, scene: Scene): Map<Entry['block'], ContentLine[]> | null {
  try {
    const hasExceptions = group.overrides.length > 0 || group.masters.some(hasOthers);
    const isDays = group.masters.some(({ stored }) => stored.start.isDate);
    const shiftAll = (lines: readonly ContentLine[], names: readonly string[]) =>
      names.reduce<ContentLine[]>(
        (left, name) => mapLines(left, name, (line) => shiftLine(line, shift, isDays, scene)),
        [...lines],
      );
    const moved = new Map<Entry['block'], ContentLine[]>();
    for (const { block } of group.masters) {
      const lines = shiftAll(readLines(block.text), ['DTSTART', 'DTEND', 'EXDATE', 'RDATE']);
      const [rule] = ownLines(lines, 'RRULE');
      const shifted = rule === undefined ? '' : shiftRule(rule.value, shift, hasExceptions);
      if (shifted === null) return null;
      moved.set(
        block,
        stampLines(
          mapLines(lines, 'RRULE', () => `RRULE:${shifted}`),
          scene.now,
        ),
      );
    }
    for (const { block, stored } of group.overrides) {
      const isInPlace = stored.replaces !== null && isSameTime(stored.replaces, stored.start, scene);
      const names = isInPlace ? ['RECURRENCE-ID', 'DTSTART', 'DTEND'] : ['RECURRENCE-ID'];
      moved.set(block, stampLines(shiftAll(readLines(block.text), names), scene.now));
    }
    return moved;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether it has times that its rule doesn’t give, or lacks some that it does. */
const hasOthers = ({ stored: { except, also } }: Entry): boolean => except.length > 0 || also.length > 0;

const isSameTime = (a: Entry['stored']['start'], b: Entry['stored']['start'], { reader }: Scene): boolean =>
  a.isDate === b.isDate && startMoment(a, reader).equals(startMoment(b, reader));

/** A property with one or more times, each shifted on the series' clock and written as it was. */
function shiftLine(line: ContentLine, shift: Shift, isDays: boolean, scene: Scene): string {
  const values = line.value.split(',').map((value) => {
    const { form, wall } = readTimeValue(value, line, clocksOf(scene));
    if (form.kind === 'date') {
      // A date in a series with a clock time stands for the occurrence of that day.
      return dateText(shiftWall(isDays ? wall : wall.withPlainTime(shift.start.toPlainTime()), shift));
    }
    const own = clockOfForm(form, scene.reader);
    const isSameClock = own.name !== null && own.name === shift.clock.name;
    const shifted = shiftWall(isSameClock ? wall : shift.clock.toWall(own.toMoment(wall)), shift);
    const text = basicText(isSameClock ? shifted : own.toWall(shift.clock.toMoment(shifted)));
    return form.kind === 'utc' ? `${text}Z` : text;
  });
  return `${line.name}${line.params}:${values.join()}`;
}
