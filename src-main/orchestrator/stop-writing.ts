import type { Engine } from '#main/orchestrator/engine.ts';

/**
 * Stops a text that a model is writing. What there was of it is thrown away, and the run goes on as if there were no
 * model. False: it has ended already.
 */
export async function stopWriting(
  { roles, journal }: Pick<Engine, 'roles' | 'journal'>,
  runId: string,
  id: string,
  actor: string,
): Promise<boolean> {
  const what = roles.underWay.stop(runId, id);
  if (what === null) return false;
  await journal.write((tx) => tx.append({ actor, runId, body: { kind: 'writing.stopped', what } }));
  return true;
}
