import type { Moved, MovePlan } from '#connectors/files/moves.ts';
import { folderOf, nameOf } from '#connectors/sdk/places/place.ts';
import type { Move } from '#connectors/sdk/places/places.ts';
import { sayFiles, sayName, sayPlace } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';
import type { Difference } from '#contract/model/card.ts';
import type { Report } from '#contract/model/run.ts';

const MOST_NAMED = 30;
const MOST_KEPT_NAMED = 5;
export const putsBack = t`Undo puts everything back exactly where it was.`;

/** Every move on a line of its own, and what stays. */
export function moveDifferences({ moves, makes, taken, more }: MovePlan, after: (move: Move) => string): Difference[] {
  return [
    ...makes.map((place) => ({ label: t`New folder`, before: null, after: sayName(place) })),
    ...moves.map((move) => ({
      label: sayName(nameOf(move.from)),
      before: sayName(folderOf(move.from)),
      after: after(move),
    })),
    ...taken.map((place) => ({
      label: sayName(nameOf(place)),
      before: sayName(folderOf(place)),
      after: t`stays: there is something of this name already`,
    })),
    ...(more === 0
      ? []
      : [{ label: t`Not this time`, before: null, after: t`${sayFiles(more)} more; ask again for those` }]),
  ];
}

export const toFolder = ({ to }: Move): string => sayName(folderOf(to));

const fromAndTo = ({ from, to }: Move): string => `${sayName(from)} → ${sayName(to)}`;

/** What was done, with everything that was not. */
export const reportMoves = (moved: Moved, says: string): Report => ({
  says: `${says} ${putsBack}`,
  lines: linesOf(moved, fromAndTo),
});

export function linesOf({ moves, taken, left, more }: Moved, say: (move: Move) => string): string[] {
  const named = moves.slice(0, MOST_NAMED).map(say);
  const rest = moves.length - named.length;
  const kept = taken.slice(0, MOST_KEPT_NAMED).map(sayPlace).join(', ');
  return [
    ...(left.length === 0 ? [] : [t`It broke off: ${sayFiles(left.length)} of the plan stayed where they were.`]),
    ...(taken.length === 0
      ? []
      : [t`${sayFiles(taken.length)} stayed, because something of the same name is there: ${kept}.`]),
    ...(more === 0 ? [] : [t`There are ${sayFiles(more)} more; ask again for those.`]),
    ...named,
    ...(rest > 0 ? [t`And ${sayFiles(rest)} more.`] : []),
  ];
}
