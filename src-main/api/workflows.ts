import type { RunDetail } from '#contract/api/workflows.ts';
import { listRuns } from '#db/repositories/runs.ts';
import { nextCursor, readCursor } from '#main/api/cursor.ts';
import { type DoorContext, door, orNotFound, refuseIf } from '#main/api/door.ts';
import { showRun, summarise } from '#main/api/show-run.ts';
import { type CardAnswer, decidePlan } from '#main/orchestrator/answer-approval.ts';
import { answerQuestion } from '#main/orchestrator/answer-question.ts';
import { answerUndo } from '#main/orchestrator/answer-undo.ts';
import { callOff } from '#main/orchestrator/call-off.ts';
import { cancelRun } from '#main/orchestrator/cancel-run.ts';
import { holdRun } from '#main/orchestrator/pause-everything.ts';
import { redoStep } from '#main/orchestrator/redo-step.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';
import { letRunGoOn } from '#main/orchestrator/resume-what-is-named.ts';
import { settleStep } from '#main/orchestrator/settle-step.ts';
import { undoRun, undoStep } from '#main/orchestrator/undo.ts';

const show = ({ engine }: DoorContext, id: string): RunDetail => orNotFound(showRun(engine, id), refusals.noSuchRun);

/** Does it, then answers with the run as it stands. */
async function showAfter(context: DoorContext, id: string, work: Promise<Refusal | null>): Promise<RunDetail> {
  refuseIf(await work);
  return show(context, id);
}

export const workflows = {
  list: door.workflows.list.handler(({ input, context: { engine } }) => {
    const { orm } = engine.journal;
    const rows = listRuns(orm, { state: input.state, limit: input.limit, after: readCursor(input.cursor) });
    return { items: rows.map((row) => summarise(orm, row)), nextCursor: nextCursor(rows, input.limit) };
  }),
  get: door.workflows.get.handler(({ input, context }) => show(context, input.id)),
  approve: door.workflows.approve.handler(({ input, context }) => {
    const answers: CardAnswer[] = [
      ...input.approve.map(({ approvalId, ...seen }) => ({ ...seen, id: approvalId, decision: 'approve' as const })),
      ...input.decline.map((id) => ({ id, decision: 'decline' as const })),
    ];
    return showAfter(context, input.id, decidePlan(context.engine, input.id, answers, context.actor));
  }),
  answer: door.workflows.answer.handler(({ input: { id, questionId, text }, context }) =>
    showAfter(context, id, answerQuestion(context.engine, { runId: id, questionId, text }, context.actor)),
  ),
  cancel: door.workflows.cancel.handler(({ input: { id }, context }) =>
    showAfter(context, id, cancelRun(context.engine, id, context.actor)),
  ),
  pause: door.workflows.pause.handler(({ input: { id }, context }) =>
    showAfter(context, id, holdRun(context.engine, id, context.actor)),
  ),
  resume: door.workflows.resume.handler(({ input: { id }, context }) =>
    showAfter(context, id, letRunGoOn(context.engine, id, context.actor)),
  ),
  undo: door.workflows.undo.handler(({ input: { id }, context }) =>
    showAfter(context, id, undoRun(context.engine, id, context.actor)),
  ),
  undoStep: door.workflows.undoStep.handler(({ input: { id, stepId }, context }) =>
    showAfter(context, id, undoStep(context.engine, id, stepId, context.actor)),
  ),
  callOff: door.workflows.callOff.handler(({ input: { id, stepId }, context }) =>
    showAfter(context, id, callOff(context.engine, id, stepId, context.actor)),
  ),
  redoStep: door.workflows.redoStep.handler(({ input: { id, stepId }, context }) =>
    showAfter(context, id, redoStep(context.engine, id, stepId, context.actor)),
  ),
  answerUndo: door.workflows.answerUndo.handler(({ input: { id, stepId, choice }, context }) =>
    showAfter(context, id, answerUndo(context.engine, { runId: id, stepId, choice }, context.actor)),
  ),
  settleStep: door.workflows.settleStep.handler(({ input: { id, stepId, outcome }, context }) =>
    showAfter(context, id, settleStep(context.engine, { runId: id, stepId, outcome }, context.actor)),
  ),
};
