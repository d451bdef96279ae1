import type { Decision } from '#contract/model/decision.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { WaitsFor } from '#contract/model/run.ts';
import type { Orm } from '#db/open-database.ts';
import { insertDeadLetter } from '#db/repositories/dead-letters.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveToldStep } from '#main/events/move-step.ts';
import { callKey } from '#main/executor/call-key.ts';
import { passesByItself, waitBeforeRetry } from '#main/executor/retry-policy.ts';
import { readHoldSeconds } from '#main/gate/rules-in-force.ts';

type Delay = {
  readonly until: Instant;
  readonly waitsFor: WaitsFor;
  readonly failure: Failure;
  readonly failedTries: number;
};

/** Until when a ready step is not tried; null when it may be. What waits for its service is asked the breaker about. */
export const waitsUntil = ({ waitUntil, waitsFor }: StepRow, now: Instant): Instant | null =>
  waitUntil !== null && waitsFor !== 'service' && waitUntil > now ? waitUntil : null;

/** The step is ready, but not tried before a time. Told once for each new time. */
export function delayStep(tx: JournalTx, step: StepRow, delay: Delay): StepRow {
  const { until, waitsFor, failure, failedTries } = delay;
  const isKnown = step.waitsFor === waitsFor && step.waitUntil === until;
  const delayed = moveToldStep(tx, step, 'delayed', { waitUntil: until, waitsFor, failure, failedTries });
  if (!delayed || isKnown) return delayed ?? step;
  const body = { kind: 'step.delayed', says: step.name, until, waitsFor, failure } as const;
  tx.append({ actor: 'life-os', runId: step.runId, stepId: step.id, body });
  return delayed;
}

/**
 * What becomes of a step (ready or running) that failed in a way that passes: it is tried again later, or put before
 * the person after as many tries as make sense. Null when the failure is not of that kind.
 */
export function tryAgainLater(tx: JournalTx, step: StepRow, failure: Failure): StepRow | null {
  if (!passesByItself(failure)) return null;
  const failedTries = step.failedTries + 1;
  const wait = waitBeforeRetry(failure, failedTries, callKey(step));
  if (wait === null) return giveUp(tx, step, failure, failedTries);
  const until = new Date(Date.parse(tx.now) + wait).toISOString();
  return delayStep(tx, step, { until, waitsFor: 'retry', failure, failedTries });
}

function giveUp(tx: JournalTx, step: StepRow, failure: Failure, tries: number): StepRow {
  const id = tx.newId();
  const end = { failure, failedTries: tries, waitUntil: null, waitsFor: null };
  const givenUp = moveToldStep(tx, step, 'given-up', end);
  if (!givenUp) return step;
  insertDeadLetter(tx, {
    id,
    runId: step.runId,
    stepId: step.id,
    failure,
    tries,
    status: 'waiting',
    createdAt: tx.now,
    decidedBy: null,
    decidedAt: null,
  });
  const body = { kind: 'step.given-up', deadLetterId: id, says: step.name, tries, failure } as const;
  tx.append({ actor: 'life-os', runId: step.runId, stepId: step.id, body });
  return givenUp;
}

/** Whether a message still has to wait so long that it can be called off. */
export function needsHold(orm: Orm, step: StepRow, effect: Effect): boolean {
  return effect.kind === 'message' && step.waitsFor !== 'hold' && step.attempt === 0 && readHoldSeconds(orm) > 0;
}

/** A message does not leave at once: until then it can be called off. */
export function holdMessage(tx: JournalTx, step: StepRow, decision: Decision): void {
  const until = new Date(Date.parse(tx.now) + readHoldSeconds(tx.orm) * 1_000).toISOString();
  if (!moveToldStep(tx, step, 'delayed', { waitUntil: until, waitsFor: 'hold', decision })) return;
  const body = { kind: 'effect.held', action: step.tool, says: step.name, until } as const;
  tx.append({ actor: 'life-os', runId: step.runId, stepId: step.id, body });
}
