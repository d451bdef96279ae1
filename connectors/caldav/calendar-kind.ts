import type { DavKind } from '#connectors/sdk/dav/open-dav.ts';
import { t } from '#contract/language/t.ts';

/** Events over CalDAV. */
export const calendarKind: DavKind = {
  words: {
    provider: 'caldav',
    service: t`your calendar service`,
    item: t`this event`,
    collection: t`your calendar`,
    things: t`calendars`,
    server: t`a calendar server`,
  },
  accountType: 'caldav',
  mediaType: 'text/calendar',
  data: { asked: 'c:calendar-data', answered: 'calendarData' },
  async collections({ fetchCalendars }, account, fetch) {
    const found = await fetchCalendars({ account, fetch });
    return found
      .filter(({ components }) => components === undefined || components.includes('VEVENT'))
      .map(({ url, displayName }) => ({ url, name: typeof displayName === 'string' ? displayName : t`Calendar` }));
  },
  multiGet: ({ calendarMultiGet }) => calendarMultiGet,
};
