import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toPlainError } from '#main/api/plain-errors.ts';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';
import { verifyLog } from '#main/events/verify-log.ts';
import { createLedger, rowsIn } from '#main/ledger-for-tests.ts';
import { readStories } from '#main/stories-for-tests.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

const quiet = { info: () => {}, error: () => {} };
const three = [step('write', 'a'), step('write', 'b', { dependsOn: ['a'] }), step('write', 'c', { dependsOn: ['b'] })];
const plans = { three: planOf(...three) };

function smallDisk(skip: (note: string) => never): SmallDisk {
  const disk = mountSmallDisk(16);
  if (disk === null) {
    console.error(
      '\nNOT RUN: a full disk. No small disk can be mounted here; it needs Linux and the right to mount.\n',
    );
    return skip('no small disk can be mounted here');
  }
  onTestFinished(() => disk.remove());
  return disk;
}

/** A life on the small disk that is full from the moment that stands `where` around the entry. */
async function lifeThatFillsUp(disk: SmallDisk, entry: string, where: 'before' | 'after') {
  const ledger = createLedger();
  const folder = join(disk.path, 'life');
  const life = await startLife(plans, { folder, ledger });
  await life.trust();
  const stuck = ledger.hold(entry, where);
  const runId = await life.say('three');
  await stuck.arrived;
  disk.fill();
  stuck.release();
  return { life, runId, folder };
}

describe('a disk that is full', () => {
  it.for(['before', 'after'] as const)(
    'right %s an effect holds its run, which goes on by itself when there is room',
    async (where, { skip }) => {
      const disk = smallDisk(skip);
      const { life, runId, folder } = await lifeThatFillsUp(disk, 'b', where);
      // Small writes may find a last corner, so the person keeps asking until there is none.
      const refused = await refusedBy(() => life.say('three'));
      expect(toPlainError(refused, quiet)).toMatchObject({
        status: 507,
        message: 'The disk is full. Nothing was done; free some space and try again.',
      });
      expect((await life.api.status.get()).storage?.kind).toBe('disk-full');

      disk.makeRoom();
      const done = await life.until(() => {
        const run = life.run(runId);
        return (run.state === 'completed' || run.state === 'failed') && run;
      });
      expect(done.steps.map(({ state }) => state)).toEqual(['succeeded', 'succeeded', 'succeeded']);
      const { orm } = life.lifeOs.engine.journal;
      const { told, stands } = readStories(orm);
      expect(stands).toEqual(told);
      expect(verifyLog(orm).whole).toBe(true);
      const keys = rowsIn(folder).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys).toEqual(expect.arrayContaining(['a', 'b', 'c'].map((id) => `${runId}.${id}`)));
      await life.close();
    },
  );
});

/** Does it until the disk refuses, and answers with the refusal. */
async function refusedBy(work: () => Promise<unknown>): Promise<unknown> {
  for (let n = 0; n < 1000; n += 1) {
    try {
      await work();
    } catch (error) {
      return error;
    }
  }
  throw new Error('The disk never refused.');
}
