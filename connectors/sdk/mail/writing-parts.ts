import { z } from 'zod';
import { sayRecipients } from '#connectors/sdk/address.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { makesDraft } from '#connectors/sdk/effects.ts';
import { type AnswerTo, outgoingAnswer } from '#connectors/sdk/mail/answer.ts';
import type { WithFiles } from '#connectors/sdk/mail/attached-files.ts';
import type { Outgoing } from '#connectors/sdk/mail/compose-mail.ts';
import { outgoingDifferences, outgoingFields, outgoingLabels } from '#connectors/sdk/mail/outgoing-schema.ts';
import { sayEmail } from '#connectors/sdk/mail/summary.ts';
import { textOfMail } from '#connectors/sdk/mail/text-of-mail.ts';
import { sayName } from '#connectors/sdk/places/say-file.ts';
import { capitalised } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Report } from '#contract/model/run.ts';

export type MailAudience = 'self' | 'known' | 'stranger';
type New = Omit<Outgoing, 'thread' | 'files'>;

export const freshMail = ({ to, cc, subject, body }: New, before: WithFiles | null): Outgoing => ({
  to,
  cc,
  subject,
  body,
  thread: [],
  files: before?.files ?? [],
});

export const DraftedSchema = z.object({
  id: z.string(),
  folder: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  /** Of what it says as we wrote it: whatever differs was altered since. */
  hash: z.string(),
});
export type Drafted = z.output<typeof DraftedSchema>;

export const sayDraft = ({ to, subject }: Pick<Drafted, 'to' | 'subject'>): string =>
  subject === '' ? t`the draft to ${sayRecipients(to)}` : t`the draft ${quote(subject)} to ${sayRecipients(to)}`;

/** What it says and to whom: a server may write the same email down in other bytes. */
export async function contentHash(bytes: Uint8Array, hashes?: readonly string[]): Promise<string> {
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(Buffer.from(bytes), { skipTextToHtml: true, skipImageLinks: true });
  const addresses = [mail.to ?? [], mail.cc ?? []].map((fields) => [fields].flat().map(({ text }) => text));
  const files = hashes ?? mail.attachments.map(({ content }) => hashOf(content));
  const clean = textOfMail(mail);
  // Before a file, the last line break of a text belongs to the line that parts them.
  const text = files.length === 0 ? clean : { ...clean, text: clean.text.trimEnd() };
  return hashOf(JSON.stringify([addresses, mail.subject ?? '', text, files.length === 0 ? 0 : files]));
}

const toWhom = ({ to, cc = [], subject }: { to: readonly string[]; cc?: readonly string[]; subject: string }): string =>
  `${sayRecipients([...to, ...cc])}${subject === '' ? '' : `: ${quote(subject)}`}`;

const drafting = {
  risk: 'L1',
  output: DraftedSchema,
  delivery: 'exactly-once',
  effect: () => makesDraft,
  report: (drafted: Drafted): Report => ({
    says: t`${capitalised(sayDraft(drafted))} is in your drafts. Nothing was sent.`,
    lines: [],
  }),
} as const;

export const draftMailParts = {
  ...drafting,
  title: t`Draft an email in your mail`,
  input: z.strictObject(outgoingFields),
  labels: outgoingLabels,
  describe: (input: New, before: WithFiles | null) => ({
    title: t`Draft an email to ${toWhom({ to: input.to, subject: input.subject })}`,
    differences: outgoingDifferences(freshMail(input, before)),
    undo: t`Nothing is sent. Undo deletes the draft.`,
  }),
} as const;

export const draftReplyParts = {
  ...drafting,
  title: t`Draft an answer to an email`,
  labels: { body: t`Text` },
  describe: (input: { body: string }, before: AnswerTo & WithFiles) => ({
    title: t`Draft an answer to ${sayEmail(before.original)}`,
    differences: outgoingDifferences(outgoingAnswer(input, before)),
    undo: t`Nothing is sent. Undo deletes the draft.`,
  }),
} as const;

export const sends = (recipients: readonly string[], audience: MailAudience): Effect => ({
  kind: 'message',
  audience,
  recipients: [...recipients],
  reversible: 'no',
});

export const SentSchema = z.object({
  messageId: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  /** Recipients that the server did not take; the others have it. */
  refused: z.array(z.string()),
  /** Names of what went along. */
  files: z.array(z.string()).default([]),
});
export type Sent = z.output<typeof SentSchema>;

const sending = {
  risk: 'L2',
  output: SentSchema,
  delivery: 'needs-a-check',
  report({ to, subject, refused, files }: Sent): Report {
    const reached = to.filter((address) => !refused.includes(address));
    return {
      says:
        subject === ''
          ? t`Your email to ${sayRecipients(reached)} is sent.`
          : t`Your email ${quote(subject)} to ${sayRecipients(reached)} is sent.`,
      lines: [
        ...refused.map((address) => t`Your mail server did not take it for ${address}.`),
        ...files.map((name) => t`With it: ${sayName(name)}`),
      ],
    };
  },
} as const;

type SendingBefore = WithFiles & { readonly audience: MailAudience };

export const sendMailParts = {
  ...sending,
  title: t`Send an email`,
  input: z.strictObject(outgoingFields),
  labels: outgoingLabels,
  effect: ({ to, cc }: New, { audience }: SendingBefore) => sends([...to, ...cc], audience),
  describe: (input: New, before: SendingBefore | null) => ({
    title: t`Send an email to ${toWhom(input)}`,
    differences: outgoingDifferences(freshMail(input, before)),
    undo: t`Once it has left it can’t be called back.`,
  }),
} as const;

/** To whom it goes is what the email says, so which email it is counts as deciding the recipient. */
export const sendReplyParts = {
  ...sending,
  title: t`Answer an email`,
  labels: { id: t`Answer to`, body: t`Text` },
  effect: (_input: unknown, { to, audience }: AnswerTo & SendingBefore) => sends(to, audience),
  describe: (input: { body: string }, before: AnswerTo & WithFiles) => ({
    title: t`Answer ${sayEmail(before.original)}`,
    differences: outgoingDifferences(outgoingAnswer(input, before)),
    undo: t`Once it has left it can’t be called back.`,
  }),
} as const;
