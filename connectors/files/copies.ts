import { keepOrTrash } from '#connectors/files/keep-theirs.ts';
import { type Moved, type MovePlan, tellArrived } from '#connectors/files/moves.ts';
import type { ActionContext } from '#connectors/sdk/action.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { isCopyOf } from '#connectors/sdk/places/move-file.ts';
import type { Mark, Place } from '#connectors/sdk/places/places.ts';
import { sayFiles, sayPlace } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

type Context = ActionContext<unknown>;

export async function runCopies(plan: MovePlan, context: Context): Promise<Result<Moved>> {
  const { places, signal, mode } = context;
  const { moves, makes, taken, more } = plan;
  if (mode !== 'execute') return succeed({ moves, makes, left: [], taken, more });
  const changed = await places.change({ makes, copies: moves }, signal);
  return changed.ok ? tellCopied(plan, context) : changed;
}

/** For `findEarlier`: null when none is there. */
export async function findCopies(plan: MovePlan, context: Context): Promise<Result<Moved | null>> {
  const copied = await tellCopied(plan, context);
  return copied.ok && copied.value.moves.length === 0 ? succeed(null) : copied;
}

// The number of a copy on the disk tells nothing: after an undo and a redo it is another one.
const tellCopied = (plan: MovePlan, { places }: Pick<Context, 'places'>): Promise<Result<Moved>> =>
  tellArrived(plan, places, async (move, mark) => (isCopyOf(mark, move.mark) ? move : null));

/** For `readBack`. */
export async function seeCopies({ moves }: Moved, { places }: Pick<Context, 'places'>): Promise<Result<boolean>> {
  for (const { to, mark } of moves) {
    const seen = await places.see(to);
    if (!seen.ok) return seen.failure.kind === 'not-found' ? succeed(false) : seen;
    if (seen.value === null || !isCopyOf(seen.value.mark, mark)) return succeed(false);
  }
  return succeed(true);
}

/** For `undo`: the copies go, and one that was changed since only when the person wants that; theirs is kept first. */
export async function copyBack(copied: Moved, context: Context): Promise<Result<null>> {
  const { places, signal, mode, overwrite } = context;
  const asLeft: { place: Place; mark: Mark }[] = [];
  const altered: { place: Place; mark: Mark }[] = [];
  for (const { to, mark } of copied.moves) {
    const seen = await places.see(to);
    if (!seen.ok && seen.failure.kind !== 'not-found') return seen;
    const now = seen.ok ? (seen.value?.mark ?? null) : null;
    if (now !== null) (isCopyOf(now, mark) ? asLeft : altered).push({ place: to, mark: now });
  }
  const [first, ...others] = altered;
  if (first && !overwrite) {
    return changedSince(
      others.length === 0 ? sayPlace(first.place) : t`${sayPlace(first.place)} and ${sayFiles(others.length)} more`,
    );
  }
  if (mode !== 'execute') return succeed(null);
  const kept = await keepOrTrash(altered, context);
  if (!kept.ok) return kept;
  return places.change({ removes: [...asLeft, ...kept.value], unmakes: [...copied.makes].reverse() }, signal);
}
