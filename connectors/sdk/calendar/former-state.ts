import type { Folder } from '#connectors/sdk/action.ts';
import { CALENDAR_FILE, type Calendar, EMPTY_CALENDAR } from '#connectors/sdk/calendar/calendar-file.ts';
import { quoteParam } from '#connectors/sdk/calendar/content-line.ts';
import { type Block, readTextProperty, type Splice, spliceText } from '#connectors/sdk/calendar/ics-text.ts';
import { timeZoneText } from '#connectors/sdk/calendar/time-zone-text.ts';
import { TimeZoneSchema } from '#contract/model/instant.ts';

/** Where a component stood: right before the `before`-th of the others, with this text between them. */
export type Place = { readonly text: string; readonly before: number; readonly gap: string };

/** What a change of one event touches, as it stood before; enough to put it back byte for byte. */
export type FormerState = {
  /** The event's components. */
  readonly places: readonly Place[];
  /** The time zones that the file described already. */
  readonly zones: readonly string[];
  /** As in `Calendar`. */
  readonly blank: string | null | false;
};

export function formerState(calendar: Calendar, group: readonly Block[]): FormerState {
  const { source, blocks, insertAt } = calendar.ics;
  const others = blocks.filter((block) => !group.includes(block));
  const places = group.map(({ text, end }) => {
    const before = others.filter((other) => other.start < end).length;
    const next = others[before]?.start ?? insertAt;
    const between = group.filter((block) => block.start >= end && block.start < next);
    return { text, before, gap: cutOut(source, between, end, next) };
  });
  return { places, zones: zonesOf(calendar), blank: calendar.blank };
}

/**
 * Puts an event back as it was: its components at their places, a time zone that came with the change
 * taken out when nothing else uses it, and no calendar left where there was none.
 */
export async function restoreState(
  folder: Folder,
  calendar: Calendar,
  group: readonly Block[],
  former: FormerState,
): Promise<void> {
  const { source, blocks, insertAt } = calendar.ics;
  const gone = [...group, ...surplusZones(calendar, group, former)];
  const rest = cutOut(source, gone, 0, source.length);
  const inRest = (at: number) =>
    gone.reduce((position, { start, end }) => (end <= at ? position - (end - start) : position), at);
  const others = blocks
    .filter((block) => !gone.includes(block))
    .map(({ start, end }) => ({ start: inRest(start), end: inRest(end) }));
  const back = former.places.map((place) => putBack(rest, others, inRest(insertAt), place));
  const text = spliceText(rest, back);
  if (former.blank === false || text !== EMPTY_CALENDAR) await folder.write(CALENDAR_FILE, text);
  else if (former.blank === null) await folder.remove(CALENDAR_FILE);
  else await folder.write(CALENDAR_FILE, former.blank);
}

function putBack(
  rest: string,
  others: readonly Pick<Block, 'start' | 'end'>[],
  insertAt: number,
  { text, before, gap }: Place,
): Splice {
  const next = others[before]?.start ?? insertAt;
  const previous = others[Math.min(before, others.length) - 1]?.end ?? 0;
  const exact = next - gap.length;
  const at = exact >= previous && rest.slice(exact, next) === gap ? exact : next;
  return { start: at, end: at, text };
}

/** The text from `start` to `end` without some components. */
function cutOut(source: string, components: readonly Block[], start: number, end: number): string {
  const cuts = components.map((block) => ({ start: block.start - start, end: block.end - start, text: '' }));
  return spliceText(source.slice(start, end), cuts);
}

const zonesOf = ({ timeZones }: Calendar): string[] =>
  timeZones.flatMap((block) => readTextProperty(block, 'TZID') ?? []);

function surplusZones(calendar: Calendar, group: readonly Block[], former: FormerState): Block[] {
  const { timeZones, ics, lineEnd } = calendar;
  return timeZones.filter((block) => {
    const tzid = readTextProperty(block, 'TZID');
    if (tzid === null || former.zones.includes(tzid)) return false;
    if (!TimeZoneSchema.safeParse(tzid).success) return false;
    if (block.text !== timeZoneText(tzid).replaceAll('\r\n', lineEnd)) return false;
    const reference = `;TZID=${quoteParam(tzid)}`;
    const isUsed = ({ text }: Block) => text.replaceAll(/(\r\n|\n|\r)[ \t]/g, '').includes(reference);
    return !ics.blocks.some((other) => !group.includes(other) && other !== block && isUsed(other));
  });
}
