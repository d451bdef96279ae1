import { z } from 'zod';
import { DraftNameSchema } from '#connectors/drafts/draft-file.ts';
import { readDraft, sayDraft } from '#connectors/drafts/read-drafts.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { changedSince, notFound, unreadable } from '#connectors/sdk/failures.ts';
import { capitalised } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { overwriteFile, putFileBack } from '#connectors/sdk/way-back.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

/** The whole draft is kept for Undo; one that is larger than this is left to the person’s own hands. */
const MOST_BYTES = 5_000_000;

const DiscardedSchema = z.object({ fileName: z.string(), to: z.array(z.string()), subject: z.string() });
/** With its bytes in base64, for they need not be text. */
type Before = z.output<typeof DiscardedSchema> & { content: string };

export const discardDraft = defineAction({
  name: 'drafts.discard',
  title: t`Delete a draft`,
  input: z.strictObject({ fileName: DraftNameSchema }),
  output: DiscardedSchema,
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: {},
  effect: () => changesOwn,
  describe: ({ fileName }, before: Before) => ({
    title: t`Delete ${sayDraft(before)}`,
    differences: [{ label: t`Draft`, before: fileName, after: null }],
    undo: t`Undo puts the draft back as it was.`,
  }),
  report: (discarded) => ({ says: t`${capitalised(sayDraft(discarded))} is deleted.`, lines: [] }),
  async look({ fileName }, { folder }) {
    const bytes = await folder.read(fileName);
    if (bytes === null) return notFound(t`the draft ${quote(fileName)}`);
    if (bytes.length > MOST_BYTES) {
      return unreadable(t`The draft ${quote(fileName)} is too large for Undo to put it back. Delete it in your files`);
    }
    const { draft } = await readDraft(fileName, bytes);
    const content = Buffer.from(bytes).toString('base64');
    return succeed({ before: { fileName, to: draft.to, subject: draft.subject, content }, version: hashOf(bytes) });
  },
  run: ({ fileName }, { folder, before, mode }) =>
    folder.exclusively(async () => {
      const { content, ...discarded } = before;
      const bytes = await folder.read(fileName);
      if (bytes !== null && !isContent(bytes, content)) return changedSince(sayDraft(before));
      if (mode === 'execute' && bytes !== null) await folder.remove(fileName);
      return succeed(discarded);
    }),
  async findEarlier({ fileName }, { folder, before }) {
    const { content: _, ...discarded } = before;
    return succeed((await folder.read(fileName)) === null ? discarded : null);
  },
  readBack: async ({ fileName }, { folder }) => succeed((await folder.read(fileName)) === null),
  undo: ({ fileName }, context) =>
    context.folder.exclusively(async () => {
      const { before, folder } = context;
      const now = await folder.read(fileName);
      const back = { name: fileName, now, former: Buffer.from(before.content, 'base64') };
      if (now === null) await putFileBack(context, back);
      else if (isContent(now, before.content)) return succeed(null);
      else if (context.overwrite) await overwriteFile(context, back, 'message/rfc822');
      else return changedSince(sayDraft(before));
      return succeed(null);
    }),
});

const isContent = (bytes: Uint8Array, content: string): boolean => Buffer.from(bytes).toString('base64') === content;
