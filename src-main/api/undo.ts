import type { UndoRequest } from '#contract/model/undo.ts';
import type { Orm } from '#db/open-database.ts';
import { findToolCall } from '#db/repositories/tool-calls.ts';
import { findUndo, listUndoItems } from '#db/repositories/undos.ts';
import { door, orNotFound, refuseIf, toError } from '#main/api/door.ts';
import { previewUndo } from '#main/orchestrator/preview-undo.ts';
import { refusals } from '#main/orchestrator/refusal.ts';
import { findMissing, nameOf, requestUndo } from '#main/orchestrator/request-undo.ts';

export const undo = {
  preview: door.undo.preview.handler(async ({ input: { target }, context: { engine } }) => {
    refuseIf(findMissing(engine.journal.orm, target));
    return { items: await previewUndo(engine, target) };
  }),
  request: door.undo.request.handler(async ({ input: { target }, context: { engine, actor } }) => {
    const taken = await requestUndo(engine, target, actor);
    if (typeof taken !== 'string') throw toError(taken);
    return show(engine.journal.orm, taken);
  }),
  get: door.undo.get.handler(({ input: { id }, context: { engine } }) => show(engine.journal.orm, id)),
};

function show(orm: Orm, id: string): UndoRequest {
  const { createdBy: _, ...request } = orNotFound(findUndo(orm, id), refusals.noSuchUndo);
  const items = listUndoItems(orm, id).flatMap(({ callId, state }) => {
    const call = findToolCall(orm, callId);
    if (!call) return [];
    const { runId, stepId } = call;
    const says = call.report?.says ?? nameOf(orm, call);
    return [{ callId, runId, stepId, says, doneAt: call.settledAt ?? call.createdAt, state }];
  });
  return { ...request, items };
}
