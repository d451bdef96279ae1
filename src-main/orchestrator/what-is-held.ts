import type { HeldItem, Pause } from '#contract/model/pause.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import type { Orm } from '#db/open-database.ts';
import { listPauses } from '#db/repositories/pauses.ts';
import { findRun } from '#db/repositories/runs.ts';
import { listStepsAhead, type StepAhead } from '#db/repositories/steps-ahead.ts';
import { holds } from '#main/gate/pause-target.ts';
import { heldWords, scopeTitle } from '#main/orchestrator/pause-words.ts';

/** A run that would go on, were it not for these pauses. */
export type HeldRun = {
  readonly runId: string;
  readonly intent: string;
  readonly next: string;
  readonly by: readonly Pause[];
};

/** Every run that a pause holds, as a whole or in one of its steps, the oldest first. */
export function listHeldRuns(orm: Orm): HeldRun[] {
  const pauses = listPauses(orm);
  if (pauses.length === 0) return [];
  const runs = Map.groupBy(listStepsAhead(orm), ({ runId }) => runId);
  return [...runs].flatMap(([runId, ahead]) => {
    const by = pauses.filter((pause) => ahead.some((step) => holds(pause, step)));
    return by.length === 0 ? [] : [{ runId, intent: ahead[0]?.intent ?? '', next: nextOf(ahead, by), by }];
  });
}

/** The first step that a pause holds; before there is a plan, the plan. */
function nextOf(ahead: readonly StepAhead[], by: readonly Pause[]): string {
  const held = ahead.find((step) => by.some((pause) => holds(pause, step)));
  return held?.says ?? heldWords.plan;
}

/** What can be let go on by name: each pause that is wider than a run, then each run. */
export function whatIsHeld(orm: Orm, titleOf: (provider: string) => string): HeldItem[] {
  const pauses = listPauses(orm);
  const runs = listHeldRuns(orm);
  const wide = pauses
    .filter(({ scope }) => !scope.startsWith('run:'))
    .map(({ scope, suspicionId }): HeldItem => {
      const count = runs.filter(({ by }) => by.some((pause) => pause.scope === scope)).length;
      const says = scopeTitle(scope, titleOf);
      return { item: scope, says, next: heldWords.wide(scope, count), needsConfirmation: suspicionId !== null };
    });
  const going = runs.map(({ runId, intent, next, by }): HeldItem => {
    const needsConfirmation = by.some(({ suspicionId }) => suspicionId !== null);
    return { item: `run:${runId}`, says: intent, next, needsConfirmation };
  });
  return [...wide, ...going, ...waiting(orm, pauses, new Set(runs.map(({ runId }) => runId)))];
}

/** Runs that were held by name and wait for the person anyhow. */
function waiting(orm: Orm, pauses: readonly Pause[], shown: ReadonlySet<string>): HeldItem[] {
  return pauses.flatMap(({ scope }) => {
    const run = scope.startsWith('run:') ? findRun(orm, scope.slice('run:'.length)) : undefined;
    if (!run || shown.has(run.id) || isRunOver(run.state)) return [];
    return [{ item: scope, says: run.intent, next: heldWords.waits, needsConfirmation: false }];
  });
}
