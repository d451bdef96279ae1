import type { FetchMessageObject, MessageAddressObject, MessageStructureObject } from 'imapflow';
import { z } from 'zod';
import type { View } from '#connectors/sdk/action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { sayMoment } from '#connectors/sdk/say-time.ts';

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

/** What has to be fetched for a summary. */
export const summaryQuery = {
  uid: true,
  flags: true,
  envelope: true,
  internalDate: true,
  size: true,
  bodyStructure: true,
} as const;

export function summarise(message: FetchMessageObject, folder: string): Summary {
  const { envelope, flags, bodyStructure } = message;
  const [sender] = envelope?.from ?? [];
  return {
    id: idOf(message),
    folder,
    from: correspondent(sender),
    to: (envelope?.to ?? []).slice(0, 50).map(correspondent),
    subject: shorten(envelope?.subject),
    at: dateOf(message.internalDate) ?? dateOf(envelope?.date),
    unread: !flags?.has('\\Seen'),
    attachments: bodyStructure ? attachmentsIn(bodyStructure).length : 0,
  };
}

/** The Message-ID, as far as it is one; else a name made from what stays the same in every folder. */
export function idOf({ envelope, size }: FetchMessageObject): string {
  const given = envelope?.messageId?.trim() ?? '';
  if (/^<[^<>\s]{1,900}>$/.test(given)) return given;
  const [sender] = envelope?.from ?? [];
  const traits = [dateOf(envelope?.date), sender?.address, envelope?.subject, size, given];
  return `~${hashOf(JSON.stringify(traits)).slice(0, 32)}`;
}

const correspondent = (address: MessageAddressObject | undefined): Correspondent => ({
  name: shorten(address?.name),
  address: shorten(address?.address),
});

function dateOf(date: Date | string | undefined): string | null {
  const read = new Date(date ?? '');
  return Number.isNaN(read.getTime()) ? null : read.toISOString();
}

const shorten = (text: string | undefined): string =>
  cleanText((text ?? '').replaceAll(/\s+/g, ' ').slice(0, LONGEST)).text;

/** A part of an email that is a file of its own. */
export type AttachmentPart = {
  readonly part: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
};

export function attachmentsIn(node: MessageStructureObject): readonly AttachmentPart[] {
  if (node.childNodes && node.childNodes.length > 0) return node.childNodes.flatMap(attachmentsIn);
  const name = node.dispositionParameters?.filename ?? node.parameters?.name ?? '';
  const isText = /^text\/(plain|html)$/i.test(node.type);
  const isFile = node.disposition?.toLowerCase() === 'attachment' || (name !== '' && !isText);
  if (!isFile) return [];
  return [{ part: node.part ?? '1', name: shorten(name), mediaType: node.type.toLowerCase(), size: node.size ?? 0 }];
}

/** `Ana (ana@example.com)`; a name alone could be anybody’s. */
export function sayCorrespondent({ name, address }: Correspondent): string {
  if (name === '' || name === address) return address === '' ? 'somebody unknown' : address;
  return address === '' ? name : `${name} (${address})`;
}

/** `the email “Lunch” from Ana (ana@example.com)` */
export const sayEmail = ({ subject, from }: Pick<Summary, 'subject' | 'from'>): string =>
  `the email ${subject === '' ? '' : `${quote(subject)} `}from ${sayCorrespondent(from)}`;

export function sayLine(email: Summary, view: View): string {
  const when = email.at === null ? '' : `${sayMoment(email.at, view)}: `;
  const subject = email.subject === '' ? 'without a subject' : quote(email.subject);
  return `${when}${sayCorrespondent(email.from)}, ${subject}${email.unread ? ', unread' : ''}`;
}
