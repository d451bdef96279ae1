import type { Approval, ApprovalAnswer } from '#contract/model/approval.ts';
import { countApprovals, findApproval, listApprovals } from '#db/repositories/approvals.ts';
import { findOwner } from '#db/repositories/people.ts';
import { nextCursor, readCursor } from '#main/api/cursor.ts';
import { door, orNotFound, refuseIf, toError } from '#main/api/door.ts';
import { inPlanOrder } from '#main/approvals/in-plan-order.ts';
import { readPace } from '#main/approvals/pace.ts';
import { type CardAnswer, decideApproval, decideTogether } from '#main/orchestrator/answer-approval.ts';
import { approveAlways, offersOf } from '#main/orchestrator/approve-always.ts';
import { changeStep, takeAnotherTime } from '#main/orchestrator/change-step.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';

export const approvals = {
  list: door.approvals.list.handler(({ input, context: { engine } }) => {
    const { status, limit, order, first } = input;
    const { orm } = engine.journal;
    const page = listApprovals(orm, { status, limit, order, after: readCursor(input.cursor) });
    const items = order === 'oldest' ? inPlanOrder(orm, page) : page;
    const sought = first === undefined ? undefined : findApproval(orm, first);
    const isAmong = sought !== undefined && (status === undefined || sought.status === status);
    return {
      items: isAmong ? [sought, ...items.filter(({ id }) => id !== first)] : items,
      nextCursor: nextCursor(page, limit),
      total: countApprovals(orm, status),
    };
  }),
  pace: door.approvals.pace.handler(({ context: { engine } }) => {
    const { orm, now } = engine.journal;
    return readPace(orm, now(), findOwner(orm)?.timeZone ?? engine.timeZone);
  }),
  offers: door.approvals.offers.handler(({ input, context: { engine } }) => {
    const approval = orNotFound(findApproval(engine.journal.orm, input.id), refusals.noSuchApproval);
    return { items: [...offersOf(engine, approval)] };
  }),
  decideMany: door.approvals.decideMany.handler(async ({ input, context: { engine, actor } }) => {
    const answers: CardAnswer[] = [
      ...input.approve.map((seen) => ({ ...seen, decision: 'approve' as const })),
      ...input.decline.map((id) => ({ id, decision: 'decline' as const })),
    ];
    refuseIf(await decideTogether(engine, answers, actor));
    return { items: answers.flatMap(({ id }) => findApproval(engine.journal.orm, id) ?? []) };
  }),
  always: door.approvals.always.handler(async ({ input, context: { engine, actor } }) => {
    const answered = await approveAlways(engine, input, actor);
    if ('refused' in answered) throw toError(answered);
    return answered;
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
