import { parseInput } from '#connectors/sdk/parse-input.ts';
import type { Approval } from '#contract/model/approval.ts';
import { choicesOf } from '#contract/model/conflict.ts';
import type { Json } from '#contract/model/json.ts';
import { writePointer } from '#contract/model/json-pointer.ts';
import type { ArgTemplate } from '#contract/model/plan.ts';
import type { Provenance } from '#contract/model/provenance.ts';
import { findApproval } from '#db/repositories/approvals.ts';
import { findStep, updateStep } from '#db/repositories/steps.ts';
import { overtakeApproval } from '#main/approvals/ask.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveRun } from '#main/events/move-run.ts';
import { moveStep } from '#main/events/move-step.ts';
import { collectFound } from '#main/executor/collect-found.ts';
import { resolveArgs } from '#main/executor/resolve-args.ts';
import { enqueueRun } from '#main/orchestrator/answer-approval.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';

/**
 * The person edits what a card would do. The card is overtaken; the step is prepared afresh with the
 * new values, which are now their own words, and its new card is asked.
 */
export async function changeStep(
  engine: Engine,
  change: { approvalId: string; digest?: string; changes: Readonly<Record<string, Json>> },
  actor: string,
): Promise<Approval | Refusal> {
  return engine.journal.write((tx) => {
    const approval = findChangeable(tx, change);
    if ('refused' in approval) return approval;
    const isShown = (pointer: string) => approval.card.values.some(({ path }) => path === pointer);
    if (!Object.keys(change.changes).every(isShown)) return refusals.changeDoesNotFit;
    return applyChanges(engine, tx, approval, change.changes, actor);
  });
}

/** The person chose another time that their card offered; what follows is the same. */
export async function takeAnotherTime(
  engine: Engine,
  wanted: { approvalId: string; digest?: string },
  actor: string,
): Promise<Approval | Refusal> {
  return engine.journal.write((tx) => {
    const approval = findChangeable(tx, wanted);
    if ('refused' in approval) return approval;
    const choice = choicesOf(approval.card.conflicts ?? []).find(({ kind }) => kind === 'another-time');
    if (choice?.kind !== 'another-time') return refusals.noSuchChoice;
    return applyChanges(engine, tx, approval, choice.changes, actor);
  });
}

function findChangeable(tx: JournalTx, { approvalId, digest }: { approvalId: string; digest?: string }) {
  const approval = findApproval(tx.orm, approvalId);
  if (!approval) return refusals.noSuchApproval;
  if (approval.status !== 'waiting') return refusals.cardOvertaken;
  return digest === undefined || digest === approval.digest ? approval : refusals.anotherCard;
}

function applyChanges(
  engine: Engine,
  tx: JournalTx,
  approval: Approval,
  changes: Readonly<Record<string, Json>>,
  actor: string,
): Approval | Refusal {
  const row = findStep(tx.orm, approval.runId, approval.stepId);
  const action = row && engine.tools.find(row.tool);
  if (!row || !action) return refusals.noSuchStep;

  let args: ArgTemplate = row.args;
  const origins: Record<string, Provenance> = { ...row.origins };
  for (const [pointer, value] of Object.entries(changes)) {
    args = writePointer(args, pointer, value);
    for (const place of Object.keys(origins)) if (place.startsWith(`${pointer}/`)) delete origins[place];
    origins[pointer] = ['person'];
  }
  const resolved = resolveArgs(args, origins, collectFound(engine.tools, tx.orm, approval.runId));
  const parsed = resolved.ok ? parseInput(action, resolved.value.args) : resolved;
  if (!parsed.ok) {
    const problems = parsed.failure.kind === 'invalid-arguments' ? parsed.failure.problems : [];
    return { ...refusals.changeDoesNotFit, problems };
  }
  updateStep(tx, row, { args, origins, updatedAt: tx.now });
  overtakeApproval(tx, approval.id);
  moveStep(tx, row, 'consent-overtaken', actor);
  moveRun(tx, approval.runId, 'to-be-prepared-again', actor);
  enqueueRun(engine, tx, approval.runId);
  return findApproval(tx.orm, approval.id) ?? approval;
}
