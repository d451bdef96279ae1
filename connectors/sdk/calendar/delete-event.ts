import { addLine, type ContentLine, readLines } from '#connectors/sdk/calendar/content-line.ts';
import { formOf, type Scene, stampLines } from '#connectors/sdk/calendar/edit-event.ts';
import { type EventGroup, entriesOf } from '#connectors/sdk/calendar/event-group.ts';
import { findTarget, type Target } from '#connectors/sdk/calendar/event-target.ts';
import type { Block } from '#connectors/sdk/calendar/ics-text.ts';
import { seriesWall } from '#connectors/sdk/calendar/occurrences.ts';
import type { Planned } from '#connectors/sdk/calendar/planned-change.ts';
import { timeLine } from '#connectors/sdk/calendar/time-value.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** Takes an event away, or one occurrence out of its series. */
export function planDeletion(
  { occurrence }: { readonly occurrence: string | null },
  group: EventGroup,
  scene: Scene,
): Result<Planned> {
  const target = findTarget(group, occurrence, scene.reader);
  if (!target.ok) return target;
  const { extent, event } = target.value;
  const replace =
    extent === 'occurrence'
      ? exceptOne(target.value, group, scene)
      : entriesOf(group).map(({ block }) => [block, null] as const);
  return succeed({ change: { replace: new Map(replace), add: null, zone: null }, extent, was: event, event });
}

function exceptOne({ found }: Target, { masters }: EventGroup, scene: Scene): [Block, ContentLine[] | null][] {
  const changed: [Block, ContentLine[] | null][] = [];
  const [master] = masters;
  if (master !== undefined) {
    const lines = readLines(master.block.text);
    const form = formOf(lines, 'DTSTART', scene) ?? { kind: 'utc' };
    const wall =
      found.entry.stored.replaces === null
        ? found.wall
        : seriesWall(found.entry.stored.replaces, master.stored, scene.reader);
    changed.push([master.block, stampLines(addLine(lines, timeLine('EXDATE', form, wall)), scene.now)]);
  }
  if (found.entry.stored.replaces !== null) changed.push([found.entry.block, null]);
  return changed;
}
