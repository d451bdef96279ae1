import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { attempted, defineField } from '#connectors/sdk/account.ts';
import { type Connector, defineConnector } from '#connectors/sdk/connector.ts';
import { beginSignIn } from '#connectors/sdk/oauth/begin-sign-in.ts';
import type { OAuthServer, SignInDefinition } from '#connectors/sdk/oauth/sign-in-definition.ts';
import type { Tokens } from '#connectors/sdk/oauth/tokens.ts';
import { startLife, type TestLife } from '#main/compose-for-tests.ts';
import { createTokenKeeper, type TokenKeeper } from '#main/vault/token-keeper.ts';
import { type Oidc, startOidc } from '#tests/peers/start-oidc.ts';

const provider = 'trial';
const HOUR = 3_600_000;

/** The keeper over a real vault and a real service that gives out each refresh token once. */
describe('keeping what a service gave out, against oidc-provider', () => {
  let oidc: Oidc;
  let server: OAuthServer;
  let connector: Connector;
  let life: TestLife;
  let keeper: TokenKeeper;
  let now = 0;
  let asked: string[] = [];
  const settings = () => ({ clientId: oidc.client.id });

  beforeAll(async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.spyOn(console, 'info').mockImplementation(() => {});
    oidc = await startOidc();
    server = (await (await fetch(`${oidc.issuer}/.well-known/openid-configuration`)).json()) as OAuthServer;
    const signIn: SignInDefinition = {
      guide: [],
      parts: [],
      client: () => attempted({ settings: settings(), clientSecret: oidc.client.secret }),
      server: () => server,
      parameters: {},
      saysEnding: '',
      takeBackAt: 'example.org',
    };
    connector = defineConnector({
      provider,
      title: 'The service',
      says: 'A trial.',
      lives: 'account',
      account: {
        help: '',
        fields: [defineField({ name: 'clientId', label: 'Client', kind: 'text' })],
        staysBehind: '',
        nameOf: () => 'me',
        test: async () => attempted({ says: 'It works.' }),
        signIn,
      },
      actions: [],
      files: [],
    });
  });
  afterAll(async () => {
    await oidc?.stop();
    vi.restoreAllMocks();
  });
  beforeEach(async () => {
    now = Date.parse('2026-11-25T12:00:00Z');
    asked = [];
    life = await startLife({});
    keeper = open();
  });

  const counting: typeof fetch = (target, init) => {
    asked.push(new URL(String(target)).pathname);
    return fetch(target, init);
  };
  function open(reach: typeof fetch = counting): TokenKeeper {
    const { journal, vault } = life.lifeOs.engine;
    const findConnector = () => connector;
    return createTokenKeeper({ orm: journal.orm, vault, fetch: reach, now: () => now, findConnector });
  }
  async function signIn(): Promise<Tokens> {
    const wish = { server, client: oidc.client, scopes: ['mail'], parameters: {}, title: 'The service' };
    const { url, tokens } = await beginSignIn(wish, fetch, () => now);
    await fetch((await oidc.visit(url)).url);
    const got = await tokens;
    if (!got.ok) throw new Error(got.trouble.says);
    expect(await keeper.keep(provider, got.value, oidc.client.secret)).toMatchObject({ ok: true });
    return got.value;
  }
  const token = (turnedAway?: string) => keeper.accessToken(provider, settings(), turnedAway);
  const kept = () => [...life.keychain.held.values()].find((value) => value.includes('"refresh"')) ?? '{}';

  it('asks the service only once the token is about to end', async () => {
    const { access } = await signIn();
    expect(await token()).toEqual({ ok: true, value: access });
    now += HOUR - 61_000;
    expect(await token()).toEqual({ ok: true, value: access });
    expect(asked).toEqual([]);
    now += 2_000;
    const renewed = await token();
    expect(renewed).toMatchObject({ ok: true });
    expect(renewed).not.toEqual({ ok: true, value: access });
    expect(asked).toEqual(['/token']);
  });

  it('renews once for all who ask at the same time', async () => {
    await signIn();
    now += HOUR;
    const tokens = await Promise.all(Array.from({ length: 10 }, () => token()));
    expect(new Set(tokens.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(asked).toEqual(['/token']);
    // The chain holds: the next renewal goes with the newest refresh token.
    now += HOUR;
    expect(await token()).toMatchObject({ ok: true });
  });

  it('renews at once what was turned away, and for all who were turned away by it only once', async () => {
    const { access } = await signIn();
    const tokens = await Promise.all([token(access), token(access), token()]);
    expect(tokens.every((each) => each.ok)).toBe(true);
    expect(await token(access)).toEqual(tokens[0]);
    expect(asked).toEqual(['/token']);
  });

  it('goes on after a restart', async () => {
    await signIn();
    now += HOUR;
    await token();
    keeper = open();
    now += HOUR;
    expect(await token()).toMatchObject({ ok: true });
  });

  it('goes on when the vault was closed just as it renewed, and keeps it as soon as that is open', async () => {
    await signIn();
    now += HOUR;
    const before = kept();
    const { vault } = life.lifeOs.engine;
    const closed = vi
      .spyOn(vault, 'keep')
      .mockResolvedValue({ ok: false, failure: { kind: 'secrets-closed', because: 'Locked.' } });
    const renewed = await token();
    expect(renewed).toMatchObject({ ok: true });
    expect(kept()).toBe(before);
    expect(await token()).toEqual(renewed);
    closed.mockRestore();
    expect(await token()).toEqual(renewed);
    expect(kept()).not.toBe(before);
    keeper = open();
    now += HOUR;
    expect(await token()).toMatchObject({ ok: true });
  });

  it('when the process ends between renewing and keeping, wants a new sign-in, and loses nothing else', async () => {
    await signIn();
    now += HOUR;
    const { vault } = life.lifeOs.engine;
    const gone = vi
      .spyOn(vault, 'keep')
      .mockResolvedValue({ ok: false, failure: { kind: 'secrets-closed', because: 'Gone.' } });
    await token();
    gone.mockRestore();
    keeper = open();
    // This service takes each refresh token once, so that the one that was kept is worth nothing now.
    expect(await token()).toMatchObject({ ok: false, failure: { kind: 'needs-reconnect', provider } });
    await signIn();
    expect(await token()).toMatchObject({ ok: true });
  });

  it('keeps what it has while the service can’t be reached, and says so', async () => {
    await signIn();
    now += HOUR;
    const before = kept();
    keeper = open(() => Promise.reject(new TypeError('fetch failed')));
    expect(await token()).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
    expect(kept()).toBe(before);
    keeper = open();
    expect(await token()).toMatchObject({ ok: true });
  });

  it('takes back what it was given when the person leaves, also what is being given out at that moment', async () => {
    const { access } = await signIn();
    let going: Promise<unknown> = Promise.resolve();
    keeper = open(async (target, init) => {
      const answer = await counting(target, init);
      if (String(target).endsWith('/token')) going = keeper.leave(provider, settings());
      return answer;
    });
    expect(await token(access)).toMatchObject({ ok: false, failure: { kind: 'needs-reconnect' } });
    await going;
    expect(life.keychain.held.size).toBe(0);
    expect(asked.filter((path) => path.endsWith('/revocation')).length).toBeGreaterThanOrEqual(1);
    expect(await token()).toMatchObject({ ok: false, failure: { kind: 'needs-reconnect' } });
  });

  it('says so when the service could not be told that the person left; nothing is kept here all the same', async () => {
    await signIn();
    keeper = open(() => Promise.reject(new TypeError('fetch failed')));
    expect(await keeper.leave(provider, settings())).toEqual({ ok: true, value: { isRevoked: false } });
    expect(life.keychain.held.size).toBe(0);
  });

  it('takes what can’t be read for gone', async () => {
    await signIn();
    const name = [...life.keychain.held].find(([, value]) => value.includes('"refresh"'))?.[0] ?? '';
    await life.lifeOs.engine.vault.keep(name, '{"access":7}');
    expect(await token()).toMatchObject({ ok: false, failure: { kind: 'needs-reconnect' } });
  });
});
