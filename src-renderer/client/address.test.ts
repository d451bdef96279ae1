import { expect, test } from 'vitest';
import { type Address, addressOf, hrefOf } from '#renderer/client/address.ts';

test('every place has an address that leads back to it', () => {
  const places: readonly Address[] = [
    { screen: 'home' },
    { screen: 'run', runId: 'run/1 ü%' },
    { screen: 'approvals' },
    { screen: 'automations' },
    { screen: 'timeline' },
    { screen: 'insights' },
    { screen: 'welcome' },
    { screen: 'integrations' },
    { screen: 'policies' },
    { screen: 'memory' },
  ];
  for (const place of places) expect(addressOf(hrefOf(place))).toEqual(place);
});

test('an address that means nothing leads home', () => {
  for (const hash of ['', '#', '#/', '#/nowhere', '#/runs/', '#token=abc']) {
    expect(addressOf(hash)).toEqual({ screen: 'home' });
  }
  expect(addressOf('#/runs/%zz')).toEqual({ screen: 'run', runId: '%zz' });
});
