import type { View } from '#connectors/sdk/action.ts';
import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';
import { type Json, JsonSchema } from '#contract/model/json.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import { findStep, type StepRow } from '#db/repositories/steps.ts';
import { findToolCall, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import { openContext } from '#main/executor/action-context.ts';
import { unknownAt } from '#main/executor/call-tool.ts';
import { collectFound } from '#main/executor/collect-found.ts';
import type { ExecutorParts } from '#main/executor/executor-parts.ts';
import { keepAttached } from '#main/executor/keep-attached.ts';
import { moveUndo } from '#main/executor/move-undo.ts';
import {
  cardOf,
  consentDigest,
  lookFirst,
  type PreparedStep,
  proposalOf,
  resolveStep,
} from '#main/executor/prepare-step.ts';
import { findPauseOverCall } from '#main/gate/find-pause.ts';

/** Whether putting this call back would be tried: it was taken back, and no answer of the person is open. */
export const isRedoable = ({ undoState }: Pick<ToolCallRow, 'undoState'>): boolean =>
  undoState === 'undone' || undoState === 'redo-failed';

/**
 * Puts one call back that was taken back: looked at afresh, past the gate again, under the same key. Pressing it is the
 * consent to exactly what was done; where that would now be something else, the person is asked. `agreed`: they were,
 * and said yes to the digest that they saw. Everything paused: nothing is put back.
 */
export async function redoCall(
  parts: ExecutorParts,
  callId: string,
  view: View,
  actor: string,
  agreed: string | null = null,
): Promise<'settled' | 'paused'> {
  const { journal } = parts;
  const call = findToolCall(journal.orm, callId);
  const step = call && findStep(journal.orm, call.runId, call.stepId);
  if (!call || !step) return 'settled';
  if (findPauseOverCall(journal.orm, call)) return 'paused';
  const prepared = await prepareAgain(parts, step, call, view);
  if (!prepared.ok) {
    await settleNotRedone(parts, call, actor, prepared.failure);
    return 'settled';
  }
  const claimed = await claimRedo(parts, step, call, prepared.value, view, actor, agreed);
  if (typeof claimed === 'string') return claimed;
  await carryOutRedo(parts, claimed, view, actor);
  return 'settled';
}

async function prepareAgain(
  parts: ExecutorParts,
  step: StepRow,
  call: ToolCallRow,
  view: View,
): Promise<Result<PreparedStep>> {
  const { tools, journal, log } = parts;
  const found = collectFound(tools, journal.orm, call.runId);
  try {
    const resolved = resolveStep(tools, journal.orm, step, found);
    return resolved.ok ? await lookFirst(tools, step, resolved.value, view) : resolved;
  } catch (error) {
    log.error({ error, reference: call.id, action: call.action }, 'what was taken back could not be looked at again');
    return fail({ kind: 'internal-error', reference: call.id });
  }
}

/** The intent, in the transaction that checks pause, rules and consent; or a question, or a no of the rules. */
function claimRedo(
  { journal, gate }: ExecutorParts,
  step: StepRow,
  { id }: ToolCallRow,
  prepared: PreparedStep,
  view: View,
  actor: string,
  agreed: string | null,
): Promise<ToolCallRow | 'settled' | 'paused'> {
  return journal.write((tx) => {
    const call = findToolCall(tx.orm, id);
    if (!call) return 'settled';
    if (findPauseOverCall(tx.orm, call)) return 'paused';
    const { input, before, effect } = prepared;
    const digest = consentDigest(prepared);
    const approved = digest === call.digest || digest === agreed;
    const decision = gate.check(tx.orm, proposalOf(step, prepared), { approved, paused: false, now: tx.now });
    if (decision.verdict === 'refuse') {
      const failure: Failure = { kind: 'refused', because: decision.because.map(({ says }) => says).join(' ') };
      moveUndo(tx, id, 'failed', actor, { kind: 'redo.failed', failure }, { undoFailure: failure, undoQuestion: null });
      return 'settled';
    }
    if (!approved || decision.verdict === 'ask') {
      const { title, differences, undo } = cardOf(prepared, view);
      const question = { about: 'redo' as const, card: { title, differences, undo }, digest };
      moveUndo(tx, id, 'changed-since', actor, { kind: 'undo.asked', question }, { undoQuestion: question });
      return 'settled';
    }
    const change = { args: input, before, effect, digest, undoFailure: null, undoQuestion: null };
    if (!moveUndo(tx, id, 'redo-started', actor, { kind: 'redo.intended' }, change)) return 'settled';
    return { ...call, ...change };
  });
}

/** Does a claimed redo, or goes on with one after a crash: what stands already is not done again. */
export async function carryOutRedo(parts: ExecutorParts, call: ToolCallRow, view: View, actor: string): Promise<void> {
  const { context, attached } = openContext(parts, { ...call, mode: 'execute', view });
  const action = parts.tools.find(call.action);
  const done = await doAgain(parts, call, context).catch((error: unknown) => {
    parts.log.error({ error, reference: call.id, action: call.action }, 'an action threw while it was put back');
    return fail(unknownAt(parts, call.connector));
  });
  if (!done.ok || !action) {
    await settleNotRedone(parts, call, actor, done.ok ? notPossible : done.failure);
    return;
  }
  await parts.journal.write((tx) => {
    keepAttached(tx, call, attached);
    const result = done.value;
    const change = { status: 'happened' as const, result, report: action.report(result, view) };
    const rest = { undoUntil: call.effect.until ?? null, undoFailure: null };
    moveUndo(tx, call.id, 'put-back', actor, { kind: 'redo.happened' }, { ...change, ...rest });
  });
}

const notPossible: Failure = { kind: 'not-undoable', because: t`Nothing here can do it exactly as it was.` };

/** Only with a way to find out whether it stands: that is what makes it once. */
async function doAgain(
  parts: ExecutorParts,
  call: ToolCallRow,
  context: ReturnType<typeof openContext>['context'],
): Promise<Result<Json>> {
  const action = parts.tools.find(call.action);
  if (!action?.findEarlier) return fail(notPossible);
  const parse = (output: unknown): Json => JsonSchema.parse(action.output.parse(output));
  const earlier = await action.findEarlier(call.args, context);
  if (!earlier.ok) return earlier;
  if (earlier.value !== null) return succeed(parse(earlier.value));
  const ran = await action.run(call.args, context);
  if (!ran.ok) return ran;
  const output = parse(ran.value);
  const seen = action.readBack ? await action.readBack(output, context) : succeed(true);
  return seen.ok && seen.value ? succeed(output) : fail(unknownAt(parts, call.connector));
}

async function settleNotRedone(
  { journal }: ExecutorParts,
  { id }: ToolCallRow,
  actor: string,
  failure: Failure,
): Promise<void> {
  await journal.write((tx) => {
    const change = { undoFailure: failure, undoQuestion: null };
    moveUndo(tx, id, 'failed', actor, { kind: 'redo.failed', failure }, change);
  });
}
