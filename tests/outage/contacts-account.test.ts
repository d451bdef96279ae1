import { afterAll, beforeAll, describe } from 'vitest';
import { connector } from '#connectors/carddav/connector.ts';
import { type DavOutage, openDavOutage } from '#tests/outage/dav-outage.ts';
import { onlyAtSignIn } from '#tests/outage/left-out.ts';
import { testOutages } from '#tests/outage/outage.testsuite.ts';
import { haveRadicale } from '#tests/peers/start-radicale.ts';

const add = {
  action: 'carddav.add-contact',
  args: (name: string) => ({ name }),
  asks: true,
  leftOut: onlyAtSignIn,
} as const;

describe.runIf(haveRadicale())('a contacts account while its service is in trouble', () => {
  let dav: DavOutage;
  beforeAll(async () => {
    dav = await openDavOutage();
  });
  afterAll(() => dav?.stop());

  testOutages(() => ({ ...dav.outageOf(connector), deeds: [{ ...add, count: dav.count('people') }] }), [add]);
});
