import { listEventsOfRun } from '#db/repositories/events.ts';
import type { RunRow } from '#db/repositories/runs.ts';
import type { ToolCallRow } from '#db/repositories/tool-calls.ts';
import { readEventRow } from '#main/events/chain-event.ts';
import type { Journal } from '#main/events/journal.ts';

/**
 * After a restore the world may hold effects that the database has forgotten, so the first call of a step that was
 * open then is looked up before it is made. Where nobody can know, the outcome is unknown and the person says.
 */
export const isInDoubt = (
  { orm }: Journal,
  { inDoubtSince }: Pick<RunRow, 'inDoubtSince'>,
  call: ToolCallRow,
): boolean => inDoubtSince !== null && !wasCalledSince(orm, call, inDoubtSince);

/**
 * Then it was looked up or the person was asked already, and this is the answer to that. Told by the order of the log:
 * the clock may have been set back since.
 */
const wasCalledSince = (orm: Journal['orm'], call: ToolCallRow, entry: number): boolean =>
  listEventsOfRun(orm, call.runId).some((row) => {
    if (row.seq <= entry || row.stepId !== call.stepId) return false;
    const { body } = readEventRow(row);
    return body.kind === 'effect.intended' && body.toolCallId !== call.id;
  });
