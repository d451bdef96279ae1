import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { moveAction } from '#connectors/files/move-action.ts';
import { looked, type MovePlan, planMoves } from '#connectors/files/moves.ts';
import { moveDifferences, putsBack, reportMoves, toFolder } from '#connectors/files/say-moves.ts';
import type { Looked, View } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { wallOf } from '#connectors/sdk/local-time.ts';
import { findFolder } from '#connectors/sdk/places/find-place.ts';
import { folderForKind, kindOf } from '#connectors/sdk/places/kinds.ts';
import { folderOf, foldName, PlaceSchema, partsOf, within } from '#connectors/sdk/places/place.ts';
import type { Entry, Place } from '#connectors/sdk/places/places.ts';
import { sayFiles, sayFolders, sayPlace } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

const ways = ['kind', 'year', 'month', 'kind-and-year', 'kind-and-month'] as const;
type By = (typeof ways)[number];
const says: Readonly<Record<By, string>> = {
  kind: t`by kind`,
  year: t`by year`,
  month: t`by month`,
  'kind-and-year': t`by kind and year`,
  'kind-and-month': t`by kind and month`,
};

/** The folders that a file goes through: `Pictures`, `2026-11`. The month is the one of the person’s own clock. */
function foldersFor({ name, modifiedAt }: Entry, by: By, { timeZone }: View): readonly string[] {
  const wall = wallOf(Temporal.Instant.from(modifiedAt), timeZone).toPlainDate();
  const kind = by.startsWith('kind') ? [folderForKind(kindOf(name))] : [];
  const month = by.endsWith('month') ? [wall.toPlainYearMonth().toString()] : [];
  return [...kind, ...(by.endsWith('year') ? [String(wall.year)] : month)];
}

export const sortFolder = defineAction({
  name: 'files.sort',
  title: t`Sort a folder`,
  input: z.strictObject({ in: PlaceSchema, by: z.enum(ways, t`Say how: by kind, by month or by year.`) }),
  labels: { in: t`Folder`, by: t`Sorted by` },
  async look({ in: said, by }, where): Promise<Result<Looked<MovePlan>>> {
    const { places, signal, view } = where;
    const folder = await findFolder(said, where);
    if (!folder.ok) return folder;
    const listed = await places.list(folder.value, { deep: false, signal });
    if (!listed.ok) return listed;
    const files = listed.value.entries.filter(({ mark }) => mark.kind === 'file');
    if (files.length === 0) return notFound(t`a file to sort in ${sayPlace(folder.value)}`);
    const there = await foldersIn(listed.value.entries, where, by);
    const target = (file: Entry) => {
      const makes: Place[] = [];
      let at = folder.value;
      for (const name of foldersFor(file, by, view)) {
        at = there.get(foldName(within(at, name))) ?? within(at, name);
        if (!there.has(foldName(at))) makes.push(at);
      }
      return { place: within(at, file.name), makes };
    };
    const plan = await planMoves(files, target, where);
    if (!plan.ok) return plan;
    if (plan.value.moves.length > 0) return succeed(looked(plan.value));
    const because = t`Nothing in ${sayPlace(folder.value)} can be sorted: there are files of the same names already. Nothing was done.`;
    return fail({ kind: 'refused', because });
  },
  effect: () => changesOwn,
  describe: ({ in: folder, by }, plan) => ({
    title: t`Sort ${sayFiles(plan.moves.length)} in ${sayPlace(folder)} ${says[by]}`,
    differences: moveDifferences(plan, toFolder),
    undo: putsBack,
  }),
  report(moved) {
    const [first] = moved.moves;
    const folders = new Set(moved.moves.map(({ to }) => folderOf(to)));
    const where = first ? sayPlace(folderOf(first.from)) : '';
    const [files, into] = [sayFiles(moved.moves.length), sayFolders(folders.size)];
    return reportMoves(
      moved,
      moved.moves.length === 1
        ? t`${files} in ${where} is sorted into ${into}.`
        : t`${files} in ${where} are sorted into ${into}.`,
    );
  },
  ...moveAction,
});

/** The folders that are there already, as they are written, by their folded places; one deeper where that is needed. */
async function foldersIn(
  entries: readonly Entry[],
  { places, signal }: Parameters<typeof findFolder>[1],
  by: By,
): Promise<ReadonlyMap<string, Place>> {
  const folders = entries.filter(({ mark }) => mark.kind === 'folder').map(({ place }) => place);
  const deeper = by.startsWith('kind-') ? folders : [];
  const wants = (_name: string, kind: string) => kind === 'folder';
  const inner = await Promise.all(deeper.map((place) => places.list(place, { deep: false, wants, signal })));
  const all = [
    ...folders,
    ...inner.flatMap((listed) => (listed.ok ? listed.value.entries.map(({ place }) => place) : [])),
  ];
  return new Map(all.filter((place) => partsOf(place).length > 1).map((place) => [foldName(place), place]));
}
