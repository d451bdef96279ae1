import type { DavKind } from '#connectors/sdk/dav/open-dav.ts';

/** Events over CalDAV. */
export const calendarKind: DavKind = {
  words: {
    provider: 'caldav',
    service: 'your calendar service',
    item: 'this event',
    collection: 'your calendar',
    things: 'calendars',
    server: 'a calendar server',
  },
  accountType: 'caldav',
  mediaType: 'text/calendar',
  data: { asked: 'c:calendar-data', answered: 'calendarData' },
  async collections({ fetchCalendars }, account, fetch) {
    const found = await fetchCalendars({ account, fetch });
    return found
      .filter(({ components }) => components === undefined || components.includes('VEVENT'))
      .map(({ url, displayName }) => ({ url, name: typeof displayName === 'string' ? displayName : 'Calendar' }));
  },
  multiGet: ({ calendarMultiGet }) => calendarMultiGet,
};
