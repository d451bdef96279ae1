import { z } from 'zod';
import { outsideFile } from '#connectors/files/outside-file.ts';
import { EntrySchema, sayEntry, shownEntry } from '#connectors/files/shown-entry.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { findFolder, noFolders } from '#connectors/sdk/places/find-place.ts';
import { type FileKind, kindOf, sayKind } from '#connectors/sdk/places/kinds.ts';
import { PlaceSchema } from '#connectors/sdk/places/place.ts';
import { sayFiles, sayFolders, sayPlace, saySize } from '#connectors/sdk/places/say-file.ts';
import { sayAll, sayNumber } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_LISTED = 200;
const MOST_SHOWN = 60;

export const listFolder = defineAction({
  name: 'files.list',
  title: t`Look into a folder`,
  input: z.strictObject({ in: PlaceSchema.nullish().transform((place) => place ?? null) }),
  output: z.object({
    in: z.string(),
    entries: z.array(EntrySchema),
    files: z.number(),
    folders: z.number(),
    size: z.number(),
    kinds: z.array(z.object({ kind: z.string(), count: z.number() })),
    passedOver: z.number(),
  }),
  risk: 'L0',
  scopes: [t`see what is in the folders that you picked`],
  delivery: 'exactly-once',
  labels: { in: t`Folder` },
  effect: () => onlyLooks,
  describe: ({ in: folder }) => ({
    title: folder === null ? t`Look into your folders` : t`Look into ${sayPlace(folder)}`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report({ in: folder, entries, files, folders, size, kinds, passedOver }, view) {
    const inside = sayAll([sayFolders(folders), `${sayFiles(files)}${files === 0 ? '' : `, ${saySize(size)}`}`]);
    const shown = entries.slice(0, MOST_SHOWN);
    const rest = files + folders - shown.length;
    return {
      says:
        folders + files === 1
          ? t`In ${sayPlace(folder)} there is ${inside}.`
          : t`In ${sayPlace(folder)} there are ${inside}.`,
      lines: [
        ...(kinds.length < 2
          ? []
          : [kinds.map(({ kind, count }) => `${count} ${sayKind(kind as FileKind, count)}`).join(', ')]),
        ...shown.map((entry) => sayEntry(entry, view)),
        ...(rest > 0 ? [t`And ${sayNumber(rest)} more.`] : []),
        ...(passedOver > 0 ? [t`Links and the like are left alone.`] : []),
      ],
    };
  },
  outside: ({ in: folder }) => [outsideFile(folder)],
  async run({ in: said }, where) {
    const [first] = where.places.folders;
    if (!first) return noFolders;
    const folder = said === null ? succeed(first.name) : await findFolder(said, where);
    if (!folder.ok) return folder;
    const listed = await where.places.list(folder.value, { deep: false, signal: where.signal });
    if (!listed.ok) return listed;
    const all = listed.value.entries;
    const files = all.filter(({ mark }) => mark.kind === 'file');
    const counts = new Map<string, number>();
    for (const { name } of files) counts.set(kindOf(name), (counts.get(kindOf(name)) ?? 0) + 1);
    const foldersFirst = [...all.filter(({ mark }) => mark.kind === 'folder'), ...files];
    return succeed({
      in: folder.value,
      entries: foldersFirst.slice(0, MOST_LISTED).map(shownEntry),
      files: files.length,
      folders: all.length - files.length,
      size: files.reduce((sum, { mark }) => sum + mark.size, 0),
      kinds: [...counts].map(([kind, count]) => ({ kind, count })).sort((one, other) => other.count - one.count),
      passedOver: listed.value.passedOver,
    });
  },
});
