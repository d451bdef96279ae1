import { Temporal } from 'temporal-polyfill';
import { type ContentLine, setLine } from '#connectors/sdk/calendar/content-line.ts';
import {
  changeTo,
  type Scene,
  setDays,
  setSpan,
  stampLines,
  targetLines,
  tellLines,
} from '#connectors/sdk/calendar/edit-event.ts';
import { sayTitle } from '#connectors/sdk/calendar/event.ts';
import type { EventGroup } from '#connectors/sdk/calendar/event-group.ts';
import { findTarget, type Target } from '#connectors/sdk/calendar/event-target.ts';
import { moveSeries } from '#connectors/sdk/calendar/move-series.ts';
import { type Move, movedDay, movedMoment } from '#connectors/sdk/calendar/moved-time.ts';
import type { Planned } from '#connectors/sdk/calendar/planned-change.ts';
import { lengthOf } from '#connectors/sdk/calendar/stored-event.ts';
import { formFor, momentLine } from '#connectors/sdk/calendar/time-value.ts';
import { misfit } from '#connectors/sdk/failures.ts';
import { momentOf } from '#connectors/sdk/local-time.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** Moves an event, one occurrence of a series, or a whole series. */
export function planMove(
  input: Move & { readonly occurrence: string | null },
  group: EventGroup,
  scene: Scene,
): Result<Planned> {
  const target = findTarget(group, input.occurrence, scene.reader);
  if (!target.ok) return target;
  if (target.value.extent === 'series') return moveSeries(input, group, target.value, scene);
  return moveOnce(input, target.value, scene);
}

function moveOnce(move: Move, target: Target, scene: Scene): Result<Planned> {
  const { event: was, found, extent } = target;
  const { stored } = found.entry;
  const lines = targetLines(target, scene);
  const moved = stored.start.isDate
    ? moveDays(move, lines, target, scene)
    : succeed(
        setSpan(lines, { starts: movedMoment(found.time.from, move), length: lengthOf(stored, scene.reader) }, scene),
      );
  if (!moved.ok) return moved;

  const stamped = stampLines(moved.value, scene.now);
  const event = tellLines(stamped, scene);
  if (event.startsAt === was.startsAt && event.allDay === was.allDay && event.timeZone === was.timeZone) {
    return misfit(t`${sayTitle(was.title)} is at that time already.`);
  }
  const zone = was.allDay && !event.allDay ? move.timeZone : null;
  return succeed({ change: { ...changeTo(target, stamped), zone }, extent, was, event });
}

/** Whole days move by days; given a time of day, one whole day becomes an hour at that time. */
function moveDays(
  move: Move,
  lines: readonly ContentLine[],
  { event, found }: Target,
  scene: Scene,
): Result<readonly ContentLine[]> {
  const length = lengthOf(found.entry.stored, scene.reader);
  const first = movedDay(Temporal.PlainDate.from(event.startsAt), move);
  if (first === null) return misfit(t`${sayTitle(event.title)} lasts all day, so it can only move by whole days.`);
  if (move.time === null) return succeed(setDays(lines, { first, length }));
  if (length.days > 1) return misfit(t`${sayTitle(event.title)} lasts several days, so it has no time of day.`);
  const starts = momentOf(first.toPlainDateTime(move.time), move.timeZone);
  const form = formFor(move.timeZone);
  const line = (name: string, moment: Temporal.Instant) => momentLine(name, form, moment, move.timeZone);
  const timed = setLine(setLine(lines, 'DURATION', null), 'DTSTART', line('DTSTART', starts));
  return succeed(setLine(setLine(timed, 'DTEND', line('DTEND', starts.add({ hours: 1 }))), 'TRANSP', 'TRANSP:OPAQUE'));
}
