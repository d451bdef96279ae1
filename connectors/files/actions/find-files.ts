import { z } from 'zod';
import { outsideFile } from '#connectors/files/outside-file.ts';
import { saySelection, sayWanted, select, selectionFields, selectionLabels } from '#connectors/files/selection.ts';
import { EntrySchema, sayEntry, shownEntry } from '#connectors/files/shown-entry.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { sayNumber } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_LISTED = 200;
const MOST_SHOWN = 40;

export const findFiles = defineAction({
  name: 'files.find',
  title: t`Find files`,
  input: z.strictObject(selectionFields),
  output: z.object({
    /** The one that was changed last. */
    file: EntrySchema,
    entries: z.array(EntrySchema),
    count: z.number(),
    isCut: z.boolean(),
    wanted: z.object(selectionFields),
  }),
  risk: 'L0',
  scopes: [t`see what is in the folders that you picked`],
  delivery: 'exactly-once',
  labels: selectionLabels,
  effect: () => onlyLooks,
  describe: () => ({ title: t`Look for files in your folders`, differences: [], undo: nothingToTakeBack }),
  report({ entries, count, isCut, wanted }, view) {
    const shown = entries.slice(0, MOST_SHOWN);
    return {
      says:
        count === 1
          ? t`There is ${saySelection(count, wanted, view)}.`
          : t`There are ${saySelection(count, wanted, view)}.`,
      lines: [
        ...shown.map((entry) => sayEntry(entry, view, entry.place)),
        ...(count > shown.length ? [t`And ${sayNumber(count - shown.length)} more.`] : []),
        ...(isCut ? [t`There is more in these folders than could be looked through.`] : []),
      ],
    };
  },
  outside: ({ entries }) => [
    ...entries.map(({ place }, at) => outsideFile(place, `/entries/${at}`)),
    ...entries.slice(0, 1).map(({ place }) => outsideFile(place, '/file')),
  ],
  async run(wanted, where) {
    const found = await select({ ...wanted, alsoInside: wanted.alsoInside ?? true }, where);
    if (!found.ok) return found;
    const newest = found.value.entries.toSorted((one, other) => (one.modifiedAt > other.modifiedAt ? -1 : 1));
    const [first] = newest;
    if (!first) return notFound(sayWanted(wanted, where.view));
    return succeed({
      file: shownEntry(first),
      entries: newest.slice(0, MOST_LISTED).map(shownEntry),
      count: newest.length,
      isCut: found.value.isCut,
      wanted,
    });
  },
});
