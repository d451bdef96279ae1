import type { View } from '#connectors/sdk/action.ts';
import type { Decision } from '#contract/model/decision.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { RunRow } from '#db/repositories/runs.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import { findConsent } from '#main/approvals/consent.ts';
import { moveStep } from '#main/events/move-step.ts';
import { callTool, proposalOf } from '#main/executor/call-tool.ts';
import { collectFound } from '#main/executor/collect-found.ts';
import type { ExecutorParts } from '#main/executor/executor-parts.ts';
import { isWanted } from '#main/executor/is-wanted.ts';
import { type PreparedStep, prepareStep } from '#main/executor/prepare-step.ts';
import { noteDecision, weighStep } from '#main/executor/weigh-step.ts';

/** `moved`: its state is another now. `held`: it may run, but not yet. `paused`: a pause holds it, or it waits for room. */
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

  const decision = decide(parts, step, prepared.value);
  switch (decision.verdict) {
    case 'refuse': {
      const because = decision.because.map(({ says }) => says).join(' ');
      return failStep(parts, step, { kind: 'refused', because }, decision);
    }
    case 'ask':
    case 'allow': {
      const weighed = await journal.write((tx) => weighStep(tx, step, prepared.value, decision, view));
      if (weighed === 'asked') return 'moved';
      if (options.onlyLooking && prepared.value.tier !== 'L0') return 'held';
      return weighed === 'waits' ? 'paused' : carryOut(parts, step, prepared.value, view);
    }
  }
}

async function carryOut(parts: ExecutorParts, step: StepRow, prepared: PreparedStep, view: View): Promise<StepOutcome> {
  const outcome = await callTool(parts, step, prepared, view);
  return outcome === 'paused' ? 'paused' : 'moved';
}

/** The pause is the claim's business: a card may be prepared while everything is paused. */
function decide(parts: ExecutorParts, step: StepRow, prepared: PreparedStep): Decision {
  const { orm } = parts.journal;
  const consent = findConsent(orm, step, prepared.digest);
  const standing = { approved: consent !== null, paused: false, now: parts.journal.now() };
  const decision = parts.gate.check(orm, proposalOf(prepared), standing);
  return consent ? { ...decision, because: [...consent.reason, ...decision.because] } : decision;
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
