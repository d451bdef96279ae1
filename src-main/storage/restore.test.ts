import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataPaths } from '#db/data-paths.ts';
import { suspectDatabase } from '#db/open-or-restore.ts';
import { listEventsAfter } from '#db/repositories/events.ts';
import { makeFolder, planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { readEventRow } from '#main/events/chain-event.ts';
import { verifyLog } from '#main/events/verify-log.ts';
import { entriesIn } from '#main/ledger-for-tests.ts';

const plans = {
  first: planOf(step('write', 'first')),
  second: planOf(step('write', 'second')),
  both: planOf(step('write', 'write'), step('send', 'send')),
};
const DAY_MS = 86_400_000;

/** A life with one request done, a backup, and another request done after it. */
async function livedThrough(): Promise<string> {
  const life = await startLife(plans);
  await life.trust();
  await life.still(await life.say('first'));
  await life.lifeOs.storage.backups.makeIfDue();
  await life.still(await life.say('second'));
  await life.close();
  return life.folder;
}

const intentsOf = async ({ api }: TestLife) => (await api.workflows.list({})).items.map(({ intent }) => intent);
const toldOf = ({ lifeOs }: TestLife) =>
  listEventsAfter(lifeOs.engine.journal.orm, 0, 10_000)
    .map((row) => readEventRow(row).body)
    .filter(({ kind }) => kind.startsWith('storage.') || kind.startsWith('pause.'));

/** Overwrites a stretch of a file, as a failing disk does. */
function spoil(path: string, from: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0x5a, from, from + length);
  writeFileSync(path, bytes);
}

const size = (path: string) => readFileSync(path).byteLength;
const damages: Record<string, (path: string) => void> = {
  'has no bytes': (path) => truncateSync(path, 0),
  'was cut in half': (path) => truncateSync(path, Math.floor(size(path) / 2)),
  'lost its last page': (path) => truncateSync(path, size(path) - 4096),
  'is no database': (path) => writeFileSync(path, 'a letter to my mother'),
  'has a spoilt beginning': (path) => spoil(path, 0, 100),
  'has a spoilt list of tables': (path) => spoil(path, 100, 3996),
  'has spoilt pages in the middle': (path) => spoil(path, 4096, size(path) - 8192),
  'is gone': (path) => rmSync(path),
};

