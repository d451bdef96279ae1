import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isRunOver } from '#contract/states/run-state.ts';
import { toPlainError } from '#main/api/plain-errors.ts';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { verifyLog } from '#main/events/verify-log.ts';
import { createLedger, rowsIn } from '#main/ledger-for-tests.ts';
import { readStories } from '#main/stories-for-tests.ts';
import { type FailingDisk, mountFailingDisk } from './failing-disk.ts';
import { mountSmallDisk } from './small-disk.ts';

const quiet = { info: () => {}, error: () => {} };
const three = [step('write', 'a'), step('write', 'b', { dependsOn: ['a'] }), step('write', 'c', { dependsOn: ['b'] })];
const plans = { three: planOf(...three) };

/** A disk that is removed after the test. */
function mounted<Disk extends { remove(): void }>(disk: Disk | null, skip: (note: string) => never): Disk {
  if (disk === null) {
    console.error('\nNOT RUN: a failing disk. None can be mounted here; it needs Linux and the right to mount.\n');
    return skip('no failing disk can be mounted here');
  }
  onTestFinished(() => disk.remove());
  return disk;
}

/** A life in the middle of a request, which stands `where` around its second effect until it is let go on. */
async function lifeInTheMiddle(disk: { readonly path: string }, where: 'before' | 'after') {
  const ledger = createLedger();
  const folder = join(disk.path, 'life');
  const life = await startLife(plans, { folder, ledger });
  await life.trust();
  const stuck = ledger.hold('b', where);
  const runId = await life.say('three');
  await stuck.arrived;
  return { life, runId, folder, goOn: () => stuck.release() };
}

/** Asks for one thing after another until the disk refuses; what was taken meanwhile is to be done. */
async function askUntilRefused(life: TestLife, taken: string[]): Promise<unknown> {
  for (let n = 0; n < 1000; n += 1) {
    try {
      taken.push(await life.say('three'));
    } catch (error) {
      return error;
    }
  }
  throw new Error('The disk never refused.');
}

/** Each of these requests came to its end, and all that it did is there once. */
async function expectDone(life: TestLife, folder: string, runIds: readonly string[]): Promise<void> {
  for (const runId of runIds) {
    await life.until(() => isRunOver(life.run(runId).state));
    expect(life.run(runId).steps.map(({ state }) => state)).toEqual(['succeeded', 'succeeded', 'succeeded']);
  }
  const keys = rowsIn(folder).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.toSorted()).toEqual(runIds.flatMap((runId) => ['a', 'b', 'c'].map((id) => `${runId}.${id}`)).toSorted());
  const { orm } = life.lifeOs.engine.journal;
  const { told, stands } = readStories(orm);
  expect(stands).toEqual(told);
  expect(verifyLog(orm).whole).toBe(true);
}

/** As after a start of the computer: with what is really on the disk, and nothing of what was only in memory. */
async function startAgain(disk: FailingDisk, folder: string): Promise<TestLife> {
  disk.putInAgain();
  const again = await startLife(plans, { folder, from: '2026-11-24T12:00:00.000Z' });
  expect(again.lifeOs.storage.notice(), 'nothing had to be restored').toBeNull();
  return again;
}

const refused = {
  status: 507,
  message: 'The disk can’t be read or written right now. Nothing was done; try again in a moment.',
};

describe('a disk that takes what is written and can’t keep it', () => {
  it.for(['before', 'after'] as const)(
    'right %s an effect holds its run, which goes on by itself when the disk does, and all of it is on the disk',
    { timeout: 60_000 },
    async (where, { skip }) => {
      const disk = mounted(mountFailingDisk(), skip);
      const { life, runId, folder, goOn } = await lifeInTheMiddle(disk, where);
      const taken = [runId];
      disk.fail();
      goOn();
      expect(toPlainError(await askUntilRefused(life, taken), quiet)).toMatchObject(refused);
      expect((await life.api.status.get()).storage?.says).toMatch(/waits and goes on by itself/);
      disk.heal();
      await expectDone(life, folder, taken);
      await expect.poll(() => life.lifeOs.storage.notice()).toBeNull();
      await life.close();
      await expectDone(await startAgain(disk, folder), folder, taken);
    },
  );
});

describe('a disk that the kernel makes read-only', () => {
  it.for(['before', 'after'] as const)(
    'right %s an effect holds its run, which goes on by itself after the next start on it',
    { timeout: 60_000 },
    async (where, { skip }) => {
      const disk = mounted(mountFailingDisk(), skip);
      const { life, runId, folder, goOn } = await lifeInTheMiddle(disk, where);
      const taken = [runId];
      disk.becomeReadOnly();
      goOn();
      expect(toPlainError(await askUntilRefused(life, taken), quiet)).toMatchObject(refused);
      expect((await life.api.status.get()).storage).toMatchObject({ kind: 'unwritable' });
      expect((await life.api.workflows.get({ id: runId })).state, 'it can still be read').toBe('executing');
      await life.close();
      await expectDone(await startAgain(disk, folder), folder, taken);
    },
  );
});

describe('a folder that is mounted read-only while it is used', () => {
  it('holds what would write into it, says so, and goes on by itself when it is writable again', async ({ skip }) => {
    const disk = mounted(mountSmallDisk(16), skip);
    const { life, runId, folder, goOn } = await lifeInTheMiddle(disk, 'before');
    disk.makeReadOnly(folder);
    goOn();
    await expect.poll(() => life.lifeOs.storage.notice()).not.toBeNull();
    expect((await life.api.status.get()).storage).toMatchObject({
      kind: 'unwritable',
      says: 'The disk can’t be written. What is under way waits and goes on by itself as soon as it can.',
    });
    expect(rowsIn(folder).map(({ entry }) => entry)).toEqual(['a']);
    disk.makeWritable(folder);
    await expectDone(life, folder, [runId]);
    await expect.poll(() => life.lifeOs.storage.notice()).toBeNull();
    await life.close();
  });
});
