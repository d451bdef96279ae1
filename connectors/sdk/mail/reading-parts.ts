import { z } from 'zod';
import type { View } from '#connectors/sdk/action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { outsideEmail } from '#connectors/sdk/mail/outside-item.ts';
import { type Summary, SummarySchema, sayCorrespondent, sayEmail, sayLine } from '#connectors/sdk/mail/summary.ts';
import { sayWanted, type Wanted } from '#connectors/sdk/mail/wanted.ts';
import { WantedSchema, wantedFields, wantedLabels } from '#connectors/sdk/mail/wanted-schema.ts';
import { FindingSchema } from '#connectors/sdk/outside-text/finding.ts';
import { sayFindings } from '#connectors/sdk/outside-text/say-findings.ts';
import { capitalised } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { sayMoment } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';

const MOST_LISTED = 20;
const MOST_SHOWN_LINES = 60;

const looking = { risk: 'L0', delivery: 'exactly-once', effect: () => onlyLooks } as const;

/** All but the doing of it: the same for every kind of mail account. */
export const findMailParts = {
  ...looking,
  title: t`Find an email`,
  input: z.strictObject(wantedFields),
  output: SummarySchema,
  labels: wantedLabels,
  describe: (wanted: Wanted) => ({
    title: t`Find the newest email${sayWanted(wanted)}`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report: (email: Summary, view: View) => ({
    says: t`${capitalised(sayEmail(email))} is the newest.`,
    lines: [sayLine(email, view)],
  }),
  outside: (email: Summary) => [outsideEmail(email)],
} as const;

export const searchMailParts = {
  ...looking,
  title: t`Look for emails`,
  input: z.strictObject({
    ...wantedFields,
    atMost: z
      .number()
      .int()
      .min(1)
      .max(50)
      .nullish()
      .transform((most) => most ?? MOST_LISTED),
  }),
  output: z.object({ emails: z.array(SummarySchema), wanted: WantedSchema }),
  labels: { ...wantedLabels, atMost: t`At most` },
  describe: (wanted: Wanted) => ({
    title: t`Look for emails${sayWanted(wanted)}`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report: ({ emails, wanted }: { emails: Summary[]; wanted: Wanted }, view: View) => ({
    says: sayCount(emails.length, sayWanted(wanted)),
    lines: emails.map((email) => sayLine(email, view)),
  }),
  outside: ({ emails }: { emails: Summary[] }) => emails.map((email, at) => outsideEmail(email, `/emails/${at}`)),
} as const;

function sayCount(count: number, wanted: string): string {
  if (count === 0) return t`There is no email${wanted}.`;
  return count === 1 ? t`There is 1 email${wanted}.` : t`There are ${count} emails${wanted}.`;
}

const MailFileSchema = z.object({ name: z.string(), mediaType: z.string(), size: z.number() });
export type MailFile = z.output<typeof MailFileSchema>;

const ReadEmailSchema = SummarySchema.extend({
  text: z.string(),
  isCut: z.boolean(),
  found: z.array(FindingSchema),
  files: z.array(MailFileSchema),
  unsubscribe: z.array(z.string()),
});

export const readMailParts = {
  ...looking,
  title: t`Read an email`,
  output: ReadEmailSchema,
  labels: {},
  describe: () => ({ title: t`Read the email`, differences: [], undo: nothingToTakeBack }),
  report(email: z.output<typeof ReadEmailSchema>, view: View) {
    const { text, isCut, files, unsubscribe, found } = email;
    const lines = text.split('\n').slice(0, MOST_SHOWN_LINES);
    const goesOn = isCut || text.split('\n').length > MOST_SHOWN_LINES;
    const by = sayCorrespondent(email.from);
    const wrote = email.at === null ? t`${by} wrote` : t`${by} wrote on ${sayMoment(email.at, view)}`;
    return {
      says: `${wrote}${email.subject === '' ? '' : `: ${quote(email.subject)}`}.`,
      lines: [
        ...sayFindings(found),
        ...lines.filter((line) => line.trim() !== ''),
        ...(goesOn ? [t`It goes on; open it in your mail program to read the rest.`] : []),
        ...files.map(({ name }) => (name === '' ? t`With it: a file without a name` : t`With it: ${quote(name)}`)),
        ...unsubscribe.map((link) => t`To unsubscribe yourself: ${link}`),
      ],
    };
  },
  outside: (email: Summary) => [outsideEmail(email)],
} as const;

const KeptFilesSchema = SummarySchema.extend({ kept: z.array(MailFileSchema), left: z.array(MailFileSchema) });

export const saveAttachmentsParts = {
  ...looking,
  title: t`Keep the files of an email`,
  output: KeptFilesSchema,
  labels: {},
  describe: () => ({ title: t`Keep the files that came with the email`, differences: [], undo: nothingToTakeBack }),
  report: ({ kept, left, ...email }: z.output<typeof KeptFilesSchema>) => ({
    says:
      kept.length + left.length === 0
        ? t`No files came with ${sayEmail(email)}.`
        : kept.length === 1
          ? t`1 file from ${sayEmail(email)} is kept here.`
          : t`${kept.length} files from ${sayEmail(email)} are kept here.`,
    lines: [
      ...kept.map(({ name }) => quote(name)),
      ...left.map(({ name }) => t`${quote(name)} is too large, so it stays with the email.`),
    ],
  }),
  outside: (email: Summary) => [outsideEmail(email)],
} as const;
