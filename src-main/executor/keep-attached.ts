import { insertArtifact, listArtifactsOfRun } from '#db/repositories/artifacts.ts';
import type { JournalTx } from '#main/events/journal.ts';
import type { Attached } from '#main/executor/action-context.ts';

/** Adds the documents that an action attached to the history of its run; the same one attached again is once. */
export function keepAttached(
  tx: JournalTx,
  { runId, stepId }: { runId: string; stepId: string },
  attached: readonly Attached[],
): void {
  if (attached.length === 0) return;
  const there = new Set(listArtifactsOfRun(tx.orm, runId).map((artifact) => nameOf(artifact)));
  for (const document of attached) {
    if (there.has(nameOf({ ...document, stepId }))) continue;
    insertArtifact(tx, { id: tx.newId(), runId, stepId, createdAt: tx.now, ...document });
  }
}

const nameOf = ({ stepId, name, sha256 }: { stepId: string | null; name: string; sha256: string }): string =>
  `${stepId}/${sha256}/${name}`;
