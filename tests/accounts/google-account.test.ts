import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isRunOver } from '#contract/states/run-state.ts';
import { startLife, type TestLife } from '#main/compose-for-tests.ts';
import { ANA, signInAs } from '#tests/peers/sign-in-to-google.ts';
import { type Google, startGoogle } from '#tests/peers/start-google.ts';

const provider = 'google';

describe('a Google account', () => {
  let google: Google;
  let life: TestLife;
  const opened: string[] = [];
  beforeAll(async () => {
    google = await startGoogle();
  });
  afterAll(() => google?.stop());
  beforeEach(async () => {
    opened.length = 0;
    google.off.clear();
    google.turnAway(ANA, false);
    google.signInLasts = null;
    life = await startLife('as shipped', { openLink: (url) => opened.push(url) });
  });

  const shown = async () => (await life.api.integrations.list()).items.find((item) => item.provider === provider);
  const troubleOf = (asked: Promise<unknown>) =>
    asked.then(
      () => null,
      (error: unknown) => (error instanceof ORPCError ? (error.data ?? error.message) : error),
    );
  const begin = (parts: string[], settings: Record<string, string> = { clientFile: google.clientFile }) =>
    life.api.integrations.signIn({ provider, settings, parts });
  async function connect(parts: string[], settings?: Record<string, string>) {
    const { id, url } = await begin(parts, settings);
    await fetch(await signInAs(url));
    return life.api.integrations.connect({ provider, signIn: id });
  }
  async function still(id: string) {
    for (;;) {
      const run = await life.api.workflows.get({ id });
      if (run.state === 'waiting_approval' || isRunOver(run.state)) return run;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  async function approveAll(id: string) {
    const waiting = await still(id);
    const approve = waiting.approvals
      .filter(({ status }) => status === 'waiting')
      .map((each) => ({ approvalId: each.id, digest: each.digest }));
    await life.api.workflows.approve({ id, approve });
    return still(id);
  }

  it('is connected through the browser; nothing is kept before it worked, and no key ever outside the vault', async () => {
    const { id, url, isOpened } = await begin(['calendar']);
    expect({ isOpened, opened }).toEqual({ isOpened: true, opened: [url] });
    expect(life.keychain.held.size).toBe(0);
    await fetch(await signInAs(url));
    await life.api.integrations.connect({ provider, signIn: id });
    const now = await shown();
    expect(now).toMatchObject({ connected: true, account: { name: ANA, ending: null } });
    expect(now?.account?.signIn?.parts.map(({ name, isAllowed }) => [name, isAllowed]).slice(0, 2)).toEqual([
      ['calendar', true],
      ['gmail', false],
    ]);
    const kept = [...life.keychain.held.values()].join();
    expect(kept).toContain('google_refresh_');
    expect(JSON.stringify(now)).not.toMatch(/google_refresh_|GOCSPX-trial|google_[A-Za-z0-9]{10}/);
    expect(await life.api.integrations.test({ provider })).toEqual({
      says: expect.stringMatching(/^It works: Calendar\./),
    });
  });

  it('is where a sentence puts an event once it is connected, and undo takes it out again', async () => {
    await connect(['calendar']);
    const { runId } = await life.api.tasks.submit({ intent: 'Put dentist on Thursday at 3pm' });
    const waiting = await still(runId);
    expect(waiting.steps.map(({ action }) => action)).toEqual(['google.create-event']);
    expect((await approveAll(runId)).state).toBe('completed');
    const events = () => Object.values(google.calendarOf(ANA).meaning());
    expect(events()).toMatchObject([{ summary: 'Dentist' }]);
    await life.api.workflows.undo({ id: runId });
    for (let tries = 0; tries < 200 && events().length > 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(events()).toEqual([]);
    expect(life.errors).toEqual([]);
  });

  it('understands nothing of mail until that is allowed too, and allowing more takes nothing away', async () => {
    await connect(['calendar']);
    const unread = async () =>
      (await still((await life.api.tasks.submit({ intent: 'Do I have unread email?' })).runId)).steps;
    expect((await unread()).map(({ action }) => action)).not.toContain('google.search-mail');
    // The client is known by now, so that nothing is typed.
    await connect(['gmail'], {});
    expect(
      (await shown())?.account?.signIn?.parts.filter(({ isAllowed }) => isAllowed).map(({ name }) => name),
    ).toEqual(expect.arrayContaining(['calendar', 'gmail']));
    expect((await unread()).map(({ action, state }) => [action, state])).toEqual([['google.search-mail', 'succeeded']]);
  });

  it.each([
    ['calendar', 'The API for Calendar is not switched on'],
    ['gmail', 'The API for Gmail is not switched on'],
    ['docs', 'Switch it on at https://console.cloud.google.com/apis/library/docs.googleapis.com'],
    ['drive', 'Switch it on at https://console.cloud.google.com/apis/library/drive.googleapis.com'],
  ] as const)(
    'says what is missing at Google, and goes on once it is there, without signing in again (%s)',
    async (api, says) => {
      google.off.add(api);
      const { id, url } = await begin(['calendar', 'gmail', 'docs']);
      await fetch(await signInAs(url));
      expect(await troubleOf(life.api.integrations.connect({ provider, signIn: id }))).toMatchObject({
        reason: 'not-switched-on',
        says: expect.stringContaining(says),
      });
      expect((await shown())?.connected).toBe(false);
      expect(life.keychain.held.size).toBe(0);
      google.off.clear();
      expect(await life.api.integrations.connect({ provider, signIn: id })).toMatchObject({ connected: true });
    },
  );

  it.each([
    ['{}', 'settings|wrong-client'],
    ['no file', 'settings'],
    [JSON.stringify({ web: { client_id: 'x' } }), 'wrong-client'],
    [JSON.stringify({ installed: { client_id: 'x', auth_uri: 'https://evil.example/auth' } }), 'wrong-client'],
    [JSON.stringify({ installed: { client_id: 'x', auth_uri: 'http://localhost.evil.example/auth' } }), 'wrong-client'],
  ])('turns a file away that is not the one, and says which one is (%#)', async (clientFile, reason) => {
    const trouble = await troubleOf(begin(['calendar'], { clientFile }));
    expect(trouble).toMatchObject({ reason: expect.stringMatching(reason), field: 'clientFile' });
    expect(opened).toEqual([]);
  });

  it('foretells when Google ends the sign-in', async () => {
    google.signInLasts = 7 * 24 * 3600;
    await connect(['calendar']);
    const ending = (await shown())?.account?.ending;
    expect(ending?.says).toContain('publish the app');
    expect(
      Date.parse(ending?.at ?? '') - Date.parse((await shown())?.account?.health.lastSyncAt ?? ''),
    ).toBeGreaterThan(6.9 * 24 * 3600_000);
  });

  it('stops a step that is not allowed any more, and says that signing in again helps', async () => {
    await connect(['calendar']);
    google.turnAway(ANA);
    const run = await still((await life.api.tasks.submit({ intent: 'What’s on my calendar tomorrow?' })).runId);
    expect(run.steps[0]?.failure).toMatchObject({ kind: 'needs-reconnect', provider });
    expect((await shown())?.account?.health.lastFailure?.failure).toMatchObject({ kind: 'needs-reconnect' });
    google.turnAway(ANA, false);
    await connect(['calendar'], {});
    expect((await shown())?.account?.health.lastFailure).toBeNull();
  });

  it('is let go: the keys are taken back at Google and out of the vault', async () => {
    await connect(['calendar', 'gmail']);
    const [tokens] = [...life.keychain.held.values()].filter((value) => value.includes('google_refresh_'));
    const { refresh } = JSON.parse(tokens ?? '{}') as { refresh: string };
    await life.api.integrations.disconnect({ provider });
    expect(life.keychain.held.size).toBe(0);
    const told = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refresh,
      client_id: 'trial.apps.googleusercontent.com',
      client_secret: 'GOCSPX-trial',
    });
    const renewed = await fetch(`${google.url}/oauth2/token`, { method: 'POST', body: told });
    expect(renewed.status).toBe(400);
    expect(await shown()).toMatchObject({ connected: false, account: { name: null, settings: {} } });
  });

  it('leaves none of its keys in any file, log or answer, whatever is done with it', async () => {
    await connect(['calendar', 'gmail']);
    const secrets = [...life.keychain.held.values()].flatMap((value) =>
      value.startsWith('{') ? Object.values(JSON.parse(value) as Record<string, unknown>) : [value],
    );
    const canaries = secrets.filter((value): value is string => typeof value === 'string');
    expect(canaries).toHaveLength(3);
    await still((await life.api.tasks.submit({ intent: 'What’s on my calendar tomorrow?' })).runId);
    google.turnAway(ANA);
    const said = [
      await troubleOf(life.api.integrations.test({ provider })),
      await life.api.integrations.list(),
      await life.api.workflows.list({}),
      life.errors,
    ];
    await life.close();
    for (const canary of canaries) {
      expect(JSON.stringify(said)).not.toContain(canary);
      for (const file of readdirSync(life.folder, { recursive: true, withFileTypes: true })) {
        if (!file.isFile()) continue;
        const bytes = readFileSync(join(file.parentPath, file.name));
        expect(`${file.name}: ${bytes.includes(canary)}`).toBe(`${file.name}: false`);
      }
    }
  });

  it('can be asked for in one go by a program where there is a browser, and says what to do where there is none', async () => {
    const connecting = life.api.integrations.connect({
      provider,
      settings: { clientFile: google.clientFile },
      parts: ['calendar'],
    });
    for (let tries = 0; tries < 200 && opened.length === 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    await fetch(await signInAs(opened[0] ?? ''));
    expect(await connecting).toMatchObject({ connected: true });
    const other = await startLife('as shipped', {});
    const asked = other.api.integrations.connect({ provider, settings: { clientFile: google.clientFile } });
    expect(await troubleOf(asked)).toContain('Begin with “sign-in”');
  });
});
