import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connector } from '#connectors/google/connector.ts';
import { watchGmailEvery } from '#connectors/google/gmail/watch-gmail.ts';
import { withGoogleServer } from '#connectors/google/google-account.testsuite.ts';
import { scopes } from '#connectors/google/google-settings.ts';
import type { ReportedHappening } from '#connectors/sdk/happening.ts';
import { openTrialWorld, type TrialWorld } from '#connectors/sdk/trial-world.testsuite.ts';
import type { Failure } from '#contract/model/failure.ts';

describe('watching the inbox of Gmail', () => {
  const servers = withGoogleServer();
  let world: TrialWorld;
  let ending: AbortController;
  const reported: ReportedHappening[] = [];
  const health: (Failure | null)[] = [];

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

  function watch(scope: string = scopes.gmail): void {
    const { folder, fetch, account } = world.surroundings;
    watchGmailEvery(20)({
      folder,
      fetch,
      account: account && { ...account, settings: { ...account.settings, scope } },
      signal: ending.signal,
      report: async (happening) => void reported.push(happening),
      noteHealth: (failure) => void health.push(failure),
    });
  }
  async function looks(times = 2): Promise<void> {
    const before = health.length;
    while (health.length < before + times) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  async function arrive(subject: string, labelIds = ['INBOX', 'UNREAD']): Promise<void> {
    const text = `From: Ana <ana@example.com>\r\nTo: me@example.org\r\nSubject: ${subject}\r\n\r\nHi\r\n`;
    const raw = Buffer.from(text).toString('base64url');
    await servers.byHand(world.surroundings, 'POST', '/gmail/v1/users/me/messages', { raw, labelIds });
  }
  const subjects = () => reported.map(({ fields }) => fields.subject);
  const restart = () => {
    ending.abort();
    ending = new AbortController();
    watch();
  };

  it('tells of what arrives while it watches, once, and of nothing that was there before or is no arrival', async () => {
    await arrive('Before');
    watch();
    await looks();
    await arrive('Lunch?');
    await arrive('Sent by me', ['SENT']);
    await looks();
    expect(reported).toMatchObject([
      { kind: 'email-arrived', fields: { from: 'ana@example.com', name: 'Ana', subject: 'Lunch?' } },
    ]);
    await looks();
    expect(subjects()).toEqual(['Lunch?']);
  });

  it('tells what came while the app was closed, also after Gmail has forgotten what changed', async () => {
    watch();
    await looks();
    await arrive('One');
    await looks();
    ending.abort();
    await arrive('Two');
    restart();
    await looks();
    expect(subjects()).toEqual(['One', 'Two']);
    ending.abort();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await arrive('Three');
    servers.google().forgetHistory();
    restart();
    await looks();
    expect(new Set(subjects())).toEqual(new Set(['One', 'Two', 'Three']));
    const ids = new Map(reported.map(({ itemId, fields }) => [itemId, fields.subject]));
    expect([...ids.values()].sort()).toEqual(['One', 'Three', 'Two']);
  });

  it('goes on once Google is there again, and stops where it is not allowed', async () => {
    watch();
    await looks();
    world.service?.be('down');
    while (health.at(-1) === null) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(health.at(-1)).toMatchObject({ kind: 'unreachable' });
    world.service?.be(null);
    await arrive('After');
    while (subjects().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(subjects()).toEqual(['After']);
    ending.abort();
    ending = new AbortController();
    health.length = 0;
    watch(scopes.calendar);
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(health).toEqual([]);
  });
});
