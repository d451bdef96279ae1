import type { Approval } from '#contract/model/approval.ts';
import type { Conflict, Obstacle, TimeObstacle } from '#contract/model/conflict.ts';
import type { Effect } from '#contract/model/effect.ts';
import { isSameTime, type TakenTime } from '#contract/model/stretch.ts';
import type { Orm } from '#db/open-database.ts';
import { findApproval, listApprovalsOfRun } from '#db/repositories/approvals.ts';
import { digestWith } from '#main/approvals/digest.ts';
import { coversAll } from '#main/gate/covers.ts';

/** The yes that stands for exactly this step as it is prepared now, if the person gave one. */
export function findConsent(orm: Orm, step: { approvalId: string | null }, digest: string): Approval | null {
  const approval = step.approvalId === null ? undefined : findApproval(orm, step.approvalId);
  if (approval?.status !== 'approved') return null;
  return approval.digest === digestWith(digest, approval.card.conflicts) ? approval : null;
}

/**
 * Whether what stands in the way now is no more than what the person chose to pass over: on the step's own card, or on
 * that of a step of the same plan which names this one. Two things at the same time are one question, whichever card
 * asks it and whichever step goes first.
 */
export function isPassedOver(
  orm: Orm,
  step: { readonly runId: string; readonly id: string },
  effect: Effect,
  consent: Approval | null,
  obstacles: readonly Obstacle[],
): boolean {
  if (obstacles.length === 0) return true;
  const own = isLetBe(consent) ? conflictsOf(consent).map((conflict) => conflict.with) : [];
  const times = own.flatMap((obstacle) => (obstacle.kind === 'time' ? obstacle.others : []));
  const others = [...times, ...besideInPlan(orm, step, effect)];
  return coversAll([...own.filter(({ kind }) => kind === 'limit'), { kind: 'time', others }], obstacles);
}

const isLetBe = (approval: Approval | null): approval is Approval =>
  approval?.status === 'approved' && approval.choice === 'anyway';

const conflictsOf = ({ card }: Approval): readonly Conflict[] => card.conflicts ?? [];

/** The times of other steps of this plan that the person said may stand beside this one. */
function besideInPlan(orm: Orm, step: { runId: string; id: string }, effect: Effect): TimeObstacle['others'] {
  const mine = timesOf(effect);
  if (mine.length === 0) return [];
  const names = ({ with: obstacle }: Conflict) =>
    obstacle.kind === 'time' && obstacle.others.some((other) => mine.some((time) => isSameTime(other, time)));
  return listApprovalsOfRun(orm, step.runId)
    .filter((each) => each.stepId !== step.id && isLetBe(each) && conflictsOf(each).some(names))
    .flatMap(({ card }) => timesOf(card.effect).map((time) => ({ ...time, by: 'this-plan' as const })));
}

const timesOf = ({ takesTime }: Effect): readonly TakenTime[] =>
  takesTime?.stretches.map((stretch) => ({ ...stretch, title: takesTime.title })) ?? [];
