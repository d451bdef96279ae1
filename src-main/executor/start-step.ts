import type { View } from '#connectors/sdk/action.ts';
import type { CardValue } from '#contract/model/card.ts';
import type { Decision } from '#contract/model/decision.ts';
import type { Failure } from '#contract/model/failure.ts';
import { isOutside } from '#contract/model/provenance.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import { readPauseEpoch } from '#db/repositories/pauses.ts';
import type { RunRow } from '#db/repositories/runs.ts';
import { type StepRow, updateStep } from '#db/repositories/steps.ts';
import { insertToolCall, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import { answersUntil, askApproval } from '#main/approvals/ask.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveStep, moveToldStep } from '#main/events/move-step.ts';
import { closedUntil, takeProbe } from '#main/executor/breaker.ts';
import { callKey } from '#main/executor/call-key.ts';
import type { Considered } from '#main/executor/consider-step.ts';
import { delayStep, holdMessage, needsHold } from '#main/executor/delay-step.ts';
import type { ExecutorParts } from '#main/executor/executor-parts.ts';
import type { Lanes } from '#main/executor/lanes.ts';
import type { PreparedStep } from '#main/executor/prepare-step.ts';
import { wordsIn } from '#main/executor/words-in.ts';
import { findPauseOver } from '#main/gate/find-pause.ts';
import { holdPlaces } from '#main/gate/reserve.ts';
import { watchForSuspicion } from '#main/gate/watch-for-suspicion.ts';

/** A call whose intent is on disk with the commit of this transaction: to be made right after it. */
export type Claim = {
  /** As it stands with the claim: running. */
  readonly step: StepRow;
  readonly call: ToolCallRow;
  readonly prepared: PreparedStep;
  readonly view: View;
};

/** Its service is out of order: meanwhile it is prepared as far as nobody notices. */
export type Draft = { readonly draft: PreparedStep; readonly view: View };

/**
 * `moved`: its state is another now, or it waits until a time. `held`: it may run, but the plan has not started.
 * `paused`: a pause holds it. `no-lane`: it may run as soon as its connector has a place free.
 */
export type Started = 'moved' | 'held' | 'paused' | 'no-lane' | Claim | Draft;

export type StartOptions = {
  readonly run: RunRow;
  readonly view: View;
  /** Whatever is more than a look is prepared but not done. */
  readonly onlyLooking: boolean;
  /** A place in the connector's lane, taken once everything allows the call. */
  readonly lane: Pick<Lanes, 'tryEnter' | 'leave'>;
};

/**
 * Acts on what was considered, in the same transaction: asks, refuses, holds, or writes down the intent. Pause, run,
 * rules and consent were read in this transaction, so nothing can slip in between them and the intent. If it says no,
 * nothing has left.
 */
export function startStep(
  tx: JournalTx,
  parts: Pick<ExecutorParts, 'tools'>,
  step: StepRow,
  prepared: PreparedStep,
  considered: Considered,
  options: StartOptions,
): Started {
  const { decision } = considered;
  switch (considered.kind) {
    case 'refuse':
      failUntried(tx, step, considered.failure, decision);
      watchForSuspicion(tx, step, { kind: 'refused', sinks: prepared.sinks });
      return 'moved';
    case 'ask':
      noteDecision(tx, step, decision, prepared.tier);
      for (const conflict of considered.conflicts) {
        const body = { kind: 'conflict.found', ...conflict } as const;
        tx.append({ actor: 'rules', runId: step.runId, stepId: step.id, body });
      }
      holdPlaces(tx, { ...prepared, step }, answersUntil(tx.now));
      askApproval(tx, step, { digest: considered.digest, card: considered.card, decision });
      return 'moved';
    case 'wait':
      noteDecision(tx, step, decision, prepared.tier);
      if (options.onlyLooking) return 'held';
      delayStep(tx, step, { until: considered.until, waitsFor: 'room', failure: null, failedTries: step.failedTries });
      return 'moved';
    case 'allow':
      if (options.onlyLooking && prepared.tier !== 'L0') {
        noteDecision(tx, step, decision, prepared.tier);
        // The plan waits for the answer to another card: other plans see what this step will take.
        if (!options.run.shadow) holdPlaces(tx, { ...prepared, step }, answersUntil(tx.now));
        return 'held';
      }
      return claimStep(tx, parts, step, prepared, considered, options);
  }
}

function claimStep(
  tx: JournalTx,
  { tools }: Pick<ExecutorParts, 'tools'>,
  step: StepRow,
  prepared: PreparedStep,
  { decision, digest, approved }: Considered & { kind: 'allow' },
  { run, view, lane }: StartOptions,
): Started {
  const { connector, action } = prepared;
  const { automationId } = run;
  const target = { runId: run.id, automationId, action: action.name, domain: step.domain };
  if (findPauseOver(tx.orm, target)) {
    noteDecision(tx, step, decision, prepared.tier);
    return 'paused';
  }
  // What lives on this computer is never out of order: it has no breaker.
  const hasService = !tools.livesOnComputer(connector);
  const closed = hasService ? closedUntil(tx.orm, connector, tx.now) : null;
  if (closed !== null) {
    const failure: Failure = { kind: 'unreachable', service: tools.titleOf(connector) };
    delayStep(tx, step, { until: closed, waitsFor: 'service', failure, failedTries: step.failedTries });
    const isNew = step.waitsFor !== 'service' && step.attempt === 0;
    return isNew && prepared.tier !== 'L0' && !run.shadow ? { draft: prepared, view } : 'moved';
  }
  if (!run.shadow && needsHold(tx.orm, step, prepared.effect)) {
    holdMessage(tx, step, decision);
    return 'moved';
  }
  if (!lane.tryEnter(connector)) return 'no-lane';
  const toolCallId = tx.newId();
  const isSaved = (address: string) => tools.people.nameOf(address) !== null;
  const claiming = { kind: 'claiming', toolCallId, effect: prepared.effect, approved, isSaved } as const;
  if (!run.shadow && watchForSuspicion(tx, step, claiming)) {
    lane.leave(connector);
    return 'paused';
  }
  const attempt = step.attempt + 1;
  const free = { failure: null, waitUntil: null, waitsFor: null };
  const running = moveToldStep(tx, step, 'claimed', { attempt, riskLevel: prepared.tier, decision, ...free });
  if (!running) {
    // Somebody else has moved it since it was read.
    lane.leave(connector);
    return 'moved';
  }
  if (hasService) takeProbe(tx, connector);
  // A shadow run takes nothing, so that it is in nobody's way.
  if (!run.shadow) holdPlaces(tx, { ...prepared, step }, null);
  const fromOthers = approved ? null : writtenByOthers(prepared);
  const call = intended(tx, step, prepared, { id: toolCallId, digest, fromOthers });
  insertToolCall(tx, call);
  const says = step.name;
  const body = { kind: 'effect.intended', toolCallId: call.id, action: action.name, says, decision } as const;
  tx.append({ actor: 'life-os', runId: step.runId, stepId: step.id, body });
  return { step: running, call, prepared, view };
}

const intended = (
  tx: JournalTx,
  step: StepRow,
  prepared: PreparedStep,
  bound: Pick<ToolCallRow, 'id' | 'digest' | 'fromOthers'>,
): ToolCallRow => ({
  ...bound,
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
  undoQuestion: null,
  epoch: readPauseEpoch(tx.orm),
  createdAt: tx.now,
  settledAt: null,
});

/** The values that others had a part in: no card shows them before it is done, so they stand beside what was done. */
function writtenByOthers({ tier, values }: PreparedStep): readonly CardValue[] | null {
  if (tier === 'L0') return null;
  const says = ({ value }: CardValue) => [...wordsIn(value)].some(({ text }) => text !== '');
  const theirs = values.filter((value) => value.provenance.some(isOutside) && says(value));
  return theirs.length === 0 ? null : theirs;
}

/** For a step that ends before anything was tried. */
export function failUntried(tx: JournalTx, step: StepRow, failure: Failure, decision: Decision | null = null): void {
  if (decision) noteDecision(tx, step, decision);
  moveStep(tx, step, 'failed', 'life-os', { failure, waitUntil: null, waitsFor: null });
}

/** Keeps the gate's word with the step, and the risk as the effect turned out to have; tells it once. */
function noteDecision(tx: JournalTx, step: StepRow, decision: Decision, riskLevel: RiskTier = step.riskLevel): void {
  if (step.decision && JSON.stringify(step.decision) === JSON.stringify(decision)) return;
  updateStep(tx, step, { decision, riskLevel, updatedAt: tx.now });
  const body = { kind: 'gate.decided', action: step.tool, decision, says: step.name } as const;
  tx.append({ actor: 'rules', runId: step.runId, stepId: step.id, body });
}
