import type { ArtifactStore } from '#main/artifacts/artifact-store.ts';
import type { Journal } from '#main/events/journal.ts';
import type { Lanes } from '#main/executor/lanes.ts';
import type { ToolBox } from '#main/executor/tool-box.ts';
import type { Gate } from '#main/gate/check.ts';
import type { Log } from '#main/seams.ts';

/** What carrying a step out needs. */
export type ExecutorParts = {
  readonly journal: Journal;
  readonly tools: ToolBox;
  readonly gate: Gate;
  readonly lanes: Lanes;
  readonly store: ArtifactStore;
  readonly log: Log;
};
