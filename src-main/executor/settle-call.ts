import type { Decision } from '#contract/model/decision.ts';
import type { Failure } from '#contract/model/failure.ts';
import { assertNever } from '#contract/states/assert-never.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { findRunState } from '#db/repositories/runs.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import { settleToolCall, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveStep, moveToldStep } from '#main/events/move-step.ts';
import { noteHealth } from '#main/executor/breaker.ts';
import type { About, CallOutcome } from '#main/executor/call-tool.ts';
import { tryAgainLater } from '#main/executor/delay-step.ts';
import type { ExecutorParts } from '#main/executor/executor-parts.ts';
import { keepAttached } from '#main/executor/keep-attached.ts';
import { keepWords } from '#main/executor/keep-words.ts';
import type { PreparedStep } from '#main/executor/prepare-step.ts';
import { watchForSuspicion } from '#main/gate/watch-for-suspicion.ts';

export type Settled = {
  readonly step: StepRow;
  /** What waited for the service of this call may go on. */
  readonly isServiceBack: boolean;
};

/** Of a call from before a restart all arguments count as having come from all that had a part in them. */
const argsOf = ({ args, provenance }: ToolCallRow): Parameters<typeof keepWords>[2] => ({
  input: args,
  places: new Map([['', provenance]]),
  sources: [],
});

/** `prepared` is missing where a call from before a restart is settled. */
type Called = { readonly call: ToolCallRow; readonly step: StepRow; readonly prepared?: PreparedStep };

/**
 * Writes down what became of a call: call, step, documents, breaker and event in one transaction. Only the first
 * outcome is written: whoever comes later (a slow answer, say) changes nothing and gets null.
 */
export function settleCall(
  tx: JournalTx,
  { tools }: Pick<ExecutorParts, 'tools'>,
  { call, step, prepared }: Called,
  outcome: CallOutcome,
  about: About,
): Settled | null {
  const settled = settle(tx, step, call, outcome, about);
  const isKept = settled !== null && outcome.kind === 'happened' && tools.livesOnComputer(call.connector);
  if (isKept && call.effect.kind !== 'none') keepWords(tx, call.connector, prepared ?? argsOf(call));
  return settled && { step: settled, isServiceBack: noteService(tx, tools, call, outcome) };
}

function settle(tx: JournalTx, step: StepRow, call: ToolCallRow, outcome: CallOutcome, about: About): StepRow | null {
  switch (outcome.kind) {
    case 'happened':
    case 'rehearsed':
      return settleDone(tx, step, call, outcome, about);
    case 'did-not-happen':
      return settleFailed(tx, step, call, outcome.failure);
    case 'absent':
      return settleFailed(tx, step, call, { kind: 'internal-error', reference: call.id });
    case 'unknown':
      return settleUnknown(tx, step, call, outcome.failure);
  }
  return assertNever(outcome);
}

/** What lives on this computer is never out of order. */
function noteService(
  tx: JournalTx,
  tools: ExecutorParts['tools'],
  { connector }: ToolCallRow,
  outcome: CallOutcome,
): boolean {
  if (tools.livesOnComputer(connector)) return false;
  const service = { connector, title: tools.titleOf(connector) };
  if (outcome.kind === 'happened') return noteHealth(tx, service, null);
  return outcome.kind === 'did-not-happen' && noteHealth(tx, service, outcome.failure);
}

type Done = Extract<CallOutcome, { kind: 'happened' | 'rehearsed' }>;

function settleDone(tx: JournalTx, step: StepRow, call: ToolCallRow, done: Done, about: About): StepRow | null {
  const { action, view } = about;
  const report = action.report(done.output, view);
  const undoable = done.kind === 'happened' && action.undo !== undefined && call.effect.reversible !== 'no';
  const undoUntil = call.effect.until ?? null;
  const row = { status: done.kind, result: done.output, report, undoable, undoUntil, settledAt: tx.now };
  if (!settleToolCall(tx, call.id, row)) return null;
  keepAttached(tx, call, done.attached);
  const told = { toolCallId: call.id, action: call.action, report };
  if (done.kind === 'happened') tell(tx, call, { kind: 'effect.happened', ...told });
  else tell(tx, call, { kind: 'effect.rehearsed', ...told, decision: step.decision ?? undecided });
  return moveToldStep(tx, step, 'succeeded', { resultRef: call.id, failure: null, failedTries: 0 }) ?? step;
}

const undecided: Decision = { verdict: 'ask', because: [], notify: false };

/** It did not happen, and why: tried again later where that can help. */
function settleFailed(tx: JournalTx, step: StepRow, call: ToolCallRow, failure: Failure): StepRow | null {
  if (!settleToolCall(tx, call.id, { status: 'did-not-happen', failure, settledAt: tx.now })) return null;
  tell(tx, call, { kind: 'effect.failed', toolCallId: call.id, action: call.action, failure, says: step.name });
  if (failure.kind === 'needs-reconnect') watchForSuspicion(tx, step, { kind: 'turned-away', toolCallId: call.id });
  const later = isOver(tx, call.runId) ? null : tryAgainLater(tx, step, failure);
  return later ?? failStep(tx, step, failure);
}

/** Nobody can know: the step waits for the person to say what happened. */
export function settleUnknown(tx: JournalTx, step: StepRow, call: ToolCallRow, failure: Failure): StepRow | null {
  if (!settleToolCall(tx, call.id, { status: 'unknown', failure })) return null;
  tell(tx, call, { kind: 'effect.unknown', toolCallId: call.id, action: call.action, says: step.name });
  return moveToldStep(tx, step, 'outcome-unknown', { failure }) ?? step;
}

/** After a crash it is known not to have happened: the step is free, unless its run was stopped for good. */
export function releaseCall(tx: JournalTx, call: ToolCallRow): void {
  if (!settleToolCall(tx, call.id, { status: 'did-not-happen', settledAt: tx.now })) return;
  const step = { runId: call.runId, id: call.stepId };
  moveStep(tx, step, 'released', 'life-os');
  if (isOver(tx, call.runId)) moveStep(tx, step, 'not-to-be-done', 'life-os');
}

const isOver = (tx: JournalTx, runId: string): boolean => isRunOver(findRunState(tx.orm, runId) ?? 'canceled');

function failStep(tx: JournalTx, step: StepRow, failure: Failure): StepRow {
  const failed = moveToldStep(tx, step, 'failed', { failure });
  if (!failed) return step;
  const body = { kind: 'step.changed', from: step.state, to: failed.state, says: step.name } as const;
  tx.append({ actor: 'life-os', runId: step.runId, stepId: step.id, body });
  return failed;
}

function tell(tx: JournalTx, call: ToolCallRow, body: Parameters<JournalTx['append']>[0]['body']): void {
  tx.append({ actor: 'life-os', runId: call.runId, stepId: call.stepId, body });
}
