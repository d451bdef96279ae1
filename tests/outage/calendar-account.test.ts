import { afterAll, beforeAll, describe } from 'vitest';
import { connector } from '#connectors/caldav/connector.ts';
import { type DavOutage, openDavOutage } from '#tests/outage/dav-outage.ts';
import { eventCalled } from '#tests/outage/event-called.ts';
import { onlyAtSignIn } from '#tests/outage/left-out.ts';
import { testOutages } from '#tests/outage/outage.testsuite.ts';
import { haveRadicale } from '#tests/peers/start-radicale.ts';

const create = {
  action: 'caldav.create-event',
  args: eventCalled,
  asks: false,
  leftOut: onlyAtSignIn,
} as const;

describe.runIf(haveRadicale())('a calendar account while its service is in trouble', () => {
  let dav: DavOutage;
  beforeAll(async () => {
    dav = await openDavOutage();
  });
  afterAll(() => dav?.stop());

  testOutages(() => ({ ...dav.outageOf(connector), deeds: [{ ...create, count: dav.count('personal') }] }), [create]);
});
