import type { Plan } from '#contract/model/plan.ts';
import type { ExecutorParts } from '#main/executor/executor-parts.ts';
import type { OpenLink } from '#main/links/open-link-connector.ts';
import type { Recall } from '#main/memory/recall.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import type { Voice } from '#main/model-router/voice/voice-sessions.ts';
import type { SignIns } from '#main/orchestrator/sign-ins.ts';
import type { ToolServers } from '#main/orchestrator/tool-servers.ts';
import type { MakePlan, PlanAnew } from '#main/planner/planning-for.ts';
import type { UndoLine } from '#main/queue/undo-line.ts';
import type { Queue } from '#main/queue/worker.ts';
import type { Roles } from '#main/roles/roles.ts';
import type { TokenKeeper } from '#main/vault/token-keeper.ts';
import type { Vault } from '#main/vault/vault.ts';

/** What the orchestrator works with. */
export type Engine = ExecutorParts & {
  readonly vault: Vault;
  readonly tokens: TokenKeeper;
  readonly signIns: SignIns;
  /** Hands an address to the person's browser; absent where there is none to hand it to. */
  readonly openLink?: OpenLink | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly queue: Queue;
  readonly undoLine: UndoLine;
  readonly makePlan: MakePlan;
  /** Makes a plan in place of one that did not fit what was read. */
  readonly planAnew: PlanAnew;
  /**
   * `built-in`: by rules that read nothing but the person's words, so that what they derive is the person's own.
   * `model`: its word for where a value came from counts for nothing, and is looked up. `as-marked`: by one or the
   * other, as our own code marks each plan; no model has a say in that.
   */
  readonly plansAreMadeBy: Plan['madeBy'] | 'as-marked';
  readonly models: ModelRouter;
  /** What models are asked for. */
  readonly roles: Roles;
  /** What the person is saying, on its way to words. */
  readonly voice: Voice;
  /** Finds again what is remembered, written on this computer or was done. */
  readonly recall: Recall;
  /** Programs whose tools can be used, as the person added them. */
  readonly toolServers: ToolServers;
  /** Looks at once at what is due by the clock: after a change to it, or when a pause is lifted. */
  readonly wakeClock: () => void;
  readonly locale: string;
  /** The computer's own time zone, for a task that brings none. */
  readonly timeZone: string;
};
