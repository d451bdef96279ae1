import { connectorOf } from '#contract/model/action-name.ts';
import type { Failure } from '#contract/model/failure.ts';
import { fail, type Result } from '#contract/model/result.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveStep } from '#main/events/move-step.ts';
import { noteHealth } from '#main/executor/breaker.ts';
import { type Considered, considerStep } from '#main/executor/consider-step.ts';
import { tryAgainLater } from '#main/executor/delay-step.ts';
import type { ExecutorParts } from '#main/executor/executor-parts.ts';
import type { Found } from '#main/executor/found.ts';
import { isWanted } from '#main/executor/is-wanted.ts';
import { openValuesOf } from '#main/executor/open-values.ts';
import {
  lookFirst,
  type PreparedStep,
  type ResolvedStep,
  resolveStep,
  withoutLooking,
} from '#main/executor/prepare-step.ts';
import { failUntried, type Started, type StartOptions, startStep } from '#main/executor/start-step.ts';

/** Its action has to look at the world first, which no transaction can wait for. */
export type Look = { readonly look: ResolvedStep };

/**
 * Takes one ready step as far as it goes in this transaction: fill in, ask the gate, then write down the intent, ask
 * the person, or say why not. `open`: the plan left something of it to be filled in first.
 */
export function takeStep(
  tx: JournalTx,
  parts: ExecutorParts,
  step: StepRow,
  found: ReadonlyMap<string, Found>,
  options: StartOptions,
): Started | Look | 'open' {
  if (step.condition && !isWanted(step.condition, found)) {
    moveStep(tx, step, 'not-to-be-done', 'life-os');
    return 'moved';
  }
  if (openValuesOf(step).size > 0) return 'open';
  const resolved = guarded(parts, step, () => resolveStep(parts.tools, tx.orm, step, found));
  if (!resolved.ok) return failed(tx, step, resolved.failure);
  if (resolved.value.action.look) return { look: resolved.value };
  return startPrepared(
    tx,
    parts,
    step,
    () => withoutLooking(parts.tools, step, resolved.value, options.view.now),
    options,
  );
}

/** The way on for a step that was looked at before this transaction. */
export function startLooked(
  tx: JournalTx,
  parts: ExecutorParts,
  step: StepRow,
  looked: Result<PreparedStep>,
  options: StartOptions,
): Started {
  if (looked.ok) return startPrepared(tx, parts, step, () => looked.value, options);
  const connector = connectorOf(step.tool);
  if (!parts.tools.livesOnComputer(connector)) {
    noteHealth(tx, { connector, title: parts.tools.titleOf(connector) }, looked.failure);
  }
  return failed(tx, step, looked.failure);
}

/** Looks, outside of any transaction. Never rejects. */
export async function look(
  parts: ExecutorParts,
  step: StepRow,
  resolved: ResolvedStep,
  view: StartOptions['view'],
): Promise<Result<PreparedStep>> {
  return lookFirst(parts.tools, step, resolved, view).catch((error: unknown) => fail(bug(parts, step, error)));
}

function startPrepared(
  tx: JournalTx,
  parts: ExecutorParts,
  step: StepRow,
  prepare: () => PreparedStep,
  options: StartOptions,
): Started {
  const ready = guarded(parts, step, (): Result<{ prepared: PreparedStep; considered: Considered }> => {
    const prepared = prepare();
    const at = { view: options.view, now: tx.now, run: options.run };
    return { ok: true, value: { prepared, considered: considerStep(parts.gate, tx.orm, step, prepared, at) } };
  });
  if (!ready.ok) return failed(tx, step, ready.failure);
  return startStep(tx, parts, step, ready.value.prepared, ready.value.considered, options);
}

function failed(tx: JournalTx, step: StepRow, failure: Failure): 'moved' {
  if (!tryAgainLater(tx, step, failure)) failUntried(tx, step, failure);
  return 'moved';
}

/** What an action says of itself is its author's code: a bug in it ends this step and nothing else. Nothing is written inside. */
function guarded<T>(parts: ExecutorParts, step: StepRow, work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    return fail(bug(parts, step, error));
  }
}

function bug(parts: ExecutorParts, step: StepRow, error: unknown): Failure {
  const reference = parts.journal.newId();
  parts.log.error({ error, reference, step: step.id, runId: step.runId }, 'a step could not be prepared');
  return { kind: 'internal-error', reference };
}
