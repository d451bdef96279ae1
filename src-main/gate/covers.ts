import type { LimitObstacle, Obstacle, TimeObstacle } from '#contract/model/conflict.ts';
import { isSameTime } from '#contract/model/stretch.ts';

/** Whether a yes to what a card said stands in the way holds for all that does now: for as much, or for less. */
export const coversAll = (said: readonly Obstacle[], now: readonly Obstacle[]): boolean =>
  now.every((obstacle) => said.some((each) => covers(each, obstacle)));

function covers(said: Obstacle, now: Obstacle): boolean {
  if (said.kind === 'limit') return now.kind === 'limit' && coversLimit(said, now);
  return now.kind === 'time' && coversTime(said, now);
}

/** A limit that the person has lowered since is another limit. */
const coversLimit = (said: LimitObstacle, now: LimitObstacle): boolean =>
  said.bucket === now.bucket && now.total <= said.total && now.limit >= said.limit;

const coversTime = (said: TimeObstacle, now: TimeObstacle): boolean =>
  now.others.every((other) => said.others.some((each) => isSameTime(each, other)));
