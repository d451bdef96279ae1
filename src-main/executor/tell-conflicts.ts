import { LOOK_AROUND_DAYS, type View } from '#connectors/sdk/action.ts';
import type { Conflict, Obstacle } from '#contract/model/conflict.ts';
import type { Orm } from '#db/open-database.ts';
import { findOwner } from '#db/repositories/people.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import type { PreparedStep } from '#main/executor/prepare-step.ts';
import { readLimits } from '#main/gate/limits-in-force.ts';
import { nearestFreeTime } from '#main/gate/nearest-free-time.ts';
import { listTimeHeldByOthers } from '#main/gate/reserve.ts';
import { type AnotherTime, sayLimit, sayTime } from '#main/gate/say-conflict.ts';

/** What stands in the way of a step in the person's words, with what they can choose. */
export function tellConflicts(
  orm: Orm,
  step: StepRow,
  prepared: PreparedStep,
  obstacles: readonly Obstacle[],
  view: View,
): readonly Conflict[] {
  const { chosen } = readLimits(orm);
  const timeZone = findOwner(orm)?.timeZone ?? view.timeZone;
  return obstacles.map((obstacle) =>
    obstacle.kind === 'limit'
      ? sayLimit(obstacle, { chosen, timeZone }, view)
      : sayTime(obstacle, findAnotherTime(orm, step, prepared, view), view),
  );
}

/** The nearest free time for what happens once; a series stays with the time that the person gave it. */
function findAnotherTime(orm: Orm, step: StepRow, prepared: PreparedStep, view: View): AnotherTime | null {
  const [wanted, ...others] = prepared.effect.takesTime?.stretches ?? [];
  const { action } = prepared;
  if (!action.atAnotherTime || wanted === undefined || others.length > 0) return null;
  const around = { from: daysFrom(wanted.from, -LOOK_AROUND_DAYS), until: daysFrom(wanted.until, LOOK_AROUND_DAYS) };
  const held = listTimeHeldByOthers(orm, { ...prepared, step }, around, view.now);
  const free = nearestFreeTime(wanted, [...prepared.taken, ...held], view);
  return free && { free, changes: action.atAnotherTime(prepared.input, free.from) };
}

const daysFrom = (moment: string, days: number): string =>
  new Date(Date.parse(moment) + days * 86_400_000).toISOString();
