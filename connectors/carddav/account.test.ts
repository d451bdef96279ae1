import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { account, knownServices } from '#connectors/carddav/account.ts';
import { cardKind } from '#connectors/carddav/card-kind.ts';
import { connector } from '#connectors/carddav/connector.ts';
import { heldCards } from '#connectors/carddav/held-cards.testsuite.ts';
import { watchContacts } from '#connectors/carddav/watch-contacts.ts';
import { contactIn } from '#connectors/sdk/contacts/contact-trials.testsuite.ts';
import type { Watching } from '#connectors/sdk/happening.ts';
import { openFolder } from '#connectors/sdk/local-folder.ts';
import { actionOf, contextOf, openTrialWorld, type TrialWorld, takeUp } from '#connectors/sdk/trial-world.testsuite.ts';
import type { AccountValues } from '#contract/model/account.ts';
import { succeed } from '#contract/model/result.ts';
import { withDavServer } from '#tests/peers/serve-dav-account.ts';
import { haveRadicale } from '#tests/peers/start-radicale.ts';

const reach = { fetch: globalThis.fetch, signal: new AbortController().signal };
const ana = { name: 'Ana Silva', emails: ['ana@example.com'] };

it.each(knownServices.flatMap(({ name, domains, url }) => domains.map((domain) => [domain, name, url] as const)))(
  'knows %s without asking anybody',
  async (domain, _name, url) => {
    const found = await account.find?.({ address: `ana@${domain}` }, reach);
    expect(found).toMatchObject({ ok: true, value: { settings: { url, user: `ana@${domain}` } } });
  },
);

it('leaves out lists that a server fills by itself', async () => {
  const books = ['people', 'z-server-generated--system', 'z-app-generated--contactsinteraction--recent'];
  const fetchAddressBooks = async () =>
    books.map((name) => ({ url: `https://x.example/books/${name}/`, displayName: name }));
  const found = await cardKind.collections({ fetchAddressBooks } as never, {} as never, reach.fetch);
  expect(found.map(({ name }) => name)).toEqual(['people']);
});

describe.runIf(haveRadicale())('against Radicale', { timeout: 60_000 }, () => {
  const servers = withDavServer(heldCards);
  let world: TrialWorld;
  beforeEach(async () => {
    world = await openTrialWorld(connector, servers.openService);
  });
  afterEach(() => world.close());
  const user = () => world.surroundings.account?.settings.user ?? '';

  it('signs in, says where new contacts go, and why it can’t', async () => {
    const attempt = (change: AccountValues, password = servers.radicale().password) =>
      account.test(
        { settings: { ...world.surroundings.account?.settings, ...change }, secret: async () => succeed(password) },
        reach,
      );
    expect(await attempt({})).toEqual({ ok: true, value: { says: 'It works: new contacts go into “People”.' } });
    expect(await attempt({}, 'no')).toMatchObject({ trouble: { reason: 'wrong-password' } });
    expect(await attempt({ url: 'http://127.0.0.1:1/' })).toMatchObject({ trouble: { reason: 'unreachable' } });
  });

  it('does not write over a change that comes between its own look and its own word (ETag)', async () => {
    const { id } = contactIn(await world.run('carddav.add-contact', ana));
    const change = actionOf(connector, 'carddav.change-contact');
    const { input, before } = await takeUp(change, { id, emails: ['new@example.com'] }, world.surroundings);
    const context = contextOf(world.surroundings, { mode: 'execute', key: 'c', before });
    const fetch: typeof globalThis.fetch = async (target, init) => {
      if (init?.method === 'PUT') {
        for (const [path, text] of Object.entries(await servers.objects(user()))) {
          await servers.radicale().ask(user(), 'PUT', path, text.replace('FN:Ana Silva', 'FN:Somebody was faster'));
        }
      }
      return globalThis.fetch(target, init);
    };
    expect(await change.run(input, { ...context, fetch })).toMatchObject({ failure: { kind: 'changed-since' } });
    expect(Object.values(await servers.objects(user())).join()).toContain('Somebody was faster');
  });

  it('keeps who was last seen, looks anew after a change from here, and forgets another account', async () => {
    const { names, watch } = await whoIsSeen();
    const settings = world.surroundings.account?.settings ?? {};
    const ending = new AbortController();
    watch(settings, ending.signal);
    await expect.poll(names).toEqual([]);
    await world.run('carddav.add-contact', ana);
    await expect.poll(names, { timeout: 10_000 }).toEqual(['Ana Silva']);
    ending.abort();

    const next = new AbortController();
    watch({ ...settings, url: 'http://127.0.0.1:1/' }, next.signal);
    await expect.poll(names).toEqual([]);
    next.abort();
  });

  it('looks anew after a change from here that came while it looked', async () => {
    const { names, watch } = await whoIsSeen();
    const settings = world.surroundings.account?.settings ?? {};
    const ending = new AbortController();
    let isAdded = false;
    const fetch: typeof globalThis.fetch = async (target, init) => {
      const answer = await globalThis.fetch(target, init);
      const isList = init?.method === 'PROPFIND' && new Headers(init.headers).get('depth') === '1';
      if (isList && String(target).endsWith('/people/') && !isAdded) {
        isAdded = true;
        await world.run('carddav.add-contact', ana);
      }
      return answer;
    };
    watch(settings, ending.signal, fetch);
    await expect.poll(names).toEqual(['Ana Silva']);
    ending.abort();
  });

  /** What the app keeps of who stands in an account, and what keeps it up to date. */
  async function whoIsSeen() {
    const home = await mkdtemp(join(tmpdir(), 'seen-'));
    onTestFinished(() => rm(home, { recursive: true, force: true }));
    const folder = openFolder(home);
    const names = async () => (await connector.people?.(folder))?.map(({ name }) => name) ?? [];
    const watch = (settings: AccountValues, signal: AbortSignal, fetch = globalThis.fetch) =>
      watchContacts({
        folder,
        fetch,
        account: { settings, secret: async () => succeed(servers.radicale().password) },
        signal,
        report: async () => {},
        noteHealth: () => {},
      } satisfies Watching);
    return { names, watch };
  }
});
