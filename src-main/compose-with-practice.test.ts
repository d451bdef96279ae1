import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { RunDetail } from '#contract/api/workflows.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import type { router } from '#main/api/router.ts';
import { makeFolder, migrationsFolder } from '#main/compose-for-tests.ts';
import { type BothLives, composeWithPractice } from '#main/compose-with-practice.ts';
import { createTestKeychain } from '#main/vault/memory-keychain-for-tests.ts';

type Api = RouterClient<typeof router>;

const NOW = '2026-11-25T12:00:00.000Z';

async function openBoth(folder = makeFolder()) {
  const asked: string[] = [];
  const errors: string[] = [];
  const keychain = createTestKeychain();
  let ticks = Date.parse(NOW);
  const lives: BothLives = await composeWithPractice({
    dataFolder: folder,
    version: '0.0.0',
    migrationsFolder,
    log: { info: () => {}, error: (fields, message) => errors.push(`${message}: ${String(Object.values(fields)[0])}`) },
    clock: {
      now() {
        ticks += 1;
        return new Date(ticks).toISOString();
      },
    },
    keychain,
    fetch: async (input) => {
      asked.push(String(input));
      throw new TypeError('No test reaches the network.');
    },
    openLink: (link) => asked.push(link),
    timeZone: 'Europe/Lisbon',
    locale: 'en-GB',
    environment: { OLLAMA_HOST: 'http://127.0.0.1:9' },
  });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= lives.close());
  onTestFinished(close);
  const own = apiOf(lives.own);
  const practise = async () => apiOf(await lives.practice.begin());
  return { folder, lives, own, practise, asked, errors, keychain, close };
}

const apiOf = (life: BothLives['own']): Api =>
  createRouterClient(life.router, { context: () => life.contextFor('you') });

