import { describe } from 'vitest';
import { connector } from '#connectors/carddav/connector.ts';
import { heldCards } from '#connectors/carddav/held-cards.testsuite.ts';
import { testConnector } from '#connectors/sdk/connector.testsuite.ts';
import { contactIn, contactTrials } from '#connectors/sdk/contacts/contact-trials.testsuite.ts';
import { withDavServer } from '#tests/peers/serve-dav-account.ts';
import { haveRadicale } from '#tests/peers/start-radicale.ts';

describe.runIf(haveRadicale())('against Radicale', { timeout: 60_000 }, () => {
  const servers = withDavServer(heldCards);

  testConnector(
    connector,
    contactTrials('carddav', async ({ account }, output) => {
      const user = account?.settings.user ?? '';
      for (const [path, text] of Object.entries(await servers.objects(user))) {
        if (!text.includes(`UID:${contactIn(output).id}`)) continue;
        await servers.radicale().ask(user, 'PUT', path, text.replace(/FN:.*/, 'FN:Somebody else'));
      }
    }),
    servers.openService,
  );
});
