import type { ActionContext } from '#connectors/sdk/action.ts';
import { type Json, JsonSchema } from '#contract/model/json.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import { listEventsOfRun } from '#db/repositories/events.ts';
import { findRun } from '#db/repositories/runs.ts';
import type { ToolCallRow } from '#db/repositories/tool-calls.ts';
import { readEventRow } from '#main/events/chain-event.ts';
import type { Journal } from '#main/events/journal.ts';
import type { PreparedStep } from '#main/executor/prepare-step.ts';

/**
 * After a restore the world may hold effects that the database has forgotten, so the first call of a step that was
 * open then is looked up before it is done. Null: it surely wasn't done, so do it. Where nobody can know, the
 * outcome is unknown and the person says.
 */
export async function lookBeforeDoing(
  journal: Journal,
  call: ToolCallRow,
  { action, tier }: PreparedStep,
  context: ActionContext<Json>,
): Promise<Result<Json> | null> {
  const since = findRun(journal.orm, call.runId)?.inDoubtSince ?? null;
  if (since === null || tier === 'L0' || wasCalledSince(journal, call, since)) return null;
  if (!action.findEarlier) return fail({ kind: 'outcome-unknown', service: call.connector });
  const earlier = await action.findEarlier(call.args, context);
  if (!earlier.ok) return fail({ kind: 'outcome-unknown', service: call.connector });
  return earlier.value === null ? null : succeed(action.output.pipe(JsonSchema).parse(earlier.value));
}

/**
 * Then it was looked up or the person was asked already, and this is the answer to that. Told by the order of the log:
 * the clock may have been set back since.
 */
const wasCalledSince = ({ orm }: Journal, call: ToolCallRow, entry: number): boolean =>
  listEventsOfRun(orm, call.runId).some((row) => {
    if (row.seq <= entry || row.stepId !== call.stepId) return false;
    const { body } = readEventRow(row);
    return body.kind === 'effect.intended' && body.toolCallId !== call.id;
  });
