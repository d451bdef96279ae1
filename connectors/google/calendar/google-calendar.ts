import { forgetCalendar } from '#connectors/google/calendar/calendar-memory.ts';
import { googleCalendarFolder } from '#connectors/google/calendar/google-calendar-folder.ts';
import { PROVIDER } from '#connectors/google/google-failure.ts';
import { withGoogle } from '#connectors/google/google-session.ts';
import { scopes } from '#connectors/google/google-settings.ts';
import type { CalendarAccount } from '#connectors/sdk/calendar/over-account.ts';

/** The person's own calendar at Google. */
export const googleCalendar: CalendarAccount = {
  provider: PROVIDER,
  scopesOf: () => [scopes.calendar],
  within: (where, work) =>
    withGoogle(where, scopes.calendar, async (session) => {
      const done = await work({ ...where, signal: where.signal, folder: googleCalendarFolder(session, where.folder) });
      if (!done.ok && done.failure.kind === 'needs-reconnect') forgetCalendar(session);
      return done;
    }),
};
