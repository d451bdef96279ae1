import type { calendar_v3 } from '@googleapis/calendar';
import type { GoogleEvent } from '#connectors/google/calendar/event-text.ts';
import { failureIn, type GoogleSession } from '#connectors/google/google-session.ts';

export const CALENDAR = 'primary';
const MOST_AT_ONCE = 2500;

/** What is known of a calendar since the app started, so that looking again asks only for what changed. */
type Memory = { events: Map<string, GoogleEvent>; token: string | null; looking: Promise<unknown> };
const memories = new Map<string, Memory>();

const nameOf = ({ settings }: GoogleSession): string => `${settings.server ?? ''} ${settings.address}`;

/** The account is signed in to anew, or was turned away: nothing that is known of it counts. */
export const forgetCalendar = (session: GoogleSession): void => void memories.delete(nameOf(session));

/** Every event of the person's calendar, and single ones of a series that differ. One look after the other. */
export async function readCalendarOf(session: GoogleSession): Promise<readonly GoogleEvent[]> {
  const name = nameOf(session);
  const memory = memories.get(name) ?? { events: new Map(), token: null, looking: Promise.resolve() };
  memories.set(name, memory);
  const look = memory.looking.then(() => catchUp(session, memory));
  memory.looking = look.catch(() => {});
  await look;
  return [...memory.events.values()];
}

async function catchUp(session: GoogleSession, memory: Memory): Promise<void> {
  const calendar = await session.calendar();
  if (memory.token !== null) {
    try {
      const { events, token } = await listAll(calendar, memory.token);
      for (const event of events) note(memory.events, event);
      memory.token = token;
      return;
    } catch (error) {
      // The token is too old: Google wants everything to be asked for anew.
      if (failureIn(error).status !== 410) throw error;
    }
  }
  const { events, token } = await listAll(calendar, null);
  memory.events = new Map();
  for (const event of events) note(memory.events, event);
  memory.token = token;
}

function note(events: Map<string, GoogleEvent>, event: GoogleEvent): void {
  const id = event.id ?? '';
  // Of a series, one that is called off is something to know; an event that is gone is not.
  if (event.status === 'cancelled' && !event.recurringEventId) events.delete(id);
  else events.set(id, event);
}

async function listAll(calendar: calendar_v3.Calendar, syncToken: string | null) {
  const events: GoogleEvent[] = [];
  let pageToken: string | null = null;
  for (;;) {
    const { data }: { data: calendar_v3.Schema$Events } = await calendar.events.list({
      calendarId: CALENDAR,
      singleEvents: false,
      maxResults: MOST_AT_ONCE,
      ...(syncToken === null ? {} : { syncToken }),
      ...(pageToken === null ? {} : { pageToken }),
    });
    events.push(...(data.items ?? []));
    pageToken = data.nextPageToken ?? null;
    if (pageToken === null) return { events, token: data.nextSyncToken ?? null };
  }
}
