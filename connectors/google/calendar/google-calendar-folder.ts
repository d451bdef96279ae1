import { CALENDAR, readCalendarOf } from '#connectors/google/calendar/calendar-memory.ts';
import {
  changedFields,
  type EventFields,
  type ReadComponent,
  readComponent,
  withoutNulls,
} from '#connectors/google/calendar/event-fields.ts';
import { idFor, instanceId } from '#connectors/google/calendar/event-ids.ts';
import { type Component, componentsOf, groupsOf } from '#connectors/google/calendar/event-text.ts';
import { GoogleFailure } from '#connectors/google/google-failure.ts';
import { failureIn, type GoogleSession } from '#connectors/google/google-session.ts';
import type { Folder } from '#connectors/sdk/action.ts';
import { CALENDAR_FILE, EMPTY_CALENDAR } from '#connectors/sdk/calendar/calendar-file.ts';
import { splitIcs } from '#connectors/sdk/calendar/ics-text.ts';
import { t } from '#contract/language/t.ts';

/** A component as it stands at Google, with what it says. */
type Standing = Component & { readonly read: ReadComponent };

/** The components of one event: the series or the event itself, and single ones by when they would have been. */
type Group<T> = { readonly master: T | null; readonly others: ReadonlyMap<string, T> };

/**
 * The person's calendar at Google as the one calendar file that the actions work on. Reading asks Google what changed;
 * writing sends what differs from what was read, and only the fields that differ, so that what is not understood here
 * (reminders, colours, calls) stays. Each event is changed only while it is as it was read.
 */
