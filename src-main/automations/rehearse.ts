import type { PlannedAutomation } from '#contract/model/automation.ts';
import type { Plan } from '#contract/model/plan.ts';
import type { Rehearsal } from '#contract/model/rehearsal.ts';
import type { ConsentScope } from '#contract/model/standing-consent.ts';
import { automationRefusals } from '#main/automations/automation-refusals.ts';
import { checkTrigger } from '#main/automations/check-trigger.ts';
import { rehearseSteps } from '#main/automations/rehearse-steps.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { makeSoundPlan, provenanceOf } from '#main/orchestrator/plan-run.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';
import { blanksIn, fillBlanks } from '#main/planner/unattended/fill-blanks.ts';
import { shapeOf } from '#main/planner/unattended/plan-shape.ts';
import { nextTimes } from '#main/schedules/next-due.ts';

const TIMES_SHOWN = 3;

export type Rehearsed = {
  readonly rehearsal: Rehearsal;
  /** What is kept, so that another plan is known for one. */
  readonly shape: string;
  /** What a yes to a line would be bound to, by step. */
  readonly scopes: ReadonlyMap<string, ConsentScope>;
};

/**
 * Makes the plan for the next occurrence and goes through it up to its cards, so that what an unattended run will need
 * is asked while the person is there. It looks things up and does nothing.
 */
export async function rehearse(engine: Engine, planned: PlannedAutomation): Promise<Rehearsed | Refusal> {
  const now = engine.journal.now();
  const problem = checkTrigger(engine, planned, now);
  if (problem) return problem;
  const nextRuns = nextTimes(planned.trigger, now, TIMES_SHOWN);
  const at = nextRuns[0] ?? now;
  const timeZone = planned.timeZone ?? engine.timeZone;

  const request = { text: planned.sentence, answers: [], now: at, timeZone };
  const about = { runId: null, automationId: null, signal: new AbortController().signal };
  const outcome = await makeSoundPlan(engine, request, about);
  if (outcome === null) throw new Error('A rehearsal was called off, which nobody does.');
  if (outcome.kind === 'question') {
    return { refused: 'bad-request', says: `${automationRefusals.leavesAQuestion.says} ${outcome.question.says}` };
  }
  if (outcome.kind === 'answer') return { refused: 'bad-request', says: outcome.says };

  const { plan } = outcome;
  const { lines, scopes } = await rehearseSteps(engine, withBlanksAsTheyAre(engine, plan, planned), { at, timeZone });
  const rehearsal = { goal: plan.goal, nextRuns, lines, leftOut: [...plan.leftOut] };
  return { rehearsal, shape: shapeOf(plan), scopes };
}

/** A blank is shown as it is written, and marked as coming from where it will be filled from. */
function withBlanksAsTheyAre(engine: Engine, plan: Plan, { sentence, trigger }: PlannedAutomation): Plan {
  if (trigger.kind !== 'event') return plan;
  const fields = Object.fromEntries(blanksIn(sentence).map((name) => [name, `{${name}}`]));
  return fillBlanks(plan, fields, provenanceOf(engine, trigger.connector, 'rehearsal', fields));
}
