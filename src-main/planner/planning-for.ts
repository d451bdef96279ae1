import type { PlanningOutcome } from '#contract/model/plan.ts';
import type { NewPlanRequest, PlanningRequest } from '#main/planner/planning-request.ts';

/** For what a plan is made, and whether it is still wanted. */
export type PlanningFor = {
  readonly runId: string | null;
  readonly automationId: string | null;
  /** Aborted: it is not wanted now. What needs no model is planned all the same. */
  readonly signal: AbortSignal;
};

/** Null: it was called off before there was a plan; the same request can be made again. */
export type MakePlan = (
  request: PlanningRequest,
  about: PlanningFor,
) => PlanningOutcome | null | Promise<PlanningOutcome | null>;

/** In place of a plan that did not fit what was read. Null as of `MakePlan`; an answer: there is no other plan. */
export type PlanAnew = (
  request: NewPlanRequest,
  about: PlanningFor,
) => PlanningOutcome | null | Promise<PlanningOutcome | null>;
