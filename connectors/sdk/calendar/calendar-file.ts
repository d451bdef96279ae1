import type { Folder } from '#connectors/sdk/action.ts';
import { type Block, type IcsText, lineEndOf, splitIcs } from '#connectors/sdk/calendar/ics-text.ts';
import { unreadable } from '#connectors/sdk/failures.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

export const CALENDAR_FILE = 'personal.ics';

const MOST_BYTES = 50_000_000;

/** What a calendar file holds before anything is in it. */
export const EMPTY_CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Life OS//Calendar//EN',
  'CALSCALE:GREGORIAN',
  'X-WR-CALNAME:Personal',
  'END:VCALENDAR',
  '',
].join('\r\n');

/** The calendar file as it stands, taken apart but not changed. */
export type Calendar = {
  readonly ics: IcsText;
  readonly events: readonly Block[];
  readonly timeZones: readonly Block[];
  readonly lineEnd: '\r\n' | '\n';
  /** False where there is a calendar. Else what is there instead: a blank file's text, or null for no file. */
  readonly blank: string | null | false;
};

/** Reads the calendar; no file and a blank one are an empty calendar. A failure when it cannot be understood. */
export async function readCalendar(folder: Folder): Promise<Result<Calendar>> {
  const bytes = await folder.read(CALENDAR_FILE);
  if (bytes === null) return understand(EMPTY_CALENDAR, null);
  if (bytes.length > MOST_BYTES) {
    return unreadable(t`The file ${CALENDAR_FILE} is larger than ${MOST_BYTES / 1e6} MB, so it was left as it is.`);
  }
  const source = decode(bytes);
  if (source === null) return unreadable(t`The file ${CALENDAR_FILE} is not UTF-8 text, so it was left as it is.`);
  return source.trim() === '' ? understand(EMPTY_CALENDAR, source) : understand(source, false);
}

/** Null for what is not UTF-8. A byte order mark is kept, so that the text encodes to the same bytes again. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A calendar that is in no file of the person's. */
export const parseCalendar = (source: string, name: string): Result<Calendar> => understand(source, false, name);

function understand(source: string, blank: Calendar['blank'], name = CALENDAR_FILE): Result<Calendar> {
  const split = splitIcs(source);
  if (!split.ok) {
    return unreadable(t`The file ${name} can’t be understood from line ${split.line} on, so it was left as it is.`);
  }
  const ics = split.value;
  return succeed({
    ics,
    events: ics.blocks.filter(({ name }) => name === 'VEVENT'),
    timeZones: ics.blocks.filter(({ name }) => name === 'VTIMEZONE'),
    lineEnd: lineEndOf(source),
    blank,
  });
}
