import { z } from 'zod';
import { trashedAt } from '#connectors/files/trashed-at.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { isTaken } from '#connectors/sdk/places/file-trouble.ts';
import { findTarget, noFolders } from '#connectors/sdk/places/find-place.ts';
import { NewNameSchema, PlaceSchema } from '#connectors/sdk/places/place.ts';
import type { Place } from '#connectors/sdk/places/places.ts';
import { sayName, sayPlace } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';
import { fail, succeed } from '#contract/model/result.ts';

/** Every folder that is new has a name that every system takes. */
const isFine = (place: string): boolean =>
  place.split(/[/\\]/).every((name) => name === '' || NewNameSchema.safeParse(name).success);

export const makeFolder = defineAction({
  name: 'files.make-folder',
  title: t`Make a folder`,
  input: z.strictObject({ folder: PlaceSchema.refine(isFine, t`A folder can’t have this name.`) }),
  output: z.object({ place: z.string(), makes: z.array(z.string()) }),
  risk: 'L2',
  scopes: [t`move and rename things in the folders that you picked`],
  delivery: 'exactly-once',
  labels: { folder: t`Folder` },
  async look({ folder }, where) {
    const [first] = where.places.folders;
    if (!first) return noFolders;
    const target = await findTarget(folder, first.name, where);
    if (!target.ok) return target;
    const { place, makes } = target.value;
    if (makes.length === 0) return fail(isTaken(place).failure);
    return succeed({ before: { place, makes: [...makes] }, version: makes.join('\n') });
  },
  effect: () => changesOwn,
  describe: (_input, { place, makes }) => ({
    title: t`Make the folder ${sayPlace(place)}`,
    differences: makes.map((each) => ({ label: t`New folder`, before: null, after: sayName(each) })),
    undo: t`Undo takes it away again as long as nothing is in it.`,
  }),
  report: ({ place }) => ({
    says: t`The folder ${sayPlace(place)} is there now. Undo takes it away again.`,
    lines: [],
  }),
  async run(_input, { places, signal, mode, before }) {
    const made = mode === 'execute' ? await places.change({ makes: before.makes }, signal) : succeed(null);
    return made.ok ? succeed(before) : made;
  },
  async findEarlier(_input, { places, before }) {
    const seen = await places.see(before.place);
    if (!seen.ok) return seen.failure.kind === 'not-found' ? succeed(null) : seen;
    return succeed(seen.value?.mark.kind === 'folder' ? before : null);
  },
  async readBack({ place }, { places }) {
    const seen = await places.see(place);
    if (!seen.ok) return seen.failure.kind === 'not-found' ? succeed(false) : seen;
    return succeed(seen.value?.mark.kind === 'folder');
  },
  async undo({ place, makes }, context) {
    const { places, signal, mode, overwrite } = context;
    const inside = await places.list(place, { deep: false, signal });
    if (!inside.ok) return inside.failure.kind === 'not-found' ? succeed(null) : inside;
    const isFilled = inside.value.entries.length + inside.value.passedOver > 0;
    if (isFilled && !overwrite) return changedSince(sayPlace(place));
    if (mode !== 'execute') return succeed(null);
    const unmakes: Place[] = [...makes].reverse();
    if (!isFilled) return places.change({ unmakes }, signal);
    const entry = await places.see(place);
    if (!entry.ok) return entry;
    if (entry.value === null) return succeed(null);
    const to = await places.trashFor(entry.value);
    if (!to.ok) return to;
    const move = { from: place, to: to.value, mark: entry.value.mark };
    return places.change({ moves: [move], unmakes: unmakes.slice(1), trashedAt: trashedAt(context.view) }, signal);
  },
});
