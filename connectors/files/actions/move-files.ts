import { z } from 'zod';
import { moveAction } from '#connectors/files/move-action.ts';
import { looked, type MovePlan, planMoves } from '#connectors/files/moves.ts';
import { moveDifferences, putsBack, reportMoves, toFolder } from '#connectors/files/say-moves.ts';
import { sayWanted, select, selectionFields, selectionLabels } from '#connectors/files/selection.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { findTarget } from '#connectors/sdk/places/find-place.ts';
import { folderOf, PlaceSchema, within } from '#connectors/sdk/places/place.ts';
import { sayFiles, sayPlace } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

export const moveFiles = defineAction({
  name: 'files.move',
  title: t`Move files to a folder`,
  input: z.strictObject({ ...selectionFields, to: PlaceSchema }),
  labels: { ...selectionLabels, to: t`To folder` },
  async look({ to, ...wanted }, where): Promise<Result<Looked<MovePlan>>> {
    const selected = await select(wanted, where);
    if (!selected.ok) return selected;
    const { entries, folder } = selected.value;
    if (entries.length === 0) return notFound(sayWanted(wanted, where.view));
    const target = await findTarget(to, folder, where);
    if (!target.ok) return target;
    const { place, makes } = target.value;
    // A folder can't go into itself, and what lies there already stays.
    const movable = entries.filter((entry) => place !== entry.place && !place.startsWith(`${entry.place}/`));
    const plan = await planMoves(movable, ({ name }) => ({ place: within(place, name), makes }), where);
    if (!plan.ok) return plan;
    if (plan.value.moves.length > 0) return succeed(looked(plan.value));
    const because =
      plan.value.taken.length > 0
        ? t`In ${sayPlace(place)} there is something of the same name already, and nothing is ever written over. Nothing was done.`
        : t`They are in ${sayPlace(place)} already. Nothing was done.`;
    return fail({ kind: 'refused', because });
  },
  effect: () => changesOwn,
  describe: (_wanted, plan) => ({
    title: t`Move ${sayFiles(plan.moves.length)} to ${sayPlace(folderOf(plan.moves[0]?.to ?? ''))}`,
    differences: moveDifferences(plan, toFolder),
    undo: putsBack,
  }),
  report(moved) {
    const [files, where] = [sayFiles(moved.moves.length), sayPlace(folderOf(moved.moves[0]?.to ?? ''))];
    return reportMoves(
      moved,
      moved.moves.length === 1 ? t`${files} is in ${where} now.` : t`${files} are in ${where} now.`,
    );
  },
  ...moveAction,
});
