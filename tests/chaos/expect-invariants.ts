import { join } from 'node:path';
import { expect } from 'vitest';
import { isRunOver } from '#contract/states/run-state.ts';
import { isStepOver } from '#contract/states/step-state.ts';
import { openDatabase } from '#db/open-database.ts';
import { findApproval } from '#db/repositories/approvals.ts';
import { listRuns } from '#db/repositories/runs.ts';
import { findStep, listSteps } from '#db/repositories/steps.ts';
import { listCallsOfRun } from '#db/repositories/tool-calls.ts';
import { verifyLog } from '#main/events/verify-log.ts';
import { readStories } from '#main/stories-for-tests.ts';
import type { Remote } from './remote.ts';

/** What must hold after any number of kills, once everything that can end has ended. */
export async function expectInvariants(
  folder: string,
  remote: Remote,
  requests: number,
  /** False after a restore: what was done after the backup is done, but not known here. */
  isAllKnown = true,
): Promise<{ runs: number; effects: number }> {
  const database = await openDatabase(folder, join(import.meta.dirname, '../../db/migrations'));
  const { orm } = database;
  try {
    expect(database.restored, 'nothing had to be restored').toBeNull();
    expect(verifyLog(orm).whole, 'the log is whole').toBe(true);
    const { told, stands } = readStories(orm);
    expect(stands, 'the log tells what stands').toEqual(told);

    const runs = listRuns(orm, { limit: requests + 1 });
    expect(runs.length, 'each request is there once').toBe(requests);
    expect(
      runs.filter(({ state }) => !isRunOver(state)).map(({ intent }) => intent),
      'every run ended',
    ).toEqual([]);
    const steps = runs.flatMap(({ id }) => listSteps(orm, id));
    expect(
      steps.filter(({ state }) => !isStepOver(state)),
      'no step is left over',
    ).toEqual([]);

    const calls = runs.flatMap(({ id }) => listCallsOfRun(orm, id));
    expect(
      calls.filter(({ status }) => status === 'intended' || status === 'unknown'),
      'all is known',
    ).toEqual([]);
    // What was taken back after the backup isn't there any more, so a restored request that is let go on does it anew.
    const isForgotten = (key: string) => !isAllKnown && remote.undone.has(key);
    const twice = [...remote.done].filter(([key, times]) => times > 1 && !isForgotten(key));
    expect(twice, 'nothing was done twice').toEqual([]);
    const succeeded = steps.filter(({ state }) => state === 'succeeded').map(({ runId, id }) => `${runId}.${id}`);
    expect([...remote.done.keys()], 'what is said to be done is done').toEqual(expect.arrayContaining(succeeded));
    const takenBack = calls.filter(({ undoState }) => undoState === 'undone').map(({ key }) => key);
    expect([...remote.undone], 'what is said to be taken back is').toEqual(expect.arrayContaining(takenBack));
    if (!isAllKnown) return { runs: runs.length, effects: remote.done.size };
    expect(remote.done.size, 'nothing else is done').toBe(succeeded.length);
    expect(remote.undone.size, 'nothing else is taken back').toBe(takenBack.length);

    for (const { approvalId, decision } of remote.answers) {
      const card = findApproval(orm, approvalId);
      const step = card && findStep(orm, card.runId, card.stepId);
      const honoured = decision === 'approve' ? ['approved', 'overtaken'] : ['declined'];
      expect(honoured, `the answer to ${approvalId} stands`).toContain(card?.status);
      if (decision === 'decline') expect(step?.state, 'a no is honoured').toBe('skipped');
    }
    return { runs: runs.length, effects: remote.done.size };
  } finally {
    database.close();
  }
}
