import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient, ORPCError } from '@orpc/server';
import { expect, it } from 'vitest';
import { listCallsOfRun } from '#db/repositories/tool-calls.ts';
import { planOf, startLife, type TestLife } from '#main/compose-for-tests.ts';
import { collectFound } from '#main/executor/collect-found.ts';
import { wholeProvenance } from '#main/executor/found.ts';
import { createParcelBox, type ParcelBox } from '#main/parcel-box-for-tests.ts';

const PASSWORD = 'canary-7b1e-parcels';
const provider = 'parcel-box';
const typed = { address: 'ana@example.com', password: PASSWORD };

const count = planOf({ id: 'count', says: 'Count', action: 'parcel-box.count', args: {}, dependsOn: [], risk: 'L0' });

async function open(options: Parameters<typeof startLife>[1] = {}): Promise<{ life: TestLife; box: ParcelBox }> {
  const box = createParcelBox(PASSWORD);
  return { box, life: await startLife({ count }, { ...options, beside: [box.connector] }) };
}

const shown = async ({ api }: TestLife) =>
  (await api.integrations.list()).items.find((item) => item.provider === provider);

async function countParcels(life: TestLife) {
  const [step] = (await life.still(await life.say('count'))).steps;
  return step;
}

async function troubleOf(asked: Promise<unknown>): Promise<unknown> {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ORPCError)) throw new Error('It went well.');
  expect(error.defined).toBe(true);
  return error.data ?? error.message;
}

it('tells its form, finds out the rest, tries it, and saves nothing of that', async () => {
  const { life } = await open();
  expect(await shown(life)).toMatchObject({
    connected: false,
    account: { name: null, settings: {}, health: { lastSyncAt: null, lastFailure: null } },
  });
  const { address } = typed;
  expect(await life.api.integrations.find({ provider, settings: { address } })).toEqual({
    settings: { address, host: 'example.com' },
    says: 'Your parcels are at example.com.',
  });
  expect(await life.api.integrations.test({ provider, settings: typed })).toEqual({ says: 'There are 3 parcels.' });
  expect(await shown(life)).toMatchObject({ connected: false, account: { settings: {} } });
  expect(life.keychain.held.size).toBe(0);
});

it('connects, works with the account, and says how it does', async () => {
  const { life } = await open();
  expect((await countParcels(life))?.failure).toMatchObject({ kind: 'needs-reconnect' });
  expect(await life.api.integrations.connect({ provider, settings: typed })).toMatchObject({
    connected: true,
    account: { name: typed.address, settings: { address: typed.address, host: 'example.com' } },
  });
  expect([...life.keychain.held.values()]).toEqual([PASSWORD]);
  expect(await countParcels(life)).toMatchObject({ state: 'succeeded' });
  expect((await shown(life))?.account?.health).toEqual({ lastSyncAt: expect.any(String), lastFailure: null });
});

it('marks what was read with the service’s own names of the items', async () => {
  const { life } = await open();
  await life.api.integrations.connect({ provider, settings: typed });
  const runId = await life.say('count');
  await life.still(runId);
  const { journal, tools } = life.lifeOs.engine;
  expect(listCallsOfRun(journal.orm, runId)).toHaveLength(1);
  const found = collectFound(tools, journal.orm, runId).get('count');
  expect(found && wholeProvenance(found)).toEqual(
    expect.arrayContaining(['outside:parcel-box/p1', 'outside:parcel-box/p2', 'outside:parcel-box/p3']),
  );
});

it('says why it can’t, field by field, and saves nothing', async () => {
  const { life } = await open();
  const connect = (settings: Record<string, string>) =>
    troubleOf(life.api.integrations.connect({ provider, settings }));
  expect(await connect({})).toEqual({
    reason: 'settings',
    says: 'Your email address is missing.',
    field: 'address',
  });
  expect(await connect({ address: typed.address })).toMatchObject({ reason: 'settings', field: 'password' });
  expect(await connect({ ...typed, password: 'no' })).toMatchObject({ reason: 'wrong-password', field: 'password' });
  expect(await connect({ ...typed, host: 'throws.example' })).toMatchObject({ reason: 'unusable' });
  life.keychain.be('locked');
  expect(await connect(typed)).toMatchObject({ reason: 'secrets-closed', says: expect.stringMatching(/locked/) });
  expect(await shown(life)).toMatchObject({ connected: false, account: { settings: {} } });
  expect(life.keychain.held.size).toBe(0);
  expect(life.errors.join()).not.toContain(PASSWORD);
});

it('is told when the password no longer holds, and signed in to again with the new one alone', async () => {
  const { life, box } = await open();
  await life.api.integrations.connect({ provider, settings: typed });
  box.password = 'a new one';
  expect((await countParcels(life))?.failure).toMatchObject({ kind: 'needs-reconnect' });
  expect((await shown(life))?.account?.health.lastFailure).toMatchObject({ failure: { kind: 'needs-reconnect' } });
  expect(await troubleOf(life.api.integrations.test({ provider }))).toMatchObject({ reason: 'wrong-password' });
  await life.api.integrations.connect({ provider, settings: { password: 'a new one' } });
  expect((await shown(life))?.account).toMatchObject({ name: typed.address, health: { lastFailure: null } });
  expect(await countParcels(life)).toMatchObject({ state: 'succeeded' });
});

