import { listApprovals } from '#db/repositories/approvals.ts';
import { nextCursor, readCursor } from '#main/api/cursor.ts';
import { door, toError } from '#main/api/door.ts';
import { decideApproval } from '#main/orchestrator/answer-approval.ts';
import { changeStep } from '#main/orchestrator/change-step.ts';

export const approvals = {
  list: door.approvals.list.handler(({ input, context: { engine } }) => {
    const { status, limit } = input;
    const items = listApprovals(engine.journal.orm, { status, limit, after: readCursor(input.cursor) });
    return { items, nextCursor: nextCursor(items, limit) };
  }),
  decide: door.approvals.decide.handler(async ({ input, context: { engine, actor } }) => {
    const { id, decision, digest, notes, changes } = input;
    const answered =
      decision === 'change'
        ? await changeStep(engine, { approvalId: id, digest, changes: changes ?? {} }, actor)
        : await decideApproval(engine, { id, decision, digest, notes }, actor);
    if ('refused' in answered) throw toError(answered);
    return answered;
  }),
};
