import { z } from 'zod';
import { moveAction } from '#connectors/files/move-action.ts';
import { looked, MOST_MOVED, type MovePlan } from '#connectors/files/moves.ts';
import { linesOf, moveDifferences } from '#connectors/files/say-moves.ts';
import { sayWanted, select, selectionFields, selectionLabels } from '#connectors/files/selection.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { misfit, notFound } from '#connectors/sdk/failures.ts';
import type { Move } from '#connectors/sdk/places/places.ts';
import { sayFiles, sayName, saySize } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

const untilEmptied = t`Undo puts everything back exactly where it was, until you empty the trash.`;

export const trashFiles = defineAction({
  name: 'files.trash',
  title: t`Put files in the trash`,
  input: z.strictObject(selectionFields),
  labels: selectionLabels,
  async look(wanted, where): Promise<Result<Looked<MovePlan>>> {
    const { files, in: folder, alsoInside: _, ...others } = wanted;
    if (files === null && folder === null && Object.values(others).every((value) => value === null)) {
      return misfit(t`Say which files.`);
    }
    const selected = await select(wanted, where);
    if (!selected.ok) return selected;
    const { entries } = selected.value;
    if (entries.length === 0) return notFound(sayWanted(wanted, where.view));
    const moves: Move[] = [];
    for (const entry of entries.slice(0, MOST_MOVED)) {
      const to = await where.places.trashFor(entry);
      if (!to.ok) return to;
      moves.push({ from: entry.place, to: to.value, mark: entry.mark });
    }
    return succeed(looked({ moves, makes: [], taken: [], more: entries.length - moves.length }));
  },
  effect: () => changesOwn,
  describe: (_wanted, plan) => ({
    title: t`Put ${sayFiles(plan.moves.length)} in the trash (${saySize(sizeOf(plan.moves))})`,
    differences: moveDifferences(plan, () => t`Trash`),
    undo: untilEmptied,
  }),
  report(moved) {
    const files = sayFiles(moved.moves.length);
    const there = moved.moves.length === 1 ? t`${files} is in the trash.` : t`${files} are in the trash.`;
    return { says: `${there} ${untilEmptied}`, lines: linesOf(moved, ({ from }) => sayName(from)) };
  },
  ...moveAction,
});

const sizeOf = (moves: readonly Move[]): number => moves.reduce((sum, { mark }) => sum + mark.size, 0);
