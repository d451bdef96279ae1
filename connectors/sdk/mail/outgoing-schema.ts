import { z } from 'zod';
import { AddressSchema } from '#connectors/sdk/address.ts';
import { type AttachedFile, FilesSchema, fileDifferences } from '#connectors/sdk/mail/attached-files.ts';
import { lineOf, textOf } from '#connectors/sdk/plain-text.ts';
import { t } from '#contract/language/t.ts';

const MOST_RECIPIENTS = 50;
const tooMany = t`An email goes to ${MOST_RECIPIENTS} people at most.`;
const eachOnce = (addresses: readonly string[]): string[] => [...new Set(addresses)];

export const BodySchema = textOf(100_000).refine((text) => text.trim() !== '', t`Say what it should say.`);

/** The input of whatever writes a new email. */
export const outgoingFields = {
  to: z.array(AddressSchema).min(1, t`Say who it is for.`).max(MOST_RECIPIENTS, tooMany).transform(eachOnce),
  cc: z
    .array(AddressSchema)
    .max(MOST_RECIPIENTS, tooMany)
    .nullish()
    .transform((cc) => eachOnce(cc ?? [])),
  subject: lineOf(500),
  body: BodySchema,
};
export const outgoingLabels = { to: t`To`, cc: t`Copy to`, subject: t`Subject`, body: t`Text` };

/** Besides, for an account whose emails take files along. */
export const filesField = { files: FilesSchema };
export const filesLabel = { files: t`Files` };

export function outgoingDifferences(mail: {
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly files: readonly AttachedFile[];
}) {
  const lines = {
    To: mail.to.join(', '),
    'Copy to': (mail.cc ?? []).join(', '),
    Subject: mail.subject,
    Text: mail.body,
  };
  const said = Object.entries(lines)
    .filter(([, after]) => after.trim() !== '')
    .map(([label, after]) => ({ label, before: null, after }));
  return [...said, ...fileDifferences(mail.files)];
}