export function googleCalendarFolder(session: GoogleSession, own: Folder): Folder {
  let before: readonly Standing[] = [];

  async function write(text: string): Promise<void> {
    const split = splitIcs(text);
    if (!split.ok) throw new Error('What is to be written is no calendar.');
    const blocks = split.value.blocks.filter(({ name }) => name === 'VEVENT');
    const [was, will] = [
      groupByUid(before, ({ read }) => read),
      groupByUid(
        blocks.map((block) => readComponent(block.text)),
        (read) => read,
      ),
    ];
    for (const [uid, group] of was) if (!will.has(uid)) await remove(group);
    for (const [uid, group] of will) await change(uid, was.get(uid) ?? null, group);
  }

  /** With a series go the single ones of it. */
  async function remove({ master, others }: Group<Standing>): Promise<void> {
    for (const gone of master === null ? others.values() : [master]) await drop(gone);
  }

  /** Single ones first, then the series that has the mark of the change: with the mark there, all of it was done. */
  async function change(uid: string, was: Group<Standing> | null, will: Group<ReadComponent>): Promise<void> {
    const { master } = will;
    if (master !== null && !was?.master) await put(uid, master.fields);
    const series = was?.master?.id ?? idFor(uid);
    for (const [stamp, { fields }] of will.others)
      await patchOne(instanceId(series, stamp), was?.others.get(stamp), fields);
    for (const [stamp, standing] of was?.others ?? []) {
      if (will.others.has(stamp) || !was?.master || master === null) continue;
      if (isLeftOut(master.fields, stamp)) await drop(standing);
      else await patch(standing.id, asInSeries(master.fields, standing), standing.etag);
    }
    if (master !== null && was?.master) {
      const changed = changedFields(was.master.read.fields, master.fields);
      if (changed !== null) await patch(was.master.id, changed, was.master.etag);
    }
  }

  async function patchOne(id: string, was: Standing | undefined, fields: EventFields): Promise<void> {
    const { recurrence: _recurrence, ...single } = fields;
    const changed = was ? changedFields(was.read.fields, fields) : { ...single, status: 'confirmed' };
    if (changed !== null) await patch(id, changed, was?.etag ?? null);
  }

  /** A new event under an id of our choice; one that was deleted under it comes back. */
  async function put(uid: string, fields: EventFields): Promise<void> {
    const id = idFor(uid);
    const calendar = await session.calendar();
    if (uid.includes('@')) {
      try {
        await calendar.events.insert({ calendarId: CALENDAR, requestBody: { ...withoutNulls(fields), id } });
        return;
      } catch (error) {
        if (failureIn(error).status !== 409) throw error;
      }
    }
    const { data } = await calendar.events.get({ calendarId: CALENDAR, eventId: id });
    if (data.status !== 'cancelled') throw new GoogleFailure({ kind: 'changed-since', what: t`this event` });
    await patch(id, { ...fields, status: 'confirmed' }, data.etag ?? null);
  }

  async function patch(eventId: string, requestBody: object, etag: string | null): Promise<void> {
    const calendar = await session.calendar();
    await calendar.events.patch({ calendarId: CALENDAR, eventId, requestBody }, only(etag)).catch(inWords);
  }

  async function drop({ id: eventId, etag }: Standing): Promise<void> {
    const calendar = await session.calendar();
    await calendar.events.delete({ calendarId: CALENDAR, eventId }, only(etag)).catch(inWords);
  }

  return {
    exclusively: own.exclusively,
    list: async () => [CALENDAR_FILE],
    async read(name) {
      if (name !== CALENDAR_FILE) return null;
      const groups = groupsOf(await readCalendarOf(session));
      before = groups
        .flatMap((group) => tellGroup(() => componentsOf(group)))
        .sort((one, other) => (one.read.uid < other.read.uid ? -1 : 1));
      return Buffer.from(asFile(before.map(({ text }) => text)));
    },
    write: (_name, bytes) => write(typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8')),
    remove: () => write(asFile([])),
  };
}

/** An event whose times make no sense is left out, and the rest stands. */
function tellGroup(tell: () => readonly Component[]): readonly Standing[] {
  try {
    return tell().map((component) => ({ ...component, read: readComponent(component.text) }));
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

const asFile = (texts: readonly string[]): string =>
  EMPTY_CALENDAR.replace('X-WR-CALNAME:Personal\r\n', '').replace(
    'END:VCALENDAR',
    () => `${texts.join('')}END:VCALENDAR`,
  );

function groupByUid<T>(all: readonly T[], read: (each: T) => ReadComponent): ReadonlyMap<string, Group<T>> {
  const groups = Map.groupBy(all, (each) => read(each).uid);
  return new Map(
    [...groups].map(([uid, members]) => [
      uid,
      {
        master: members.find((each) => read(each).stamp === null) ?? null,
        others: new Map(
          members.flatMap((each) => {
            const { stamp } = read(each);
            return stamp === null ? [] : [[stamp, each] as const];
          }),
        ),
      },
    ]),
  );
}

const only = (etag: string | null) => (etag === null ? {} : { headers: { 'If-Match': etag } });

/** Somebody was faster; what was deleted meanwhile has changed too. */
function inWords(error: unknown): never {
  const found = failureIn(error);
  if ([404, 410, 412].includes(found.status))
    throw new GoogleFailure({ kind: 'changed-since', what: t`this event` }, found);
  throw found;
}

/** Whether the series itself says that there is none at that time. */
const isLeftOut = ({ recurrence }: EventFields, stamp: string): boolean =>
  (recurrence ?? []).some((line) => {
    if (!/^EXDATE/i.test(line)) return false;
    const block = `BEGIN:VEVENT\r\nUID:x\r\nDTSTART:20000101T000000Z\r\n${line.replace(/^EXDATE/i, 'RECURRENCE-ID')}\r\nEND:VEVENT\r\n`;
    return readComponent(block).stamp === stamp;
  });

/** What the series says of one of it, at its own time. */
function asInSeries(
  { summary, description, location, transparency, start, end }: EventFields,
  { read }: Standing,
): object {
  const { stamp } = read;
  const isDate = start.date !== null;
  const from = isDate ? Date.parse(start.date ?? '') : Date.parse(start.dateTime ?? '');
  const to = isDate ? Date.parse(end.date ?? '') : Date.parse(end.dateTime ?? '');
  const at = momentOfStamp(stamp ?? '');
  const time = (milliseconds: number) => {
    const iso = new Date(milliseconds).toISOString();
    return isDate
      ? { date: iso.slice(0, 10), dateTime: null, timeZone: null }
      : { date: null, dateTime: iso.replace('.000', ''), timeZone: start.timeZone };
  };
  const extendedProperties = {
    private: Object.fromEntries(Object.keys(read.fields.extendedProperties.private).map((name) => [name, null])),
  };
  return {
    summary,
    description,
    location,
    transparency,
    start: time(at),
    end: time(at + to - from),
    extendedProperties,
  };
}

const momentOfStamp = (stamp: string): number =>
  Date.parse(
    stamp.replace(
      /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/,
      (_all, y, m, d, h = '00', min = '00', s = '00') => `${y}-${m}-${d}T${h}:${min}:${s}Z`,
    ),
  );
