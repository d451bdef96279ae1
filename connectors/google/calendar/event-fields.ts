import { ownNames } from '#connectors/google/calendar/event-text.ts';
import { type GoogleTime, stampOf, writeGoogleTime } from '#connectors/google/calendar/event-times.ts';
import { MARK } from '#connectors/sdk/calendar/change-mark.ts';
import { type ContentLine, ownLines, readLines } from '#connectors/sdk/calendar/content-line.ts';

/** What an event's component says, in Google's fields. Null takes away what is not said any more. */
export type EventFields = {
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly start: Required<GoogleTime>;
  readonly end: Required<GoogleTime>;
  readonly recurrence: readonly string[] | null;
  readonly transparency: 'opaque' | 'transparent';
  readonly extendedProperties: { readonly private: Readonly<Record<string, string | null>> };
};

/** A component of iCalendar text, read for writing it to Google. */
export type ReadComponent = {
  readonly uid: string;
  /** For one of a series: when it would have been, as Google's ids say it. */
  readonly stamp: string | null;
  readonly fields: EventFields;
};

const repeating = new Set(['RRULE', 'RDATE', 'EXDATE']);

export function readComponent(text: string): ReadComponent {
  const lines = readLines(text);
  const first = (name: string) => ownLines(lines, name)[0] ?? null;
  const value = (name: string) => unescapeText(first(name)?.value ?? '');
  const replaces = first('RECURRENCE-ID');
  const start = first('DTSTART');
  if (start === null) throw new Error('An event without a start is in no calendar.');
  const uid = value('UID');
  const recurrence = lines.filter(({ depth, name }) => depth === 1 && repeating.has(name)).map(contentOf);
  const marks = ownLines(lines, MARK).map((line) => line.value);
  return {
    uid,
    stamp: replaces === null ? null : stampOf(replaces),
    fields: {
      summary: value('SUMMARY'),
      description: value('DESCRIPTION') || null,
      location: value('LOCATION') || null,
      start: writeGoogleTime(start),
      end: writeGoogleTime(first('DTEND') ?? start),
      recurrence: recurrence.length === 0 ? null : recurrence,
      transparency: value('TRANSP').toUpperCase() === 'TRANSPARENT' ? 'transparent' : 'opaque',
      extendedProperties: {
        private: {
          [ownNames.uid]: uid.includes('@') ? uid : null,
          [ownNames.changes]: marks.length === 0 ? null : marks.join(' '),
          [ownNames.rule]: first('RRULE')?.value ?? null,
        },
      },
    },
  };
}

/** What has to be sent so that one becomes the other; null when nothing has. */
export function changedFields(before: EventFields, after: EventFields): Partial<EventFields> | null {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof EventFields]),
  );
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

/** As a new event is sent: without what it does not have. */
export const withoutNulls = (fields: object): object =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (value === null) return [];
      return [[name, typeof value === 'object' && !Array.isArray(value) ? withoutNulls(value) : value]];
    }),
  );

const contentOf = ({ name, params, value }: ContentLine): string => `${name}${params}:${value}`;

const unescapeText = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/g, (_whole, character: string) => (character.toLowerCase() === 'n' ? '\n' : character));
