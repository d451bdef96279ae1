import type { ActionContext, View } from '#connectors/sdk/action.ts';
import { type Json, JsonSchema } from '#contract/model/json.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { findRun } from '#db/repositories/runs.ts';
import { findStep, type StepRow } from '#db/repositories/steps.ts';
import { insertToolCall, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveStep } from '#main/events/move-step.ts';
import { openContext } from '#main/executor/action-context.ts';
import { callKey } from '#main/executor/call-key.ts';
import { decideStep } from '#main/executor/decide-step.ts';
import type { ExecutorParts } from '#main/executor/executor-parts.ts';
import type { PreparedStep } from '#main/executor/prepare-step.ts';
import { releaseCall, settleFailed, settleHappened, settleUnknown } from '#main/executor/settle-call.ts';
import type { Gate } from '#main/gate/check.ts';
import { findPauseOver } from '#main/gate/find-pause.ts';

export type CallOutcome = 'settled' | 'paused' | 'not-allowed' | 'gone';

/**
 * Intent row, then the request, then the outcome row. The intent is committed in the transaction that
 * checks pause, run, rules and approval; if it says no, nothing has left.
 */
export async function callTool(
  parts: ExecutorParts,
  step: StepRow,
  prepared: PreparedStep,
  view: View,
): Promise<CallOutcome> {
  const claim = await parts.journal.write((tx) => claimStep(tx, parts.gate, step, prepared));
  if (typeof claim === 'string') return claim;
  await carryOut(parts, claim, prepared, view);
  return 'settled';
}

function claimStep(
  tx: JournalTx,
  gate: Gate,
  step: StepRow,
  prepared: PreparedStep,
): ToolCallRow | Exclude<CallOutcome, 'settled'> {
  const row = findStep(tx.orm, step.runId, step.id);
  const run = findRun(tx.orm, step.runId);
  if (!row || !run || isRunOver(run.state)) return 'gone';
  const paused = findPauseOver(tx.orm, { runId: step.runId, connector: prepared.connector }) !== undefined;
  const decision = decideStep(tx.orm, gate, row, prepared, { paused, now: tx.now });
  if (paused) return 'paused';
  if (decision.verdict !== 'allow') return 'not-allowed';
  if (!moveStep(tx, step, 'claimed', 'life-os', { attempt: row.attempt + 1, failure: null })) return 'gone';
  const call: ToolCallRow = {
    id: tx.newId(),
    runId: step.runId,
    stepId: step.id,
    connector: prepared.connector,
    action: prepared.action.name,
    key: callKey(step),
    args: prepared.input,
    provenance: [...prepared.provenance],
    effect: prepared.effect,
    before: prepared.before,
    result: null,
    report: null,
    failure: null,
    status: 'intended',
    undoable: false,
    undoUntil: null,
    undoState: 'none',
    undoFailure: null,
    createdAt: tx.now,
    settledAt: null,
  };
  insertToolCall(tx, call);
  const body = { kind: 'effect.intended', toolCallId: call.id, action: call.action, says: step.name } as const;
  tx.append({ actor: 'life-os', runId: step.runId, stepId: step.id, body });
  return call;
}

async function carryOut(parts: ExecutorParts, call: ToolCallRow, prepared: PreparedStep, view: View): Promise<void> {
  const { journal } = parts;
  const { action } = prepared;
  const { context, attached } = openContext(parts, { ...call, mode: 'execute', view });
  const outcome = await runAndReadBack(parts, call, prepared, context);
  if (outcome.ok) {
    const output = outcome.value;
    await journal.write((tx) => settleHappened(tx, call, { action, output, view, attached }));
  } else if (outcome.failure.kind === 'outcome-unknown') {
    await findOut(parts, call, prepared, view);
  } else {
    const { failure } = outcome;
    await journal.write((tx) => settleFailed(tx, call, failure));
  }
}

/** A bug in an action must not lose the question whether it had an effect: it counts as unknown. */
async function runAndReadBack(
  parts: ExecutorParts,
  call: ToolCallRow,
  { action, connector, tier }: PreparedStep,
  context: ActionContext<Json>,
): Promise<Result<Json>> {
  const unknown = unknownAt(parts, connector);
  try {
    const ran = await action.run(call.args, context);
    if (!ran.ok) return ran;
    const output = action.output.pipe(JsonSchema).parse(ran.value);
    const seen = action.readBack ? await action.readBack(output, context) : succeed(true);
    return seen.ok && seen.value ? succeed(output) : fail(unknown);
  } catch (error) {
    const reference = call.id;
    parts.log.error({ error, reference, action: action.name }, 'an action threw');
    return fail(tier === 'L0' ? { kind: 'internal-error', reference } : unknown);
  }
}

/**
 * For a call whose outcome is not known (a crash, a cut connection): asks the service. Found: it
 * happened. Surely not there: the step is free again, or failed when it was tried in this very
 * session. No way to know: the person is asked. Never a blind retry.
 */
export async function findOut(
  parts: ExecutorParts,
  call: ToolCallRow,
  found: Pick<PreparedStep, 'action' | 'connector' | 'tier'>,
  view: View,
  ifAbsent: 'fail' | 'release' = 'fail',
): Promise<void> {
  const { journal, log } = parts;
  const { action, connector, tier } = found;
  const { context, attached } = openContext(parts, { ...call, mode: 'execute', view });
  const unknown = unknownAt(parts, connector);
  const earlier = await lookForEarlier(action, call, context, tier).catch((error: unknown) => {
    log.error({ error, reference: call.id, action: action.name }, 'an action threw while looking for its effect');
    return fail(unknown);
  });
  await journal.write((tx) => {
    if (!earlier.ok) return settleUnknown(tx, call, unknown);
    const output = earlier.value;
    if (output !== null) return settleHappened(tx, call, { action, output, view, attached });
    return ifAbsent === 'release'
      ? releaseCall(tx, call)
      : settleFailed(tx, call, { kind: 'internal-error', reference: call.id });
  });
}

async function lookForEarlier(
  action: PreparedStep['action'],
  call: ToolCallRow,
  context: ActionContext<Json>,
  tier: PreparedStep['tier'],
): Promise<Result<Json | null>> {
  if (tier === 'L0') return succeed(null);
  if (!action.findEarlier) return fail({ kind: 'outcome-unknown', service: call.connector });
  const earlier = await action.findEarlier(call.args, context);
  if (!earlier.ok || earlier.value === null) return earlier as Result<null>;
  return succeed(action.output.pipe(JsonSchema).parse(earlier.value));
}

/** The failure as the person reads it, with the name that they know the service by. */
export const unknownAt = ({ tools }: Pick<ExecutorParts, 'tools'>, connector: string) =>
  ({ kind: 'outcome-unknown', service: tools.titleOf(connector) }) as const;
