import { findRun } from '#db/repositories/runs.ts';
import { listCallsUndoing } from '#db/repositories/tool-calls.ts';
import { carryOutRedo } from '#main/executor/redo-call.ts';
import { carryOutUndo } from '#main/executor/undo-call.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { viewOf } from '#main/orchestrator/view-of.ts';

/** After a start: ends the one undo or redo that was out when the process ended, then goes on with the rest. */
export async function recoverUndos(engine: Engine): Promise<void> {
  for (const call of listCallsUndoing(engine.journal.orm, ['running', 'redoing'])) {
    const run = findRun(engine.journal.orm, call.runId);
    const view = viewOf(engine, { timeZone: run?.timeZone ?? engine.timeZone });
    const carryOn = call.undoState === 'running' ? carryOutUndo : carryOutRedo;
    await carryOn(engine, call, view, 'life-os');
  }
  engine.undoLine.wakeAll();
}
