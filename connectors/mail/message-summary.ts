import type { FetchMessageObject, MessageAddressObject, MessageStructureObject } from 'imapflow';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { type Correspondent, headerLine, type Summary } from '#connectors/sdk/mail/summary.ts';

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
    subject: headerLine(envelope?.subject),
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
  name: headerLine(address?.name),
  address: headerLine(address?.address),
});

function dateOf(date: Date | string | undefined): string | null {
  const read = new Date(date ?? '');
  return Number.isNaN(read.getTime()) ? null : read.toISOString();
}

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
  return [{ part: node.part ?? '1', name: headerLine(name), mediaType: node.type.toLowerCase(), size: node.size ?? 0 }];
}
