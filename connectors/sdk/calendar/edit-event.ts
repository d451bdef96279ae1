import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '#connectors/sdk/calendar/calendar-file.ts';
import { MARK } from '#connectors/sdk/calendar/change-mark.ts';
import {
  addLine,
  type ContentLine,
  joinLines,
  mapLines,
  ownLines,
  readLines,
  setLine,
} from '#connectors/sdk/calendar/content-line.ts';
import type { CalendarEvent } from '#connectors/sdk/calendar/event.ts';
import type { Target } from '#connectors/sdk/calendar/event-target.ts';
import type { GroupChange } from '#connectors/sdk/calendar/group-change.ts';
import type { Block } from '#connectors/sdk/calendar/ics-text.ts';
import { lengthOf, readStoredEvent, tellStored } from '#connectors/sdk/calendar/stored-event.ts';
import {
  type Clocks,
  momentLine,
  readTimeValue,
  stampText,
  type TimeForm,
  timeLine,
} from '#connectors/sdk/calendar/time-value.ts';
import type { Instant, TimeZone } from '#contract/model/instant.ts';

/** What editing an event needs: the calendar that it is in, the time now, and whose calendar it is. */
export type Scene = { readonly calendar: Calendar; readonly now: Instant; readonly reader: TimeZone };

export const clocksOf = ({ calendar, reader }: Scene): Clocks => ({ timeZones: calendar.timeZones, reader });

/** Notes on an event that it was changed, as other programs expect. */
export function stampLines(lines: readonly ContentLine[], now: Instant): ContentLine[] {
  const stamp = stampText(Temporal.Instant.from(now));
  const sequence = Number(ownLines(lines, 'SEQUENCE')[0]?.value ?? 0);
  const dated = setLine(setLine(lines, 'DTSTAMP', `DTSTAMP:${stamp}`), 'LAST-MODIFIED', `LAST-MODIFIED:${stamp}`);
  return setLine(dated, 'SEQUENCE', `SEQUENCE:${Number.isSafeInteger(sequence) ? sequence + 1 : 1}`);
}

/** How an event writes a time of its own; undefined when it has no such property. */
export function formOf(lines: readonly ContentLine[], name: string, scene: Scene): TimeForm | undefined {
  const [line] = ownLines(lines, name);
  return line && readTimeValue(line.value, line, clocksOf(scene)).form;
}

/** Lets an event with a clock time start at a moment, for so long; its zone stays, and whether it has an end or a length. */
export function setSpan(
  lines: readonly ContentLine[],
  span: { starts: Temporal.Instant; length: Temporal.Duration },
  scene: Scene,
): ContentLine[] {
  const startForm = formOf(lines, 'DTSTART', scene) ?? { kind: 'utc' };
  const endForm = formOf(lines, 'DTEND', scene);
  const started = setLine(lines, 'DTSTART', momentLine('DTSTART', startForm, span.starts, scene.reader));
  if (endForm === undefined) return started;
  return setLine(started, 'DTEND', momentLine('DTEND', endForm, span.starts.add(span.length), scene.reader));
}

/** The same for whole days. */
export function setDays(
  lines: readonly ContentLine[],
  { first, length }: { first: Temporal.PlainDate; length: Temporal.Duration },
): ContentLine[] {
  const line = (name: string, date: Temporal.PlainDate) => timeLine(name, { kind: 'date' }, date.toPlainDateTime());
  const started = setLine(lines, 'DTSTART', line('DTSTART', first));
  return ownLines(lines, 'DTEND').length === 0 ? started : setLine(started, 'DTEND', line('DTEND', first.add(length)));
}

const ofTheSeries = ['RRULE', 'RDATE', 'EXDATE', MARK];

/** The lines that say what is meant: the event's, or for one occurrence its own, made from the series' where it has none. */
export function targetLines({ extent, found }: Target, scene: Scene): ContentLine[] {
  const { entry, wall, time } = found;
  const lines = readLines(entry.block.text);
  if (!isNewComponent({ extent, found })) return lines;
  const form = formOf(lines, 'DTSTART', scene) ?? { kind: 'utc' };
  const alone = ofTheSeries.reduce((left, name) => mapLines(left, name, () => null), lines);
  const named = addLine(alone, timeLine('RECURRENCE-ID', form, wall));
  if (form.kind !== 'date') return setSpan(named, { starts: time.from, length: time.from.until(time.to) }, scene);
  return setDays(named, { first: wall.toPlainDate(), length: lengthOf(entry.stored, scene.reader) });
}

/** What becomes of the event's components when what is meant reads like this. */
export const changeTo = (target: Pick<Target, 'extent' | 'found'>, lines: readonly ContentLine[]): GroupChange =>
  isNewComponent(target)
    ? { replace: new Map(), add: lines, zone: null }
    : { replace: new Map([[target.found.entry.block, lines]]), add: null, zone: null };

/** Whether one occurrence is meant that the file doesn't tell by itself yet. */
const isNewComponent = ({ extent, found }: Pick<Target, 'extent' | 'found'>): boolean =>
  extent === 'occurrence' && found.entry.stored.replaces === null;

/** What an event says once its lines read like this. Throws when they make no sense. */
export function tellLines(lines: readonly ContentLine[], { calendar, reader }: Scene): CalendarEvent {
  const stored = readStoredEvent(blockOf(lines, calendar), calendar.timeZones);
  if (stored === null) throw new RangeError('An event without a start is in no calendar.');
  return tellStored(stored, reader);
}

/** Lines as a component that stands in no file yet. */
export function blockOf(lines: readonly ContentLine[], { lineEnd }: Calendar): Block {
  const text = joinLines(lines, lineEnd);
  return { name: 'VEVENT', text, start: 0, end: text.length };
}
