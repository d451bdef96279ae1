import { z } from 'zod';
import { type Appended, appended, appendText } from '#connectors/documents/append-text.ts';
import { loadNote, type StandingNote } from '#connectors/documents/find-notes.ts';
import { NoteFileSchema } from '#connectors/documents/note.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { textOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import {
  type Changed,
  changeText,
  findChange,
  foreseeChange,
  seeChange,
  takeBackChange,
} from '#connectors/sdk/text-change.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const OutputSchema = z.object({
  fileName: z.string(),
  title: z.string(),
  text: z.string(),
  trace: z.object({ piece: z.string(), count: z.int() }),
  before: z.string().nullable(),
  after: z.string(),
});

export const addToNote = defineAction({
  name: 'documents.add-to-note',
  title: t`Add to a note`,
  input: z.strictObject({
    fileName: NoteFileSchema,
    text: textOf(20_000).refine((text) => text.trim() !== '', t`This is empty.`),
  }),
  output: OutputSchema,
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: { text: t`Text` },
  async look({ fileName }, { folder }) {
    const note = await loadNote(folder, fileName);
    // Consent is to adding to this note, whatever else is written into it meanwhile.
    return note.ok ? succeed({ before: note.value, version: hashOf(`${fileName}\n${note.value.title}`) }) : note;
  },
  effect: () => changesOwn,
  describe: ({ text }, { title }) => ({
    title: t`Add to the end of your note ${quote(title)}`,
    differences: [{ label: t`At the end`, before: null, after: text.trim() }],
    undo: t`Undo takes what was added out again, and leaves the rest of the note alone.`,
  }),
  report: ({ title, text }) => ({ says: t`Added ${quote(text)} to your note ${quote(title)}.`, lines: [] }),
  async run({ text }, { folder, before, mode }) {
    const change = appendText(text);
    const done = mode === 'execute' ? await changeText(folder, before, change) : foreseeChange(before, change);
    return done.ok ? succeed(outputOf(before, text, done.value)) : done;
  },
  async findEarlier({ text }, { folder, before }) {
    const found = await findChange(folder, before, appendText(text));
    if (!found.ok) return found;
    return succeed(found.value === null ? null : outputOf(before, text, found.value));
  },
  readBack: (output, { folder }) => seeChange(folder, output.fileName, output, appended),
  undo: (output, context) =>
    takeBackChange(context, context.before, output, appended, t`the note ${quote(output.title)}`),
});

function outputOf(note: StandingNote, text: string, changed: Changed<Appended>): z.output<typeof OutputSchema> {
  return { fileName: note.fileName, title: note.title, text, ...changed };
}