/** Every file with what is in it, but for the practice life's own folder. */
function digestOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const entries = files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !path.startsWith(join(folder, 'practice')));
  return Object.fromEntries(
    entries
      .sort()
      .map((path) => [path.slice(folder.length), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

async function still(api: Api, runId: string): Promise<RunDetail> {
  return vi.waitFor(
    async () => {
      const run = await api.workflows.get({ id: runId });
      if (run.state !== 'waiting_approval' && !isRunOver(run.state)) throw new Error(`It is ${run.state}.`);
      return run;
    },
    { timeout: 10_000, interval: 20 },
  );
}

const say = async (api: Api, intent: string): Promise<RunDetail> =>
  still(api, (await api.tasks.submit({ intent })).runId);

async function approve(api: Api, run: RunDetail): Promise<RunDetail> {
  const waiting = run.approvals.filter(({ status }) => status === 'waiting');
  await api.workflows.approve({ id: run.id, approve: waiting.map(({ id, digest }) => ({ approvalId: id, digest })) });
  return still(api, run.id);
}

async function undo(api: Api, run: RunDetail): Promise<void> {
  await api.workflows.undo({ id: run.id });
  const standing = async () =>
    (await api.workflows.get({ id: run.id })).steps.filter(
      ({ risk, undo }) => risk !== 'L0' && undo.state !== 'undone',
    );
  await expect.poll(standing).toEqual([]);
}

it('a whole rehearsal leaves the person’s own folder byte for byte as it was, and no request leaves', {
  timeout: 120_000,
}, async () => {
  const { folder, own, practise, asked, errors, keychain } = await openBoth();
  await own.memory.add({ item: { kind: 'person', name: 'Real Rita', email: 'rita@example.com' } });
  // The day's backup of the person's own things is made at every start; it is not the rehearsal's doing.
  await vi.waitFor(() => expect(readdirSync(join(folder, 'backups'))[0]).toMatch(/^daily-/), { timeout: 20_000 });
  // So is its search, which is opened a while after the start, or when something is looked for.
  await own.memory.search({ text: 'Rita' });
  asked.splice(0);
  const before = digestOf(folder);
  expect(Object.keys(before)).toContain('/life-os.db');
  const connect = vi.spyOn(Socket.prototype, 'connect');

  const api = await practise();
  expect(await api.status.get()).toMatchObject({ isPractice: true, dataFolder: join(folder, 'practice') });
  const balance = async () => (await say(api, 'How much money do I have?')).steps[0]?.report?.says;
  expect(await balance()).toBe('There is €1,842.50 in your account.');

  const bill = await say(api, 'Pay the electricity bill');
  expect(bill.approvals[0]?.card).toMatchObject({
    title: 'Pay the electricity bill: €42.60 to River Power',
    effect: { kind: 'payment', money: { minor: 4_260, currency: 'EUR' }, reversible: 'until' },
  });
  expect(await approve(api, bill)).toMatchObject({ state: 'completed' });
  expect(await balance()).toBe('There is €1,799.90 in your account.');
  await undo(api, bill);
  expect(await balance()).toBe('There is €1,842.50 in your account.');

  const read = await say(api, 'What did Ana write?');
  expect(read.steps.at(-1)?.report?.lines.join(' ')).toContain('The place by the river');
  const archived = await approve(api, await say(api, 'Archive the newsletter from Corner Books'));
  expect(archived).toMatchObject({ state: 'completed' });
  await undo(api, archived);

  const applied = await approve(api, await say(api, 'Apply for the gardener job'));
  expect(applied.steps[0]?.report?.says).toBe(
    'You have applied as “Gardener” at Green Court Gardens. Undo withdraws it.',
  );

  await api.policies.update({ id: 'hold', holdSeconds: 0 });
  const answered = await approve(api, await say(api, 'Answer Ana that Friday at one is fine'));
  expect(answered).toMatchObject({ state: 'completed' });
  expect(answered.steps.at(-1)?.report?.says).toContain('to ana@practice.example is sent.');

  await api.pause.everything({});
  const held = await api.tasks.submit({ intent: 'Remind me to water the plants tomorrow at 9am' });
  expect((await api.workflows.get({ id: held.runId })).steps).toEqual([]);
  await api.pause.resume({ all: true });
  expect((await still(api, held.runId)).state).toBe('waiting_approval');

  expect(digestOf(folder)).toEqual(before);
  expect(asked).toEqual([]);
  expect(connect).not.toHaveBeenCalled();
  expect(keychain.held.size).toBe(0);
  expect((await own.workflows.list({})).items).toEqual([]);
  expect((await own.memory.list()).items.map((item) => item.kind === 'person' && item.name)).toEqual(['Real Rita']);
  expect(errors).toEqual([]);
});

it('what is rehearsed is kept over a restart, and gone once it is left', { timeout: 60_000 }, async () => {
  const first = await openBoth();
  const api = await first.practise();
  await approve(api, await say(api, 'Pay the water bill'));
  await first.close();
  const { folder, lives, own, practise } = await openBoth(first.folder);
  // Only for a page that still shows it, which asks without beginning it.
  expect(lives.practice.ifOpen()).toBeNull();
  const reopened = await lives.practice.now();
  if (!reopened) throw new Error('What was not left was not opened again.');
  const again = apiOf(reopened);
  expect((await say(again, 'Which bills are due?')).steps[0]?.report?.says).toBe('3 bills are due.');
  expect(await again.practice.leave()).toEqual({ open: false });
  expect(lives.practice.now()).toBeNull();
  await vi.waitFor(() => expect(existsSync(join(folder, 'practice'))).toBe(false), { timeout: 20_000 });
  const anew = await practise();
  expect((await say(anew, 'Which bills are due?')).steps[0]?.report?.says).toBe('4 bills are due.');
  expect(await own.status.get()).toMatchObject({ isPractice: false });
});

it('has nothing of the person’s own accounts: only what lives here, and what is made up', async () => {
  const { practise } = await openBoth();
  const api = await practise();
  // A server of tools would be another program, and with it a way out.
  const server = { name: 'Files', way: 'command', at: 'true', secret: '' } as const;
  await expect(api.toolServers.add(server)).rejects.toThrow('No such programs can be added here.');
  const { items } = await api.integrations.list();
  expect(items.map(({ provider }) => provider)).not.toContain('caldav');
  expect(items.find(({ provider }) => provider === 'mail')).toMatchObject({
    connected: true,
    account: { name: 'alex.morgan@practice.example' },
  });
  for (const { account } of items) expect(account?.fields.some(({ kind }) => kind === 'secret') ?? false).toBe(false);
});
