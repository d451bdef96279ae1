import type { PlanningOutcome } from '#contract/model/plan.ts';
import type { ExecutorParts } from '#main/executor/executor-parts.ts';
import type { PlanningRequest } from '#main/planner/make-plan.ts';
import type { UndoLine } from '#main/queue/undo-line.ts';
import type { Queue } from '#main/queue/worker.ts';
import type { Vault } from '#main/vault/vault.ts';

/** What the orchestrator works with. */
export type Engine = ExecutorParts & {
  readonly vault: Vault;
  readonly fetch: typeof globalThis.fetch;
  readonly queue: Queue;
  readonly undoLine: UndoLine;
  readonly makePlan: (request: PlanningRequest) => PlanningOutcome;
  /** Looks at once at what is due by the clock: after a change to it, or when a pause is lifted. */
  readonly wakeClock: () => void;
  readonly locale: string;
  /** The computer's own time zone, for a task that brings none. */
  readonly timeZone: string;
};