describe('a database that', () => {
  it.each(Object.keys(damages))('%s is kept aside, and the newest good backup is put in its place', async (name) => {
    const folder = await livedThrough();
    damages[name]?.(dataPaths(folder).database);
    const life = await startLife(plans, { folder, from: '2026-11-25T09:00:00.000Z' });
    expect(await intentsOf(life)).toEqual(['first']);
    const status = await life.api.status.get();
    expect(status.paused).toBe(true);
    expect(status.storage?.kind).toBe('restored');
    expect(status.storage?.says).toMatch(/things stand as on Tuesday,? 24 November 2026 at 10:00/);
    const kept = name === 'is gone' ? null : expect.stringMatching(/^damaged\/2026-11-25T09-00-00/);
    expect(toldOf(life)).toEqual([
      { kind: 'storage.restored', from: 'backup', backupOf: expect.any(String), damagedKept: kept },
      { kind: 'pause.set', scope: 'everything', because: expect.stringContaining('backup'), epoch: 1 },
    ]);
    if (name !== 'is gone') expect(readdirSync(join(folder, 'damaged'))).toHaveLength(1);
    expect(verifyLog(life.lifeOs.engine.journal.orm).whole).toBe(true);

    await life.api.pause.resume({ all: true });
    expect((await life.api.status.get()).storage).toBeNull();
    await life.close();
    const next = await startLife(plans, { folder, from: '2026-11-25T10:00:00.000Z' });
    expect((await next.api.status.get()).storage).toBeNull();
    expect(toldOf(next)).toHaveLength(3);
  });

  it('is damaged without a backup gives way to an empty one, and that is said', async () => {
    const life = await startLife(plans);
    await life.still(await life.say('first'));
    await life.close();
    truncateSync(dataPaths(life.folder).database, 5000);
    const next = await startLife(plans, { folder: life.folder });
    expect(await intentsOf(next)).toEqual([]);
    expect((await next.api.status.get()).storage?.says).toContain('there was no good backup, so Life OS starts empty');
    expect(toldOf(next)[0]).toMatchObject({ kind: 'storage.restored', from: 'nothing', backupOf: null });
    expect(readdirSync(join(life.folder, 'damaged'))).toHaveLength(1);
  });

  it('is damaged together with its newest backup is restored from the one before', async () => {
    const life = await startLife(plans);
    await life.trust();
    await life.lifeOs.storage.backups.makeIfDue();
    await life.still(await life.say('first'));
    life.pass(DAY_MS);
    const newest = await life.lifeOs.storage.backups.makeIfDue();
    await life.close();
    truncateSync(join(dataPaths(life.folder).backups, newest ?? ''), 9000);
    truncateSync(dataPaths(life.folder).database, 9000);
    const next = await startLife(plans, { folder: life.folder });
    expect(await intentsOf(next)).toEqual([]);
    expect(toldOf(next)[0]).toMatchObject({ from: 'backup' });
  });

  it('lost its journal says that the latest entries are missing', async () => {
    const life = await startLife(plans);
    await life.trust();
    await life.still(await life.say('first'));
    const folder = makeFolder();
    cpSync(life.folder, folder, { recursive: true, filter: (path) => !/(in-use\.lock|-shm|-wal)$/.test(path) });
    const next = await startLife(plans, { folder });
    expect(await intentsOf(next)).toEqual([]);
    expect(toldOf(next)[0]).toMatchObject({ kind: 'storage.restored', from: 'older-state' });
    expect((await next.api.status.get()).storage?.says).toContain('the latest entries are missing');
  });

  it('is put under suspicion is checked wholly at the next start, and goes on when it is sound', async () => {
    const folder = await livedThrough();
    suspectDatabase(folder, 'a read failed');
    const life = await startLife(plans, { folder });
    expect(await intentsOf(life)).toEqual(['second', 'first']);
    expect((await life.api.status.get()).storage).toBeNull();
    expect(existsSync(dataPaths(folder).suspicion)).toBe(false);
  });
});

describe('what was open in a backup', () => {
  it('is looked up before it is done, and the person says where nobody can know', async () => {
    const life = await startLife(plans);
    const runId = await life.say('both');
    await life.still(runId);
    await life.lifeOs.storage.backups.makeIfDue();
    await life.approve(runId);
    await life.still(runId);
    await life.close();
    expect(entriesIn(life.folder).sort()).toEqual(['send', 'write']);
    truncateSync(dataPaths(life.folder).database, 0);

    const next = await startLife(plans, { folder: life.folder, from: '2026-11-24T12:00:00.000Z' });
    expect(next.run(runId)).toMatchObject({ state: 'waiting_approval', paused: true });
    await next.approve(runId);
    await next.api.pause.resume({ all: true });
    const asked = await next.until(() => {
      const run = next.run(runId);
      return run.state === 'waiting_approval' && run;
    });
    expect(asked.steps.map(({ id, state }) => [id, state])).toEqual([
      ['write', 'succeeded'],
      ['send', 'blocked'],
    ]);
    expect(entriesIn(life.folder).sort()).toEqual(['send', 'write']);

    await next.api.workflows.settleStep({ id: runId, stepId: 'send', outcome: 'do-it-again' });
    expect(await next.until(() => next.run(runId).state === 'completed' && entriesIn(life.folder))).toHaveLength(3);
  });
});

describe('damage that is found while the app runs', () => {
  it('pauses everything, says so, and has the next start restore', async () => {
    const folder = await livedThrough();
    const life = await startLife(plans, { folder, from: '2026-11-24T11:00:00.000Z' });
    spoil(dataPaths(folder).database, 4096, size(dataPaths(folder).database) - 8192);
    await life.lifeOs.storage.backups.look();
    expect((await life.api.status.get()).storage?.kind).toBe('damaged');
    await life.until(() => life.errors.length > 0);
    await life.close();
    const next = await startLife(plans, { folder, from: '2026-11-24T12:00:00.000Z' });
    expect((await next.api.status.get()).storage?.kind).toBe('restored');
    expect(await intentsOf(next)).toEqual(['first']);
  });
});
