import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connector } from '#connectors/mail/connector.ts';
import { addressOf, withMailServers } from '#connectors/mail/mail-account.testsuite.ts';
import { watchInbox } from '#connectors/mail/watch-inbox.ts';
import type { ReportedHappening } from '#connectors/sdk/happening.ts';
import { openTrialWorld, type TrialWorld } from '#connectors/sdk/trial-world.testsuite.ts';
import type { Failure } from '#contract/model/failure.ts';
import { haveDovecot } from '#tests/peers/start-dovecot.ts';

const email = (id: string) =>
  `From: Ana <ana@example.com>\nSubject: Lunch ${id}\nMessage-ID: <${id}@example.com>\n\nHi\n`;

describe.runIf(haveDovecot())('watching the inbox', () => {
  const servers = withMailServers();
  let world: TrialWorld;
  let ending: AbortController;
  const reported: ReportedHappening[] = [];
  const health: (Failure | null)[] = [];
  let noticed: (() => void)[] = [];

  beforeEach(async () => {
    world = await openTrialWorld(connector, servers.openService);
    ending = new AbortController();
    reported.length = 0;
    health.length = 0;
  });
  afterEach(async () => {
    ending.abort();
    await world.close();
  });

  const notice = () => {
    for (const tell of noticed) tell();
    noticed = [];
  };

  function watch(): void {
    const { folder, fetch, account } = world.surroundings;
    watchInbox({
      folder,
      fetch,
      account,
      signal: ending.signal,
      async report(happening) {
        reported.push(happening);
        notice();
      },
      noteHealth(failure) {
        health.push(failure);
        notice();
      },
    });
  }

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => noticed.push(resolve));
  }

  it('tells of what arrives while it watches, and of nothing that was there before', async () => {
    const own = addressOf(world.surroundings);
    await servers.arrive(own, email('old'));
    watch();
    await until(() => health.includes(null));
    await servers.arrive(own, email('new'));
    await until(() => reported.length > 0);
    expect(reported).toMatchObject([
      {
        kind: 'email-arrived',
        itemId: 'new@example.com',
        fields: { from: 'ana@example.com', name: 'Ana', subject: 'Lunch new' },
      },
    ]);
  });

  it('tells after a restart of what came meanwhile, each once', async () => {
    const own = addressOf(world.surroundings);
    watch();
    await until(() => health.includes(null));
    await servers.arrive(own, email('first'));
    await until(() => reported.length === 1);
    ending.abort();
    for (const id of ['second', 'third']) await servers.arrive(own, email(id));
    ending = new AbortController();
    watch();
    await until(() => reported.length === 3);
    expect(reported.map(({ itemId }) => itemId.split('@')[0])).toEqual(['first', 'second', 'third']);
  });

  it('goes on after a restart in the middle of very much, and reads next to nothing twice', async () => {
    const own = addressOf(world.surroundings);
    watch();
    await until(() => health.includes(null));
    ending.abort();
    servers.dovecot().deliver(
      own,
      Array.from({ length: 450 }, (_, n) => email(`many-${n}`)),
    );
    ending = new AbortController();
    watch();
    await until(() => reported.length >= 201);
    ending.abort();
    const before = reported.length;
    ending = new AbortController();
    watch();
    await until(() => new Set(reported.map(({ itemId }) => itemId)).size === 450);
    // A portion that was read and not yet noted is read again, and told of under the same names.
    expect(reported.length - 450).toBeLessThanOrEqual(200);
    expect(before).toBeLessThan(450);
  });

  it('says once that the password is turned away, and does not try on', async () => {
    world.service?.be('revoked');
    watch();
    await until(() => health.length > 0);
    expect(health).toEqual([{ kind: 'needs-reconnect', provider: 'mail' }]);
  });
});
