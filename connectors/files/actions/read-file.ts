import { z } from 'zod';
import { outsideFile } from '#connectors/files/outside-file.ts';
import { EntrySchema, shownEntry } from '#connectors/files/shown-entry.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { unreadable } from '#connectors/sdk/failures.ts';
import { cleanHtml } from '#connectors/sdk/outside-text/clean-html.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { FindingSchema } from '#connectors/sdk/outside-text/finding.ts';
import { sayFindings } from '#connectors/sdk/outside-text/say-findings.ts';
import { findOne } from '#connectors/sdk/places/find-place.ts';
import { extensionOf, PlaceSchema } from '#connectors/sdk/places/place.ts';
import { sayPlace } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_BYTES = 2_000_000;
const LONGEST_TEXT = 20_000;
const MOST_SHOWN_LINES = 60;

export const readFile = defineAction({
  name: 'files.read',
  title: t`Read a file`,
  input: z.strictObject({ file: PlaceSchema }),
  output: EntrySchema.extend({ text: z.string(), isCut: z.boolean(), found: z.array(FindingSchema) }),
  risk: 'L0',
  scopes: [t`read files in the folders that you picked`],
  delivery: 'exactly-once',
  labels: { file: t`File` },
  effect: () => onlyLooks,
  describe: ({ file }) => ({ title: t`Read ${sayPlace(file)}`, differences: [], undo: nothingToTakeBack }),
  report({ place, text, isCut, found }) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const goesOn = isCut || lines.length > MOST_SHOWN_LINES;
    return {
      says: text.trim() === '' ? t`${sayPlace(place)} is empty.` : t`${sayPlace(place)} says:`,
      lines: [
        ...sayFindings(found),
        ...lines.slice(0, MOST_SHOWN_LINES),
        ...(goesOn ? [t`It goes on; open it to read the rest.`] : []),
      ],
    };
  },
  outside: ({ place }) => [outsideFile(place)],
  async run({ file }, where) {
    const entry = await findOne(file, 'file', where);
    if (!entry.ok) return entry;
    const read = await where.places.read(entry.value.place, MOST_BYTES);
    if (!read.ok) return read;
    const text = decode(read.value.bytes);
    if (text === null) {
      return unreadable(
        t`${sayPlace(entry.value.place)} is no plain text, so it can’t be read here. Open it in its own program.`,
      );
    }
    const isHtml = ['.html', '.htm'].includes(extensionOf(entry.value.name));
    const clean = isHtml ? cleanHtml(text) : cleanText(text);
    return succeed({
      ...shownEntry(read.value.entry),
      text: clean.text.slice(0, LONGEST_TEXT).toWellFormed(),
      isCut: clean.text.length > LONGEST_TEXT,
      found: [...clean.found],
    });
  },
});

/** UTF-8, or UTF-16 where the file says so; null for what is no text. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
