import type { UndoForecast, UndoTarget } from '#contract/model/undo.ts';
import { findRun } from '#db/repositories/runs.ts';
import type { ToolCallRow } from '#db/repositories/tool-calls.ts';
import { compareUndo, isUndoable } from '#main/executor/undo-call.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { dependenceIn, findUndoCalls } from '#main/orchestrator/find-undo-calls.ts';
import { nameOf } from '#main/orchestrator/request-undo.ts';
import { orderUndo } from '#main/orchestrator/undo-order.ts';
import { viewOf } from '#main/orchestrator/view-of.ts';

type Verdict = Pick<UndoForecast, 'verdict' | 'changed' | 'whyNot'>;

/** What would be taken back, what can't be and why, what was changed since. Touches nothing. */
export async function previewUndo(engine: Engine, target: UndoTarget): Promise<UndoForecast[]> {
  const { orm } = engine.journal;
  const calls = findUndoCalls(orm, target, engine.timeZone).filter(({ undoState }) => undoState !== 'running');
  const forecasts: UndoForecast[] = [];
  for (const { call } of orderUndo(calls, dependenceIn(orm))) {
    const goesBefore = forecasts.some(({ callId, verdict }) => verdict === 'will' && isAbout(calls, callId, call));
    forecasts.push({
      callId: call.id,
      runId: call.runId,
      stepId: call.stepId,
      says: call.report?.says ?? nameOf(orm, call),
      doneAt: call.settledAt ?? call.createdAt,
      ...(await judge(engine, call, goesBefore)),
    });
  }
  const cannot = forecasts.filter(({ verdict }) => verdict === 'cannot');
  return [...cannot, ...forecasts.filter(({ verdict }) => verdict !== 'cannot')];
}

/**
 * `goesBefore`: something later of the same connector is taken back first, which may well be the change that shows now;
 * whether it was is seen when its turn comes, and asked then.
 */
async function judge(engine: Engine, call: ToolCallRow, goesBefore: boolean): Promise<Verdict> {
  const whyNot = whyNotUndoable(call, engine.journal.now());
  if (whyNot) return cannot(whyNot);
  const run = findRun(engine.journal.orm, call.runId);
  const view = viewOf(engine, { timeZone: run?.timeZone ?? engine.timeZone });
  const compared = await compareUndo(engine, call, view);
  if (compared.ok) return will;
  if (compared.failure.kind !== 'changed-since') return cannot('out-of-reach');
  return goesBefore ? will : { verdict: 'asks', changed: compared.failure.what, whyNot: null };
}

/** Why what was done can't be taken back, where it can't. */
export function whyNotUndoable(call: ToolCallRow, now: string): 'not-undoable' | 'too-late' | null {
  if (isUndoable(call, now)) return null;
  return call.undoable && call.undoUntil !== null && call.undoUntil <= now ? 'too-late' : 'not-undoable';
}

const will: Verdict = { verdict: 'will', changed: null, whyNot: null };
const cannot = (whyNot: NonNullable<Verdict['whyNot']>): Verdict => ({ verdict: 'cannot', changed: null, whyNot });

const isAbout = (calls: readonly ToolCallRow[], callId: string, call: ToolCallRow): boolean =>
  calls.find(({ id }) => id === callId)?.connector === call.connector;
