import { trashedAt } from '#connectors/files/trashed-at.ts';
import type { ActionContext } from '#connectors/sdk/action.ts';
import { mediaTypeOf } from '#connectors/sdk/places/kinds.ts';
import { nameOf } from '#connectors/sdk/places/place.ts';
import type { Mark, Place } from '#connectors/sdk/places/places.ts';
import { sayPlace } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

/** As large as what is kept beside a run; anything larger goes to the trash. */
const MOST_KEPT = 25_000_000;

type Theirs = { readonly place: Place; readonly mark: Mark };

/**
 * What the person put where something has to go back to: kept with the documents of the run, or in the trash when it is
 * large or a folder. Answers with what is still to be removed.
 */
export async function keepOrTrash(
  theirs: readonly Theirs[],
  context: ActionContext<unknown>,
): Promise<Result<readonly Theirs[]>> {
  const { places, signal } = context;
  const kept: Theirs[] = [];
  for (const each of theirs) {
    const name = nameOf(each.place);
    const read =
      each.mark.kind === 'file' && each.mark.size <= MOST_KEPT ? await places.read(each.place, MOST_KEPT) : null;
    if (read?.ok) {
      await context.attach({ name, mediaType: mediaTypeOf(name), bytes: read.value.bytes });
      kept.push({ place: each.place, mark: read.value.entry.mark });
      continue;
    }
    const entry = await places.see(each.place);
    if (!entry.ok) return entry;
    if (entry.value === null) continue;
    const to = await places.trashFor(entry.value);
    if (!to.ok)
      return fail({
        kind: 'not-undoable',
        because: t`${sayPlace(each.place)} is in the way and can’t be put aside here. Nothing was done.`,
      });
    const aside = { from: each.place, to: to.value, mark: entry.value.mark };
    const moved = await places.change({ moves: [aside], trashedAt: trashedAt(context.view) }, signal);
    if (!moved.ok) return moved;
  }
  return succeed(kept);
}
