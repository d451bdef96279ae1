import { z } from 'zod';
import { renderNote } from '#connectors/documents/note.ts';
import { findWritten, namesTaken, writeUnderFreeName } from '#connectors/documents/write-once.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { nonEmptyLineOf, textOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { overwriteFile, putFileBack } from '#connectors/sdk/way-back.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

/** `version` is SHA-256 of the file as it was written. */
const OutputSchema = z.object({ fileName: z.string(), title: z.string(), version: z.string() });

export const writeNote = defineAction({
  name: 'documents.write-note',
  title: t`Write a note`,
  input: z.strictObject({ title: nonEmptyLineOf(200), body: textOf(100_000) }),
  output: OutputSchema,
  risk: 'L1',
  scopes: [],
  delivery: 'exactly-once',
  labels: { title: t`Title`, body: t`Text` },
  async look({ title }, { folder }) {
    // The consent is to the words, so that another note of the same title does not overtake it.
    return succeed({ before: { taken: await namesTaken(folder, title) }, version: '' });
  },
  effect: () => changesOwn,
  describe: ({ title, body }) => ({
    title: t`Write the note ${quote(title)}`,
    differences: body.trim() === '' ? [] : [{ label: t`Text`, before: null, after: body.trim() }],
    undo: t`Undo takes the note away again, as long as you haven’t changed it.`,
  }),
  report: ({ title, fileName }) => ({
    says: t`Your note ${quote(title)} is saved.`,
    lines: [t`It is the file ${quote(fileName)}.`],
  }),
  async run({ title, body }, context) {
    const text = renderNote(title, body);
    const written = await writeUnderFreeName(context, { title, text });
    if (!written.ok) return written;
    const fileName = written.value;
    if (context.mode !== 'dry-run') await context.attach({ name: fileName, mediaType: 'text/markdown', bytes: text });
    return succeed({ fileName, title, version: hashOf(text) });
  },
  async findEarlier({ title, body }, context) {
    const text = renderNote(title, body);
    const found = await findWritten(context.folder, { title, text }, context.before.taken);
    if (!found.ok) return found;
    const fileName = found.value;
    if (fileName === null) return succeed(null);
    await context.attach({ name: fileName, mediaType: 'text/markdown', bytes: text });
    return succeed({ fileName, title, version: hashOf(text) });
  },
  async readBack({ fileName, version }, { folder }) {
    const bytes = await folder.read(fileName);
    return succeed(bytes !== null && hashOf(bytes) === version);
  },
  undo({ fileName, title, version }, context) {
    return context.folder.exclusively(async () => {
      const now = await context.folder.read(fileName);
      if (now === null) return succeed(null);
      const back = { name: fileName, now, former: null };
      if (hashOf(now) === version) await putFileBack(context, back);
      else if (context.overwrite) await overwriteFile(context, back, 'text/markdown');
      else return changedSince(t`the note ${quote(title)}`);
      return succeed(null);
    });
  },
});
