import { CALENDAR_FILE, type Calendar, EMPTY_CALENDAR, readCalendar } from '#connectors/sdk/calendar/calendar-file.ts';
import { addMark, findMark, fingerprintOf } from '#connectors/sdk/calendar/change-mark.ts';
import { type ContentLine, joinLines, readLines } from '#connectors/sdk/calendar/content-line.ts';
import { blocksOf } from '#connectors/sdk/calendar/event-group.ts';
import { type FormerState, restoreState } from '#connectors/sdk/calendar/former-state.ts';
import { type Block, readTextProperty, type Splice, spliceText } from '#connectors/sdk/calendar/ics-text.ts';
import { formFor } from '#connectors/sdk/calendar/time-value.ts';
import { timeZoneText } from '#connectors/sdk/calendar/time-zone-text.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import type { WayBack } from '#connectors/sdk/way-back.ts';
import { t } from '#contract/language/t.ts';
import type { TimeZone } from '#contract/model/instant.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** What becomes of the components of one event. */
export type GroupChange = {
  /** Those that read otherwise from now on, or go (null). */
  readonly replace: ReadonlyMap<Block, readonly ContentLine[] | null>;
  /** A component that is new. */
  readonly add: readonly ContentLine[] | null;
  /** The zone of times that are new, so that the file describes it. */
  readonly zone: TimeZone | null;
};

type Changed = { readonly block: Block | null; readonly lines: readonly ContentLine[] | null; readonly isNew: boolean };

/** The calendar's text with an event changed, and a mark of the change left on it where anything is left of it. */
export function changeGroup(calendar: Calendar, group: readonly Block[], change: GroupChange, key: string): string {
  const { ics, lineEnd } = calendar;
  const parts: Changed[] = group.map((block) => {
    const lines = change.replace.get(block);
    return { block, lines: lines === undefined ? readLines(block.text) : lines, isNew: lines !== undefined };
  });
  if (change.add !== null) parts.push({ block: null, lines: change.add, isNew: true });
  const texts = parts.flatMap(({ lines }) => (lines === null ? [] : joinLines(lines, lineEnd)));
  const left = parts.filter(({ lines }) => lines !== null);
  const marked = left.find(({ isNew }) => isNew) ?? left[0];
  const placeOfNew = group.at(-1)?.end ?? ics.insertAt;
  const splices = parts.flatMap((part): Splice[] => {
    if (!part.isNew && part !== marked) return [];
    const lines = part === marked && part.lines !== null ? addMark(part.lines, key, texts) : part.lines;
    const { start, end } = part.block ?? { start: placeOfNew, end: placeOfNew };
    return [{ start, end, text: lines === null ? '' : joinLines(lines, lineEnd) }];
  });
  return spliceText(ics.source, [...zoneSplices(calendar, change.zone), ...splices]);
}

function zoneSplices({ ics, timeZones, lineEnd }: Calendar, zone: TimeZone | null): Splice[] {
  if (zone === null || formFor(zone).kind === 'utc') return [];
  if (timeZones.some((block) => readTextProperty(block, 'TZID') === zone)) return [];
  return [{ start: ics.insertAt, end: ics.insertAt, text: timeZoneText(zone).replaceAll('\r\n', lineEnd) }];
}

/** A change that was made, by its key; `removes` when it took the whole event away. */
export type MadeChange = { readonly uid: string; readonly key: string; readonly removes: boolean };

/** Whether a change stands in the calendar: `as-left`, or with the event `altered` since; null when it doesn't. */
export function findChange(calendar: Calendar, { uid, key, removes }: MadeChange): 'as-left' | 'altered' | null {
  const texts = blocksOf(calendar, uid).map(({ text }) => text);
  if (removes) return texts.length === 0 ? 'as-left' : null;
  return findMark(texts, key);
}

/** Takes a change back; refused when the event is no longer as the change left it, unless it may be overwritten. */
export function undoChange(way: WayBack, made: MadeChange, former: FormerState, what: string): Promise<Result<null>> {
  return way.folder.exclusively(async () => {
    const read = await readCalendar(way.folder);
    if (!read.ok) return read;
    const calendar = read.value;
    const group = blocksOf(calendar, made.uid);
    if (isAsBefore(group, former)) return succeed(null);
    const asLeft = calendar.blank === false && findChange(calendar, made) === 'as-left';
    if (!asLeft && !way.overwrite) return changedSince(calendar.blank === false ? what : t`the file ${CALENDAR_FILE}`);
    if (way.mode !== 'execute') return succeed(null);
    if (!asLeft && group.length > 0) await keepAside(way, group);
    await restoreState(way.folder, calendar, group, former);
    return succeed(null);
  });
}

/** The event as the person had it, as a calendar file of its own, before it is written over. */
async function keepAside({ attach }: WayBack, group: readonly Block[]): Promise<void> {
  const parts = group.map(({ text }) => `${text.trimEnd()}\r\n`).join('');
  const bytes = EMPTY_CALENDAR.replace('END:VCALENDAR', () => `${parts}END:VCALENDAR`);
  await attach({ name: 'Your event.ics', mediaType: 'text/calendar', bytes });
}

/** Whether an event means what it did before, also when another program has written it in its own way since. */
export const isAsBefore = (group: readonly Block[], { places }: FormerState): boolean =>
  fingerprintOf(group.map(({ text }) => text)) === fingerprintOf(places.map(({ text }) => text));
