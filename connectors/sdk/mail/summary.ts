import { z } from 'zod';
import type { View } from '#connectors/sdk/action.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { sayMoment } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';

/** Any line that a mail header may hold, as far as it is shown or looked for. */
const LONGEST = 1_000;

/** A mail address in a header, with the name beside it; either may be empty. */
export const CorrespondentSchema = z.object({ name: z.string(), address: z.string() });
export type Correspondent = z.output<typeof CorrespondentSchema>;

/** One email as a list tells of it. Everything in it but `folder` and `unread` was written by somebody. */
export const SummarySchema = z.object({
  /** Its Message-ID, or one made from its header where it has none. The same in every folder. */
  id: z.string(),
  folder: z.string(),
  from: CorrespondentSchema,
  to: z.array(CorrespondentSchema),
  subject: z.string(),
  /** Null when its date can't be read. */
  at: z.string().nullable(),
  unread: z.boolean(),
  attachments: z.number().int().nonnegative(),
});
export type Summary = z.output<typeof SummarySchema>;

/** A line of a header as it may be shown: one line, not endless, nothing in it that can't be seen. */
export const headerLine = (text: string | undefined): string =>
  cleanText((text ?? '').replaceAll(/\s+/g, ' ').slice(0, LONGEST)).text;

/** `Ana (ana@example.com)`; a name alone could be anybody’s. */
export function sayCorrespondent({ name, address }: Correspondent): string {
  if (name === '' || name === address) return address === '' ? t`somebody unknown` : address;
  return address === '' ? name : `${name} (${address})`;
}

/** `the email “Lunch” from Ana (ana@example.com)` */
export const sayEmail = ({ subject, from }: Pick<Summary, 'subject' | 'from'>): string =>
  subject === ''
    ? t`the email from ${sayCorrespondent(from)}`
    : t`the email ${quote(subject)} from ${sayCorrespondent(from)}`;

export function sayLine(email: Summary, view: View): string {
  const when = email.at === null ? '' : `${sayMoment(email.at, view)}: `;
  const subject = email.subject === '' ? t`without a subject` : quote(email.subject);
  return `${when}${sayCorrespondent(email.from)}, ${subject}${email.unread ? `, ${t`unread`}` : ''}`;
}