it('says at the step that the keychain is locked', async () => {
  const { life } = await open();
  await life.api.integrations.connect({ provider, settings: typed });
  life.keychain.be('locked');
  expect((await countParcels(life))?.failure).toMatchObject({ kind: 'secrets-closed' });
  expect((await shown(life))?.account?.health.lastFailure?.failure).toMatchObject({ kind: 'secrets-closed' });
});

it('forgets everything when it is disconnected, and says so where the keychain is closed', async () => {
  const { life } = await open();
  await life.api.integrations.connect({ provider, settings: typed });
  expect(await life.api.integrations.disconnect({ provider })).toMatchObject({
    connected: false,
    account: { name: null, settings: {} },
  });
  expect(life.keychain.held.size).toBe(0);

  await life.api.integrations.connect({ provider, settings: typed });
  life.keychain.be('locked');
  expect(await troubleOf(life.api.integrations.disconnect({ provider }))).toMatch(/still kept.*locked/);
  expect(await shown(life)).toMatchObject({ connected: false, account: { settings: {} } });
});

it('watches the account that is connected, and the next one in its place', async () => {
  const { life, box } = await open();
  expect(box.watched).toEqual([]);
  await life.api.integrations.connect({ provider, settings: typed });
  await life.api.integrations.connect({ provider, settings: { ...typed, address: 'bo@example.com' } });
  await life.api.integrations.disconnect({ provider });
  expect(box.watched).toEqual(['ana@example.com', 'bo@example.com']);
});

it('still knows the account after a restart', async () => {
  const { life } = await open();
  await life.api.integrations.connect({ provider, settings: typed });
  await life.close();
  const { life: again, box } = await open({ folder: life.folder, keychain: life.keychain });
  expect(box.watched).toEqual(['ana@example.com']);
  expect(await countParcels(again)).toMatchObject({ state: 'succeeded' });
});

it('lets whoever only looks on neither connect nor see where passwords are', async () => {
  const { life } = await open();
  const { key } = await life.api.access.create({ name: 'Tablet', role: 'viewer', days: 1 });
  const context = life.lifeOs.contextForKey(key);
  if (context === null) throw new Error('The key opens nothing.');
  const viewer = createRouterClient(life.lifeOs.router, { context: () => context });
  for (const asked of [
    viewer.integrations.connect({ provider, settings: typed }),
    viewer.integrations.find({ provider, settings: typed }),
    viewer.integrations.test({ provider, settings: typed }),
    viewer.integrations.disconnect({ provider }),
    viewer.secrets.get(),
    viewer.secrets.unlock({ passphrase: 'a few plain words' }),
  ]) {
    expect(await troubleOf(asked)).toMatch(/only for looking/);
  }
  expect(life.keychain.held.size).toBe(0);
});

it('leaves the password in no page of the database, no backup, no log and no answer', async () => {
  const { life, box } = await open();
  await life.api.integrations.connect({ provider, settings: typed });
  await countParcels(life);
  box.password = 'another';
  await countParcels(life);
  await troubleOf(life.api.integrations.connect({ provider, settings: { ...typed, host: 'throws.example' } }));
  const answers = [await life.api.integrations.list(), await life.api.workflows.list({}), await life.api.secrets.get()];
  expect(JSON.stringify(answers)).not.toContain(PASSWORD);
  expect(life.errors.join()).not.toContain(PASSWORD);
  await life.close();
  const files = readdirSync(life.folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  expect(files.map(({ name }) => name)).toContain('life-os.db');
  for (const { parentPath, name } of files) {
    const holds = readFileSync(join(parentPath, name)).includes(PASSWORD);
    expect(`${name} ${holds ? 'holds it' : 'is clean'}`).toBe(`${name} is clean`);
  }
});

it('keeps passwords in a file once the person chose that, and asks for its passphrase after a restart', async () => {
  const { life } = await open();
  life.keychain.be('missing');
  expect(await life.api.secrets.get()).toMatchObject({ keptIn: 'keychain', state: 'missing' });
  const passphrase = 'a few plain words';
  expect(await life.api.secrets.chooseFile({ passphrase })).toMatchObject({ keptIn: 'file', state: 'open' });
  await life.api.integrations.connect({ provider, settings: typed });
  await life.close();
  const { life: again } = await open({ folder: life.folder });
  expect(await again.api.secrets.get()).toMatchObject({ keptIn: 'file', state: 'locked' });
  expect((await countParcels(again))?.failure).toMatchObject({ kind: 'secrets-closed' });
  expect(await troubleOf(again.api.secrets.unlock({ passphrase: 'not it' }))).toMatch(/not the passphrase/);
  expect(await again.api.secrets.unlock({ passphrase })).toMatchObject({ state: 'open' });
  expect(await countParcels(again)).toMatchObject({ state: 'succeeded' });
});
