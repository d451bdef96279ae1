import { describe } from 'vitest';
import { connector } from '#connectors/caldav/connector.ts';
import { heldEvents } from '#connectors/caldav/held-events.testsuite.ts';
import { calendarTrials, uidOf } from '#connectors/sdk/calendar/calendar-trials.testsuite.ts';
import { testConnector } from '#connectors/sdk/connector.testsuite.ts';
import { withDavServer } from '#tests/peers/serve-dav-account.ts';
import { haveRadicale } from '#tests/peers/start-radicale.ts';

describe.runIf(haveRadicale())('against Radicale', { timeout: 60_000 }, () => {
  const servers = withDavServer(heldEvents);

  testConnector(
    connector,
    calendarTrials('caldav', async ({ account }, output) => {
      const user = account?.settings.user ?? '';
      for (const [path, text] of Object.entries(await servers.objects(user))) {
        if (!text.includes(`UID:${uidOf(output)}`)) continue;
        await servers.radicale().ask(user, 'PUT', path, text.replace(/SUMMARY:.*/, 'SUMMARY:Something else'));
      }
    }),
    servers.openService,
  );
});
