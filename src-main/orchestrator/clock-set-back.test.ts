import { cpSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeFolder, planOf, startLife, step } from '#main/compose-for-tests.ts';
import { createLedger, entriesIn } from '#main/ledger-for-tests.ts';

const plans = { one: planOf(step('write', 'a')) };

/** A copy of the folder as a process that was killed at this moment leaves it. */
function crashed(folder: string): string {
  const copy = makeFolder();
  cpSync(folder, copy, { recursive: true, filter: (path) => !/(in-use\.lock|-shm)$/.test(path) });
  return copy;
}

it('looks up the call that was made last, also when the clock was set back between two crashes', async () => {
  const ledger = createLedger();
  const first = await startLife(plans, { ledger, from: '2026-11-25T10:00:00.000Z' });
  await first.trust();
  const before = ledger.hold('a', 'before');
  const runId = await first.say('one');
  await before.arrived;
  const folder = crashed(first.folder);
  before.release();

  const again = createLedger();
  const after = again.hold('a', 'after');
  const second = await startLife(plans, { folder, ledger: again, from: '2026-11-24T10:00:00.000Z' });
  await after.arrived;
  const left = crashed(second.folder);
  after.release();

  const third = await startLife(plans, { folder: left, from: '2026-11-24T12:00:00.000Z' });
  await third.still(runId);
  expect(entriesIn(left)).toEqual(['a']);
});
