import { CALENDAR_FILE, EMPTY_CALENDAR } from '#connectors/sdk/calendar/calendar-file.ts';
import { type Block, readTextProperty, splitIcs } from '#connectors/sdk/calendar/ics-text.ts';
import type { Edit, FileForm } from '#connectors/sdk/dav/account-folder.ts';
import type { DavObject } from '#connectors/sdk/dav/open-dav.ts';
import { t } from '#contract/language/t.ts';

/** The components of one event, under the address where the service keeps them. */
export type Kept = {
  readonly uid: string;
  readonly object: DavObject;
  readonly events: readonly string[];
  readonly zones: readonly string[];
};

/** Null for what holds no event that can be read. */
function readObject(object: DavObject): Kept | null {
  const split = splitIcs(withLineEnds(object.text));
  if (!split.ok) return null;
  const { blocks } = split.value;
  const events = blocks.filter(({ name }) => name === 'VEVENT');
  const [first] = events;
  const uid = first && readTextProperty(first, 'UID');
  if (!uid) return null;
  return { uid, object, events: events.map(textOf), zones: blocks.filter(isZone).map(textOf) };
}

/** All of them as one calendar, for what works on a calendar file. Each time zone is described once. */
function joinObjects(all: readonly Kept[]): string {
  const zones = new Map(all.flatMap(({ zones: own }) => own.map((text) => [zoneName(text), text] as const)));
  const parts = [...zones.values(), ...all.flatMap(({ events }) => events)].join('');
  return EMPTY_CALENDAR.replace('X-WR-CALNAME:Personal\r\n', '').replace(
    'END:VCALENDAR',
    () => `${parts}END:VCALENDAR`,
  );
}

/** Compares the calendar as it was read with the text that it is to be. */
function editsFor(before: readonly Kept[], text: string): readonly Edit[] {
  const split = splitIcs(text);
  if (!split.ok) throw new Error('What is to be written is no calendar.');
  const { blocks } = split.value;
  const zones = new Map(blocks.filter(isZone).map((block) => [zoneName(block.text), block.text]));
  const after = new Map<string, string[]>();
  for (const block of blocks.filter(({ name }) => name === 'VEVENT')) {
    const uid = readTextProperty(block, 'UID') ?? '';
    after.set(uid, [...(after.get(uid) ?? []), block.text]);
  }
  const known = new Map(before.map((kept) => [kept.uid, kept]));
  const edits: Edit[] = [];
  for (const kept of before) if (!after.has(kept.uid)) edits.push({ kind: 'remove', object: kept.object });
  for (const [uid, events] of after) {
    const kept = known.get(uid);
    if (kept && kept.events.join('') === events.join('')) continue;
    const wanted = wrap(events, zones);
    edits.push(kept ? { kind: 'update', object: kept.object, text: wanted } : { kind: 'create', uid, text: wanted });
  }
  return edits;
}

/** One event as the service keeps it: with the time zones that it names, and nothing else. */
function wrap(events: readonly string[], zones: ReadonlyMap<string, string>): string {
  const unfolded = events.join('').replaceAll(/\r\n[ \t]/g, '');
  const named = [...zones].filter(
    ([name]) => name !== '' && new RegExp(`;TZID="?${escaped(name)}"?[:;]`).test(unfolded),
  );
  const parts = [...named.map(([, text]) => text), ...events].join('');
  return EMPTY_CALENDAR.replace('X-WR-CALNAME:Personal\r\n', '').replace(
    'END:VCALENDAR',
    () => `${parts}END:VCALENDAR`,
  );
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const isZone = ({ name }: Block): boolean => name === 'VTIMEZONE';
const zoneName = (text: string): string => /^TZID:(.*)$/im.exec(text)?.[1]?.trim() ?? '';

/** As in a file: with line breaks of its own, the last one included. */
const textOf = ({ text }: Block): string => withLineEnds(text);
const withLineEnds = (text: string): string => `${text.replaceAll(/\r\n|\r|\n/g, '\r\n').trimEnd()}\r\n`;

/** The events of an account as one calendar file. */
export const calendarForm: FileForm<Kept> = {
  fileName: CALENDAR_FILE,
  ending: '.ics',
  read: readObject,
  join: joinObjects,
  editsFor,
  missing: t`a calendar in your account`,
};
