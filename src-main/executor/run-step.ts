import type { View } from '#connectors/sdk/action.ts';
import type { Decision } from '#contract/model/decision.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import type { RunRow } from '#db/repositories/runs.ts';
import { type StepRow, updateStep } from '#db/repositories/steps.ts';
import { askApproval } from '#main/approvals/ask.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveStep } from '#main/events/move-step.ts';
import { callTool } from '#main/executor/call-tool.ts';
import { collectFound } from '#main/executor/collect-found.ts';
import { decideStep } from '#main/executor/decide-step.ts';
import type { ExecutorParts } from '#main/executor/executor-parts.ts';
import { isWanted } from '#main/executor/is-wanted.ts';
import { type PreparedStep, prepareStep } from '#main/executor/prepare-step.ts';

/** `moved`: its state is another now. `held`: it may run, but not yet. `paused`: a pause holds it. */
export type StepOutcome = 'moved' | 'held' | 'paused';

/**
 * Takes one ready step as far as it goes: fill in, look, ask the gate, then do it, ask the person, or
 * say why not. With `onlyLooking`, whatever is more than a look is prepared but not done.
 */
export async function runStep(
  parts: ExecutorParts,
  run: RunRow,
  step: StepRow,
  view: View,
  options: { onlyLooking: boolean },
): Promise<StepOutcome> {
  const { journal } = parts;
  const found = collectFound(parts.tools, journal.orm, run.id);
  if (step.condition && !isWanted(step.condition, found)) {
    await journal.write((tx) => moveStep(tx, step, 'not-to-be-done', 'life-os'));
    return 'moved';
  }
  const prepared = await prepareStep(parts.tools, journal.orm, step, found, view).catch((error: unknown) => {
    const reference = journal.newId();
    parts.log.error({ error, reference, step: step.id, runId: run.id }, 'a step could not be prepared');
    return { ok: false, failure: { kind: 'internal-error', reference } } as const;
  });
  if (!prepared.ok) return failStep(parts, step, prepared.failure);

  // The pause is the claim's business: a card may be prepared while everything is paused.
  const at = { paused: false, now: journal.now() };
  const decision = decideStep(journal.orm, parts.gate, step, prepared.value, at);
  switch (decision.verdict) {
    case 'refuse': {
      const because = decision.because.map(({ says }) => says).join(' ');
      return failStep(parts, step, { kind: 'refused', because }, decision);
    }
    case 'ask':
      await journal.write((tx) => {
        noteDecision(tx, step, decision, prepared.value.tier);
        askApproval(tx, step, { ...prepared.value, decision });
      });
      return 'moved';
    case 'allow':
      await journal.write((tx) => noteDecision(tx, step, decision, prepared.value.tier));
      if (options.onlyLooking && prepared.value.tier !== 'L0') return 'held';
      return carryOut(parts, step, prepared.value, view);
  }
}

async function carryOut(parts: ExecutorParts, step: StepRow, prepared: PreparedStep, view: View): Promise<StepOutcome> {
  const outcome = await callTool(parts, step, prepared, view);
  return outcome === 'paused' ? 'paused' : 'moved';
}

async function failStep(
  { journal }: ExecutorParts,
  step: StepRow,
  failure: Failure,
  decision: Decision | null = null,
): Promise<StepOutcome> {
  await journal.write((tx) => {
    if (decision) noteDecision(tx, step, decision);
    moveStep(tx, step, 'failed', 'life-os', { failure });
  });
  return 'moved';
}

/** Keeps the gate's word with the step, and the risk as the effect turned out to have; tells it once. */
function noteDecision(tx: JournalTx, step: StepRow, decision: Decision, riskLevel: RiskTier = step.riskLevel): void {
  if (step.decision && JSON.stringify(step.decision) === JSON.stringify(decision)) return;
  updateStep(tx, step, { decision, riskLevel, updatedAt: tx.now });
  const body = { kind: 'gate.decided', action: step.tool, decision, says: step.name } as const;
  tx.append({ actor: 'rules', runId: step.runId, stepId: step.id, body });
}
