import type { Approval } from '#contract/model/approval.ts';
import type { Obstacle } from '#contract/model/conflict.ts';
import type { Orm } from '#db/open-database.ts';
import { findApproval } from '#db/repositories/approvals.ts';
import { digestWith } from '#main/approvals/digest.ts';
import { coversAll } from '#main/gate/covers.ts';

/** The yes that stands for exactly this step as it is prepared now, if the person gave one. */
export function findConsent(orm: Orm, step: { approvalId: string | null }, digest: string): Approval | null {
  const approval = step.approvalId === null ? undefined : findApproval(orm, step.approvalId);
  if (approval?.status !== 'approved') return null;
  return approval.digest === digestWith(digest, approval.card.conflicts) ? approval : null;
}

/** Whether what stands in the way now is no more than what the person chose to pass over. */
export function isPassedOver(consent: Approval | null, obstacles: readonly Obstacle[]): boolean {
  const said = consent?.choice === 'anyway' ? (consent.card.conflicts ?? []) : [];
  const conflicts = said.map((conflict) => conflict.with);
  return coversAll(conflicts, obstacles);
}
