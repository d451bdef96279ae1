import { connector } from '#connectors/followed/connector.ts';
import { openLinkService } from '#connectors/followed/serve-links.testsuite.ts';
import { testConnector } from '#connectors/sdk/connector.testsuite.ts';

testConnector(connector, [{ action: 'followed.look-at-calendars', input: () => ({}) }], openLinkService);
