import type { Approval, ApprovalAnswer } from '#contract/model/approval.ts';
import { listApprovals } from '#db/repositories/approvals.ts';
import { nextCursor, readCursor } from '#main/api/cursor.ts';
import { door, toError } from '#main/api/door.ts';
import { decideApproval } from '#main/orchestrator/answer-approval.ts';
import { changeStep, takeAnotherTime } from '#main/orchestrator/change-step.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';

export const approvals = {
  list: door.approvals.list.handler(({ input, context: { engine } }) => {
    const { status, limit } = input;
    const items = listApprovals(engine.journal.orm, { status, limit, after: readCursor(input.cursor) });
    return { items, nextCursor: nextCursor(items, limit) };
  }),
  decide: door.approvals.decide.handler(async ({ input, context: { engine, actor } }) => {
    const answered = await answerCard(engine, input, actor);
    if ('refused' in answered) throw toError(answered);
    return answered;
  }),
};

/** “Another time” is a change that the card itself offers, and “leave it” is a no, whatever it came with. */
function answerCard(
  engine: Engine,
  input: ApprovalAnswer & { id: string },
  actor: string,
): Promise<Approval | Refusal> {
  const { id, decision, digest, notes, changes, choice } = input;
  if (decision === 'change') return changeStep(engine, { approvalId: id, digest, changes: changes ?? {} }, actor);
  if (decision === 'decline' || choice === 'leave') {
    return decideApproval(engine, { id, decision: 'decline', digest, notes }, actor);
  }
  if (choice === 'another-time') return takeAnotherTime(engine, { approvalId: id, digest }, actor);
  return decideApproval(engine, { id, decision, digest, notes, choice }, actor);
}
