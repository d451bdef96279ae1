import { z } from 'zod';
import { moveAction } from '#connectors/files/move-action.ts';
import { looked, type MovePlan, planMoves } from '#connectors/files/moves.ts';
import { putsBack } from '#connectors/files/say-moves.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { misfit } from '#connectors/sdk/failures.ts';
import { isTaken } from '#connectors/sdk/places/file-trouble.ts';
import { findOne } from '#connectors/sdk/places/find-place.ts';
import { extensionOf, folderOf, NewNameSchema, nameOf, PlaceSchema, within } from '#connectors/sdk/places/place.ts';
import { sayName, sayPlace } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result } from '#contract/model/result.ts';

/** The ending stays where the person says none: it tells every program what the file is. */
const withEnding = (name: string, former: string): string =>
  extensionOf(name) === '' ||
  (extensionOf(name) !== extensionOf(former) && !/^\.[a-z0-9]{1,5}$/.test(extensionOf(name)))
    ? name + former.slice(former.length - extensionOf(former).length)
    : name;

export const renameFile = defineAction({
  name: 'files.rename',
  title: t`Rename a file or folder`,
  input: z.strictObject({ file: PlaceSchema, name: NewNameSchema }),
  labels: { file: t`File`, name: t`New name` },
  async look({ file, name }, where): Promise<Result<Looked<MovePlan>>> {
    const asFile = await findOne(file, 'file', where);
    const entry = !asFile.ok && asFile.failure.kind === 'not-found' ? await findOne(file, 'folder', where) : asFile;
    if (!entry.ok) return asFile.ok ? entry : asFile;
    const { place, mark } = entry.value;
    const full = mark.kind === 'file' ? withEnding(name, nameOf(place)) : name;
    if (full === nameOf(place)) return misfit(t`It is called ${sayPlace(full)} already.`);
    if (!NewNameSchema.safeParse(full).success) return misfit(t`This name is too long.`);
    const to = within(folderOf(place), full);
    const plan = await planMoves([entry.value], () => ({ place: to, makes: [] }), where);
    if (!plan.ok) return plan;
    return plan.value.taken.length > 0 ? fail(isTaken(to).failure) : { ok: true, value: looked(plan.value) };
  },
  effect: () => changesOwn,
  describe(_input, { moves }) {
    const [{ from, to } = { from: '', to: '' }] = moves;
    return {
      title: t`Rename ${sayPlace(from)} to ${sayPlace(nameOf(to))}`,
      differences: [{ label: t`Name`, before: sayName(nameOf(from)), after: sayName(nameOf(to)) }],
      undo: putsBack,
    };
  },
  report({ moves }) {
    const [{ from, to } = { from: '', to: '' }] = moves;
    return {
      says: t`${sayPlace(from)} is called ${sayPlace(nameOf(to))} now. Undo gives it its former name.`,
      lines: [],
    };
  },
  ...moveAction,
});
