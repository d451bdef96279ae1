import { describe } from 'vitest';
import { idFor } from '#connectors/google/calendar/event-ids.ts';
import { connector } from '#connectors/google/connector.ts';
import { withGoogleServer } from '#connectors/google/google-account.testsuite.ts';
import { calendarTrials, uidOf } from '#connectors/sdk/calendar/calendar-trials.testsuite.ts';
import { testConnector } from '#connectors/sdk/connector.testsuite.ts';

describe('the calendar, against Google on this computer', { timeout: 60_000 }, () => {
  const servers = withGoogleServer();

  testConnector(
    { ...connector, actions: connector.actions.filter(({ name }) => /event|free-time/.test(name)) },
    calendarTrials('google', async (world, output) => {
      const path = `/calendar/v3/calendars/primary/events/${idFor(uidOf(output))}`;
      await servers.byHand(world, 'PATCH', path, { summary: 'Something else' });
    }),
    servers.openService,
  );
});
