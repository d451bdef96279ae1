import { z } from 'zod';
import { copyBack, findCopies, runCopies, seeCopies } from '#connectors/files/copies.ts';
import { looked, MovedSchema, type MovePlan, planMoves } from '#connectors/files/moves.ts';
import { moveDifferences, toFolder } from '#connectors/files/say-moves.ts';
import { sayWanted, select, selectionFields, selectionLabels } from '#connectors/files/selection.ts';
import type { ActionContext, Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { findTarget } from '#connectors/sdk/places/find-place.ts';
import { folderOf, PlaceSchema, within } from '#connectors/sdk/places/place.ts';
import { sayFiles, sayName, sayPlace } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

const takesAway = t`Undo takes the copies away again.`;

const sayCopied = (count: number, to: string): string =>
  count === 1 ? t`${sayFiles(count)} is copied to ${to}.` : t`${sayFiles(count)} are copied to ${to}.`;

export const copyFiles = defineAction({
  name: 'files.copy',
  title: t`Copy files to a folder`,
  input: z.strictObject({ ...selectionFields, to: PlaceSchema }),
  output: MovedSchema,
  risk: 'L2',
  scopes: [t`copy things in the folders that you picked`],
  delivery: 'exactly-once',
  labels: { ...selectionLabels, to: t`To folder` },
  async look({ to, ...wanted }, where): Promise<Result<Looked<MovePlan>>> {
    const selected = await select(wanted, where);
    if (!selected.ok) return selected;
    const files = selected.value.entries.filter(({ mark }) => mark.kind === 'file');
    if (files.length === 0) return notFound(sayWanted(wanted, where.view));
    const target = await findTarget(to, selected.value.folder, where);
    if (!target.ok) return target;
    const { place, makes } = target.value;
    const plan = await planMoves(files, ({ name }) => ({ place: within(place, name), makes }), where);
    if (!plan.ok) return plan;
    if (plan.value.moves.length > 0) return succeed(looked(plan.value));
    const because = t`In ${sayPlace(place)} there is something of the same name already, and nothing is ever written over. Nothing was done.`;
    return fail({ kind: 'refused', because });
  },
  effect: () => changesOwn,
  describe: (_wanted, plan: MovePlan) => ({
    title: t`Copy ${sayFiles(plan.moves.length)} to ${sayPlace(folderOf(plan.moves[0]?.to ?? ''))}`,
    differences: moveDifferences(plan, (move) => t`also in ${toFolder(move)}`),
    undo: takesAway,
  }),
  report: ({ moves, taken, more }) => ({
    says: `${sayCopied(moves.length, sayPlace(folderOf(moves[0]?.to ?? '')))} ${takesAway}`,
    lines: [
      ...(taken.length === 0 ? [] : [t`${sayFiles(taken.length)} not: something of the same name is there.`]),
      ...(more === 0 ? [] : [t`There are ${sayFiles(more)} more; ask again for those.`]),
      ...moves.slice(0, 30).map(({ from }) => sayName(from)),
    ],
  }),
  run: (_input, context: ActionContext<MovePlan>) => runCopies(context.before, context),
  findEarlier: (_input, context: ActionContext<MovePlan>) => findCopies(context.before, context),
  readBack: seeCopies,
  undo: copyBack,
});
