import type { calendar_v3 } from '@googleapis/calendar';
import { readGoogleTime, stampOfTime } from '#connectors/google/calendar/event-times.ts';
import { isSameRule } from '#connectors/google/calendar/same-rule.ts';
import { MARK } from '#connectors/sdk/calendar/change-mark.ts';
import { escapeText, newLine } from '#connectors/sdk/calendar/content-line.ts';
import { type TimeForm, timeLine } from '#connectors/sdk/calendar/time-value.ts';

export type GoogleEvent = calendar_v3.Schema$Event;

/** Kept on the event at Google, seen by this program alone. */
export const ownNames = { uid: 'lifeOsUid', changes: 'lifeOsChanges', rule: 'lifeOsRule' } as const;

export const ownOf = ({ extendedProperties }: GoogleEvent, name: keyof typeof ownNames): string | null =>
  extendedProperties?.private?.[ownNames[name]] || null;

/** An event with the single ones of it that differ. */
export type GoogleGroup = { readonly master: GoogleEvent; readonly others: readonly GoogleEvent[] };

export const uidOf = (event: GoogleEvent): string => ownOf(event, 'uid') ?? event.id ?? '';

/** Puts together what belongs to one event. A single one whose series is not there stands by itself. */
export function groupsOf(events: readonly GoogleEvent[]): readonly GoogleGroup[] {
  const seen = events.filter(({ id, start, status, recurringEventId }) =>
    recurringEventId ? true : Boolean(id) && Boolean(start) && status !== 'cancelled',
  );
  const masters = seen.filter(({ recurringEventId }) => !recurringEventId);
  return masters.map((master) => ({
    master,
    others: seen.filter(({ recurringEventId }) => recurringEventId === master.id),
  }));
}

/** One component of an event as iCalendar writes it; `id` is Google's. */
export type Component = { readonly id: string; readonly etag: string | null; readonly text: string };

/** The components of an event, the series first. Single ones that say nothing of their own are left out. */
export function componentsOf({ master, others }: GoogleGroup): readonly Component[] {
  const cancelled = others.filter(({ status }) => status === 'cancelled');
  const told = others.filter((other) => other.status !== 'cancelled' && other.start && !isPlain(other, master));
  return [
    component(master, [...recurrenceLines(master, cancelled)], uidOf(master)),
    ...told.map((other) => component(other, [timeOf('RECURRENCE-ID', other.originalStartTime ?? {})], uidOf(master))),
  ];
}

function component(event: GoogleEvent, repeats: readonly string[], uid: string): Component {
  const lines = [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${(event.updated ?? '1970-01-01T00:00:00Z').replaceAll(/[-:]|\.\d+/g, '')}`,
    ...text('SUMMARY', event.summary ?? ''),
    timeOf('DTSTART', event.start ?? {}),
    ...(event.end && !event.endTimeUnspecified ? [timeOf('DTEND', event.end)] : []),
    ...repeats,
    ...(event.location ? text('LOCATION', event.location) : []),
    ...(event.description ? text('DESCRIPTION', event.description) : []),
    ...(event.status === 'tentative' ? ['STATUS:TENTATIVE'] : []),
    `TRANSP:${event.transparency === 'transparent' ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...invited(event),
    ...(ownOf(event, 'changes')?.split(' ') ?? []).map((mark) => `${MARK}:${mark}`),
    'END:VEVENT',
  ];
  const { id = '', etag = null } = event;
  return { id: id ?? '', etag, text: lines.map((line) => newLine(line).text).join('') };
}

const text = (name: string, value: string): string[] => [`${name}:${escapeText(value)}`];

function timeOf(name: string, time: Parameters<typeof readGoogleTime>[0]): string {
  const { form, wall } = readGoogleTime(time);
  return timeLine(name, form, wall);
}

/** Whoever else is in it: what is changed in it reaches them. */
const invited = ({ attendees, organizer }: GoogleEvent): string[] => {
  const others = [...(attendees ?? []), ...(organizer && !organizer.self && attendees?.length ? [organizer] : [])];
  const addresses = others.filter(({ self, email }) => !self && email).map(({ email }) => email ?? '');
  return [...new Set(addresses)].map((email) => `ATTENDEE:mailto:${email.replaceAll(/[\r\n;,]/g, '')}`);
};

/** How it repeats. Google may write a rule in an order of its own; where it means the same, ours is shown. */
function* recurrenceLines(master: GoogleEvent, cancelled: readonly GoogleEvent[]): Generator<string> {
  const own = ownOf(master, 'rule');
  const lines = master.recurrence ?? [];
  for (const line of lines) {
    const rule = /^RRULE:(.+)$/i.exec(line)?.[1];
    yield rule !== undefined && own !== null && isSameRule(rule, own) ? `RRULE:${own}` : line.replaceAll(/[\r\n]/g, '');
  }
  if (cancelled.length === 0 || !master.start) return;
  const form = formOf(master);
  for (const { originalStartTime } of cancelled) {
    if (!originalStartTime) continue;
    const { wall } = readGoogleTime(inZoneOf(form, originalStartTime));
    const line = timeLine('EXDATE', form, wall);
    if (!lines.includes(line)) yield line;
  }
}

const formOf = ({ start }: GoogleEvent): TimeForm => readGoogleTime(start ?? {}).form;
const inZoneOf = (form: TimeForm, time: Parameters<typeof readGoogleTime>[0]) =>
  form.kind === 'wall'
    ? { ...time, timeZone: form.zone.name }
    : form.kind === 'utc'
      ? { ...time, timeZone: 'UTC' }
      : time;

/** Whether a single one is as its series would have it: so it is after a change of it was taken back. */
function isPlain(other: GoogleEvent, master: GoogleEvent): boolean {
  const says = ({ summary, description, location, transparency, status, attendees }: GoogleEvent) =>
    JSON.stringify([
      summary ?? '',
      description ?? '',
      location ?? '',
      transparency ?? 'opaque',
      status ?? '',
      attendees ?? [],
    ]);
  const { start, end, originalStartTime } = other;
  if (!start || !end || !originalStartTime || !master.start || !master.end) return false;
  const length = (from: object, to: object) =>
    readGoogleTime(from).wall.until(readGoogleTime(to).wall).total('minutes');
  return (
    ownOf(other, 'changes') === null &&
    says(other) === says(master) &&
    stampOfTime(start) === stampOfTime(originalStartTime) &&
    length(start, end) === length(master.start, master.end)
  );
}
