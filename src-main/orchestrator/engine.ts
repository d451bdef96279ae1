import type { ExecutorParts } from '#main/executor/executor-parts.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import type { MakePlan } from '#main/planner/planning-for.ts';
import type { UndoLine } from '#main/queue/undo-line.ts';
import type { Queue } from '#main/queue/worker.ts';

/** What the orchestrator works with. */
export type Engine = ExecutorParts & {
  readonly queue: Queue;
  readonly undoLine: UndoLine;
  readonly makePlan: MakePlan;
  readonly models: ModelRouter;
  /** Looks at once at what is due by the clock: after a change to it, or when a pause is lifted. */
  readonly wakeClock: () => void;
  readonly locale: string;
  /** The computer's own time zone, for a task that brings none. */
  readonly timeZone: string;
};
