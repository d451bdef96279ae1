import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { beginSignIn, type SignInWish } from '#connectors/sdk/oauth/begin-sign-in.ts';
import { renewTokens, revokeTokens } from '#connectors/sdk/oauth/renew-tokens.ts';
import type { OAuthServer } from '#connectors/sdk/oauth/sign-in-definition.ts';
import type { Tokens } from '#connectors/sdk/oauth/tokens.ts';
import { type Oidc, startOidc } from '#tests/peers/start-oidc.ts';

const now = () => Date.parse('2026-11-25T12:00:00Z');
const reach = () => ({ fetch: globalThis.fetch, signal: AbortSignal.timeout(10_000) });

describe('signing in in the browser, against oidc-provider', () => {
  let oidc: Oidc;
  let server: OAuthServer;
  beforeAll(async () => {
    // It warns of what only matters where it serves more than trials.
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.spyOn(console, 'info').mockImplementation(() => {});
    oidc = await startOidc();
    const told = await (await fetch(`${oidc.issuer}/.well-known/openid-configuration`)).json();
    server = told as OAuthServer;
  });
  afterAll(async () => {
    await oidc?.stop();
    vi.restoreAllMocks();
  });

  const wish = (change: Partial<SignInWish> = {}): SignInWish => ({
    server,
    client: oidc.client,
    scopes: ['calendar', 'mail'],
    parameters: {},
    title: 'The service',
    ...change,
  });
  const begin = (change?: Partial<SignInWish>, patience?: number) =>
    beginSignIn(wish(change), globalThis.fetch, now, patience);
  /** What the browser is sent back to, with something in it changed on the way. */
  function tampered(url: string, change: (params: URLSearchParams) => void): string {
    const changed = new URL(url);
    change(changed.searchParams);
    return changed.href;
  }
  const trouble = (reason: string) => ({ ok: false, trouble: { reason } });

  async function signedIn(): Promise<Tokens> {
    const { url, tokens } = await begin();
    await fetch((await oidc.visit(url)).url);
    const got = await tokens;
    if (!got.ok) throw new Error(got.trouble.says);
    return got.value;
  }
  const whose = () => ({ server, client: oidc.client, provider: 'trial', title: 'The service' });

  it('asks with PKCE and a state of its own, on a port of this computer', async () => {
    const [one, other] = [await begin(), await begin()];
    const [first, second] = [new URL(one.url).searchParams, new URL(other.url).searchParams];
    expect(first.get('code_challenge_method')).toBe('S256');
    expect(first.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/signed-in$/);
    for (const name of ['state', 'code_challenge', 'redirect_uri']) expect(first.get(name)).not.toBe(second.get(name));
    expect(first.get('state')?.length).toBeGreaterThanOrEqual(40);
    one.cancel();
    other.cancel();
    expect(await one.tokens).toMatchObject(trouble('too-late'));
  });

  it('gets tokens for what was allowed, and shows a page that holds nothing of it', async () => {
    const { url, tokens } = await begin();
    const landing = await oidc.visit(url);
    const page = await fetch(landing.url);
    const text = await page.text();
    expect(text).toContain('You can close this page');
    for (const secret of ['code', 'state']) expect(text).not.toContain(new URL(landing.url).searchParams.get(secret));
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await tokens).toMatchObject({
      ok: true,
      value: { scope: ['calendar', 'mail'], refresh: expect.any(String), accessEndsAt: now() + 3_600_000 },
    });
    // The port was for this one answer.
    await expect(fetch(landing.url)).rejects.toThrow();
  });

  it('does not take an answer to another sign-in, and still waits for its own', async () => {
    const { url, tokens } = await begin();
    const landing = await oidc.visit(url);
    for (const change of [
      (params: URLSearchParams) => params.set('state', 'x'.repeat(43)),
      (params: URLSearchParams) => params.delete('state'),
      (params: URLSearchParams) => params.append('state', 'another'),
    ]) {
      expect((await fetch(tampered(landing.url, change))).status).toBe(400);
    }
    expect((await fetch(landing.url)).status).toBe(200);
    expect(await tokens).toMatchObject({ ok: true });
  });

  it('takes no answer by another way, by another name of this computer, or at another address', async () => {
    const { url, tokens, cancel } = await begin();
    const { href, port } = new URL(new URL(url).searchParams.get('redirect_uri') ?? '');
    const state = new URL(url).searchParams.get('state');
    const answer = `?code=stolen&state=${state}`;
    expect((await fetch(href + answer, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/elsewhere${answer}`)).status).toBe(404);
    const { request } = await import('node:http');
    const rebound = await new Promise<number>((resolve) => {
      request(href + answer, { headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      }).end();
    });
    expect(rebound).toBe(404);
    cancel();
    expect(await tokens).toMatchObject(trouble('too-late'));
  });

  it('does not take an answer of another service (mix-up)', async () => {
    for (const change of [
      (params: URLSearchParams) => params.set('iss', 'https://evil.example'),
      (params: URLSearchParams) => params.delete('iss'),
    ]) {
      const { url, tokens } = await begin();
      await fetch(tampered((await oidc.visit(url)).url, change));
      const got = await tokens;
      expect(got).toMatchObject(trouble('unusable'));
    }
  });

  it('says that it was declined', async () => {
    const { url, tokens } = await begin();
    await fetch((await oidc.visit(url, 'decline')).url);
    expect(await tokens).toMatchObject({
      ok: false,
      trouble: { reason: 'not-allowed', says: 'You did not allow it at The service. Nothing was saved.' },
    });
  });

  it('gets nothing for a code that was used already, or was made for another sign-in', async () => {
    const first = await begin();
    const used = (await oidc.visit(first.url)).url;
    await fetch(used);
    expect(await first.tokens).toMatchObject({ ok: true });

    const second = await begin();
    const own = (await oidc.visit(second.url)).url;
    const code = new URL(used).searchParams.get('code') ?? '';
    await fetch(tampered(own, (params) => params.set('code', code)));
    expect(await second.tokens).toMatchObject(trouble('too-late'));

    const [third, fourth] = [await begin(), await begin()];
    const [theirs, ours] = [(await oidc.visit(third.url)).url, (await oidc.visit(fourth.url)).url];
    // Fresh, but bound to the secret of the other sign-in (PKCE).
    const foreign = new URL(theirs).searchParams.get('code') ?? '';
    await fetch(tampered(ours, (params) => params.set('code', foreign)));
    expect(await fourth.tokens).toMatchObject(trouble('too-late'));
    third.cancel();
    await third.tokens;
  });

  it('keeps two sign-ins apart that are under way at once, whichever comes back first', async () => {
    const [one, other] = [await begin({ scopes: ['calendar'] }), await begin({ scopes: ['mail'] })];
    const [first, second] = await Promise.all([oidc.visit(one.url), oidc.visit(other.url)]);
    await fetch(second.url);
    await fetch(first.url);
    expect(await one.tokens).toMatchObject({ ok: true, value: { scope: ['calendar'] } });
    expect(await other.tokens).toMatchObject({ ok: true, value: { scope: ['mail'] } });
  });

  it('gives up when nobody comes, and its port is shut', async () => {
    const { url, tokens } = await begin({}, 50);
    expect(await tokens).toMatchObject(trouble('too-late'));
    await expect(fetch((await oidc.visit(url)).url)).rejects.toThrow();
  });

  it('waits for a browser that is slow, and is not held up by one that says nothing', async () => {
    const { url, tokens } = await begin();
    const { port } = new URL(new URL(url).searchParams.get('redirect_uri') ?? '');
    const { connect } = await import('node:net');
    const silent = connect(Number(port), '127.0.0.1');
    const landing = await oidc.visit(url);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await fetch(landing.url);
    expect(await tokens).toMatchObject({ ok: true });
    silent.destroy();
  });

  it('says so when the client is not taken, or nobody is there', async () => {
    const wrong = await begin({ client: { ...oidc.client, secret: 'wrong' } });
    await fetch((await oidc.visit(wrong.url)).url);
    expect(await wrong.tokens).toMatchObject(trouble('wrong-client'));
    const gone = await begin({ server: { ...server, token_endpoint: 'http://127.0.0.1:9/token' } });
    await fetch((await oidc.visit(gone.url)).url);
    expect(await gone.tokens).toMatchObject(trouble('unreachable'));
  });

  it('never sends a code or a token over a wire that is not encrypted, but on this computer', async () => {
    const asked: string[] = [];
    const fetch = (async (url: string) => {
      asked.push(url);
      return new Response('{}');
    }) as typeof globalThis.fetch;
    const under = await beginSignIn(wish({ server: { ...server, token_endpoint: 'http://x.example/' } }), fetch, now);
    await globalThis.fetch((await oidc.visit(under.url)).url);
    expect(await under.tokens).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
  });

  it('renews, and takes the new refresh token where there is one', async () => {
    const tokens = await signedIn();
    const renewed = await renewTokens(whose(), tokens, reach(), now());
    expect(renewed).toMatchObject({ ok: true, value: { scope: ['calendar', 'mail'] } });
    if (!renewed.ok) return;
    expect(renewed.value.refresh).not.toBe(tokens.refresh);
    // The one before was taken once; whoever shows it again is turned away.
    expect(await renewTokens(whose(), tokens, reach(), now())).toMatchObject({ failure: { kind: 'needs-reconnect' } });
  });

  it('takes back what was granted', async () => {
    const tokens = await signedIn();
    expect(await revokeTokens(whose(), tokens, reach())).toBe(true);
    expect(await renewTokens(whose(), tokens, reach(), now())).toMatchObject({ failure: { kind: 'needs-reconnect' } });
    expect(
      await revokeTokens(
        { ...whose(), server: { ...server, revocation_endpoint: 'http://127.0.0.1:9/' } },
        tokens,
        reach(),
      ),
    ).toBe(false);
  });

  it.each([
    [429, { error: 'slow_down' }, 'rate-limited'],
    [500, 'oops', 'unreachable'],
    [503, { error: 'temporarily_unavailable' }, 'unreachable'],
    [400, { error: 'invalid_grant' }, 'needs-reconnect'],
    [401, { error: 'invalid_client' }, 'needs-reconnect'],
    [200, { access_token: 7 }, 'unreachable'],
  ] as const)('when the service answers a renewal with %i, it says what that means', async (status, body, kind) => {
    const answer = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { 'content-type': 'application/json' };
    const fetch = (async () => new Response(answer, { status, headers })) as typeof globalThis.fetch;
    const tokens = { access: 'a', accessEndsAt: 0, refresh: 'r', refreshEndsAt: null, scope: [] };
    expect(await renewTokens(whose(), tokens, { ...reach(), fetch }, now())).toMatchObject({ failure: { kind } });
  });
});
