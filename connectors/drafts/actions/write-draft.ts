import { z } from 'zod';
import { composeDraft, type DraftText, messageIdFor } from '#connectors/drafts/compose-draft.ts';
import { dateOf, findByMessageId, listDraftNames, nameDraft } from '#connectors/drafts/draft-file.ts';
import { sayDraft } from '#connectors/drafts/read-drafts.ts';
import type { ActionContext } from '#connectors/sdk/action.ts';
import { AddressSchema, sayRecipients } from '#connectors/sdk/address.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { deriveId, hashOf } from '#connectors/sdk/derive-id.ts';
import { makesDraft } from '#connectors/sdk/effects.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { capitalised, lineOf, textOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { overwriteFile, putFileBack } from '#connectors/sdk/way-back.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_RECIPIENTS = 50;
const eachOnce = (addresses: readonly string[]): string[] => [...new Set(addresses)];
const tooMany = t`A draft goes to ${MOST_RECIPIENTS} people at most.`;

const OutputSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  messageId: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  /** Of the bytes as we wrote them: whatever differs has been altered since. */
  hash: z.string(),
});
type Written = z.output<typeof OutputSchema>;

export const writeDraft = defineAction({
  name: 'drafts.write',
  title: t`Draft an email`,
  input: z.strictObject({
    to: z.array(AddressSchema).min(1, t`Say who it is for.`).max(MOST_RECIPIENTS, tooMany).transform(eachOnce),
    cc: z
      .array(AddressSchema)
      .max(MOST_RECIPIENTS, tooMany)
      .nullish()
      .transform((cc) => eachOnce(cc ?? [])),
    subject: lineOf(500),
    body: textOf(100_000),
  }),
  output: OutputSchema,
  risk: 'L1',
  scopes: [],
  delivery: 'exactly-once',
  labels: { to: t`To`, cc: t`Copy to`, subject: t`Subject`, body: t`Text` },
  effect: () => makesDraft,
  describe(input) {
    const lines = [
      { label: t`To`, before: null, after: input.to.join(', ') },
      { label: t`Copy to`, before: null, after: input.cc.join(', ') },
      { label: t`Subject`, before: null, after: input.subject },
      { label: t`Text`, before: null, after: input.body },
    ];
    const whom = t`Draft an email to ${sayRecipients(input.to)}`;
    return {
      title: input.subject === '' ? whom : `${whom}: ${quote(input.subject)}`,
      differences: lines.filter(({ after }) => after.trim() !== ''),
      undo: t`Nothing is sent. Undo deletes the draft.`,
    };
  },
  report: (written) => ({
    says: t`${capitalised(sayDraft(written))} is saved as ${quote(written.fileName)}. Nothing was sent.`,
    lines: [],
  }),
  async run(input, context) {
    const { folder, key, mode, view } = context;
    const messageId = messageIdFor(deriveId(key));
    const bytes = await composeDraft(input, { messageId, date: view.now });
    if (mode !== 'execute') {
      const fileName = nameDraft(await listDraftNames(folder), input);
      if (mode === 'draft') await attach(context, fileName, bytes);
      return succeed(tellWritten(input, key, fileName, bytes));
    }
    const earlier = await folder.exclusively(async () => {
      const standing = await findByMessageId(folder, messageId);
      if (standing !== null) return standing;
      const fileName = nameDraft(await folder.list(), input);
      await folder.write(fileName, bytes);
      return { fileName, bytes };
    });
    return succeed(await takeUp(input, context, earlier));
  },
  async findEarlier(input, context) {
    const earlier = await findByMessageId(context.folder, messageIdFor(deriveId(context.key)));
    return succeed(earlier === null ? null : await takeUp(input, context, earlier));
  },
  async readBack({ messageId, hash }, { folder }) {
    const standing = await findByMessageId(folder, messageId);
    return succeed(standing !== null && hashOf(standing.bytes) === hash);
  },
  undo: (written, context) =>
    context.folder.exclusively(async () => {
      const bytes = await context.folder.read(written.fileName);
      const standing =
        bytes === null ? await findByMessageId(context.folder, written.messageId) : { ...written, bytes };
      if (standing === null) return succeed(null);
      const back = { name: standing.fileName, now: standing.bytes, former: null };
      if (bytes !== null && hashOf(bytes) === written.hash) await putFileBack(context, back);
      else if (context.overwrite) await overwriteFile(context, back, 'message/rfc822');
      else return changedSince(sayDraft(written));
      return succeed(null);
    }),
});

type Standing = { readonly fileName: string; readonly bytes: Uint8Array };

/** Attaches what stands there and tells it with the hash of what we wrote, so that an edit since then shows. */
async function takeUp(input: DraftText, context: ActionContext<null>, { fileName, bytes }: Standing): Promise<Written> {
  await attach(context, fileName, bytes);
  const messageId = messageIdFor(deriveId(context.key));
  const date = dateOf(bytes) ?? context.view.now;
  return tellWritten(input, context.key, fileName, await composeDraft(input, { messageId, date }));
}

const attach = ({ attach }: ActionContext<null>, name: string, bytes: Uint8Array): Promise<void> =>
  attach({ name, mediaType: 'message/rfc822', bytes });

function tellWritten({ to, subject }: DraftText, key: string, fileName: string, bytes: Uint8Array): Written {
  const id = deriveId(key);
  return { id, fileName, messageId: messageIdFor(id), to: [...to], subject, hash: hashOf(bytes) };
}
