import { Temporal } from 'temporal-polyfill';
import {
  addLine,
  type ContentLine,
  escapeText,
  ownLines,
  readLines,
  setLine,
} from '#connectors/sdk/calendar/content-line.ts';
import {
  changeTo,
  formOf,
  type Scene,
  setDays,
  setSpan,
  stampLines,
  targetLines,
  tellLines,
} from '#connectors/sdk/calendar/edit-event.ts';
import { type CalendarEvent, sayTitle } from '#connectors/sdk/calendar/event.ts';
import type { EventGroup } from '#connectors/sdk/calendar/event-group.ts';
import { findTarget } from '#connectors/sdk/calendar/event-target.ts';
import type { Block } from '#connectors/sdk/calendar/ics-text.ts';
import { type Occurrence, ownOccurrence } from '#connectors/sdk/calendar/occurrence.ts';
import type { Planned } from '#connectors/sdk/calendar/planned-change.ts';
import { lengthOf, type StoredEvent } from '#connectors/sdk/calendar/stored-event.ts';
import { momentLine } from '#connectors/sdk/calendar/time-value.ts';
import { misfit } from '#connectors/sdk/failures.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** What is to be different; null stays as it is, and an empty text goes. */
export type Details = {
  readonly title: string | null;
  readonly location: string | null;
  readonly notes: string | null;
  /** How long it lasts from now on. */
  readonly minutes: number | null;
};

const MINUTES_A_DAY = 24 * 60;

/** Changes what an event is called, where it is, what is noted with it, or how long it lasts. */
export function planDetails(
  details: Details & { readonly occurrence: string | null },
  group: EventGroup,
  scene: Scene,
): Result<Planned> {
  const target = findTarget(group, details.occurrence, scene.reader);
  if (!target.ok) return target;
  const { extent, event: was, found } = target.value;
  if (was.allDay && details.minutes !== null && details.minutes % MINUTES_A_DAY !== 0) {
    return misfit(t`${sayTitle(was.title)} lasts all day, so it can only be made whole days longer or shorter.`);
  }
  const lines = stampLines(applyDetails(targetLines(target.value, scene), found, details, scene), scene.now);
  const event = tellLines(lines, scene);
  if (isSame(event, was)) return misfit(t`${sayTitle(was.title)} is like that already.`);
  const change = changeTo(target.value, lines);
  const alike = extent === 'series' ? changeAlike(group, found.entry.stored, details, scene) : [];
  return succeed({ change: { ...change, replace: new Map([...change.replace, ...alike]) }, extent, was, event });
}

const isSame = (a: CalendarEvent, b: CalendarEvent): boolean =>
  a.title === b.title && a.location === b.location && a.notes === b.notes && a.endsAt === b.endsAt;

/** The changed occurrences of a series, where they don't differ from it in what is changed now. */
function changeAlike(group: EventGroup, master: StoredEvent, details: Details, scene: Scene): [Block, ContentLine[]][] {
  return group.overrides.flatMap((entry): [Block, ContentLine[]][] => {
    const { stored, block } = entry;
    const hasLength = lengthOf(stored, scene.reader).toString() === lengthOf(master, scene.reader).toString();
    const own: Details = {
      title: stored.title === master.title ? details.title : null,
      location: stored.location === master.location ? details.location : null,
      notes: stored.notes === master.notes ? details.notes : null,
      minutes: hasLength && stored.start.isDate === master.start.isDate ? details.minutes : null,
    };
    if (Object.values(own).every((value) => value === null)) return [];
    const occurrence = ownOccurrence(group, entry, scene.reader);
    return [[block, stampLines(applyDetails(readLines(block.text), occurrence, own, scene), scene.now)]];
  });
}

function applyDetails(
  lines: readonly ContentLine[],
  occurrence: Occurrence,
  { title, location, notes, minutes }: Details,
  scene: Scene,
): readonly ContentLine[] {
  let changed = lines;
  if (title !== null) changed = setLine(changed, 'SUMMARY', `SUMMARY:${escapeText(title)}`);
  if (location !== null) changed = setText(changed, 'LOCATION', location, ['X-APPLE-STRUCTURED-LOCATION', 'GEO']);
  if (notes !== null) changed = setText(changed, 'DESCRIPTION', notes, ['X-ALT-DESC']);
  return minutes === null ? changed : setLength(changed, occurrence, minutes, scene);
}

/** Sets a text, or takes it away, together with what other programs have written to say the same. */
function setText(lines: readonly ContentLine[], name: string, text: string, same: readonly string[]): ContentLine[] {
  const content = text === '' ? null : `${name}:${escapeText(text)}`;
  return same.reduce((left, other) => setLine(left, other, null), setLine(lines, name, content));
}

function setLength(
  lines: readonly ContentLine[],
  { entry, time: { from: starts }, wall }: Occurrence,
  minutes: number,
  scene: Scene,
): ContentLine[] {
  const withEnd = ownLines(lines, 'DTEND').length > 0 ? [...lines] : withEndFor(lines, starts, scene);
  if (!entry.stored.start.isDate)
    return setSpan(withEnd, { starts, length: Temporal.Duration.from({ minutes }) }, scene);
  return setDays(withEnd, {
    first: wall.toPlainDate(),
    length: Temporal.Duration.from({ days: minutes / MINUTES_A_DAY }),
  });
}

/** An end in place of a length. */
function withEndFor(lines: readonly ContentLine[], starts: Temporal.Instant, scene: Scene): ContentLine[] {
  const form = formOf(lines, 'DTSTART', scene) ?? { kind: 'utc' };
  return addLine(setLine(lines, 'DURATION', null), momentLine('DTEND', form, starts, scene.reader));
}
