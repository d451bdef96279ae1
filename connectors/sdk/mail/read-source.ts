import type { AddressObject, ParsedMail } from 'mailparser';
import { unreadable } from '#connectors/sdk/failures.ts';
import { textOfMail } from '#connectors/sdk/mail/text-of-mail.ts';
import type { Finding } from '#connectors/sdk/outside-text/finding.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** Header and text stand at the start; what comes after is attachments. */
export const MOST_SOURCE_BYTES = 1024 * 1024;
const LONGEST_TEXT = 20_000;
const MOST_LINKS = 3;
const LONGEST_LINK = 1_000;

export type ReadMail = {
  /** Safe to show and to take values from. */
  readonly text: string;
  /** What was left out of it or made visible in it. */
  readonly found: readonly Finding[];
  /** The text goes on after this. */
  readonly isCut: boolean;
  /** Where one unsubscribes, as the sender says. To be shown; nobody follows them but the person. */
  readonly unsubscribe: readonly string[];
  readonly replyTo: readonly string[];
  readonly references: readonly string[];
};

/** Reads the source of an email, whole or cut. What is no email is a failure; nothing in it makes this throw or wait. */
export async function readSource(source: Uint8Array): Promise<Result<ReadMail>> {
  // Loaded when an email is read for the first time: the app starts without it.
  const { simpleParser } = await import('mailparser');
  const start = Buffer.from(source.subarray(0, MOST_SOURCE_BYTES));
  let mail: ParsedMail;
  try {
    mail = await simpleParser(start, {
      skipTextToHtml: true,
      skipHtmlToText: true,
      skipImageLinks: true,
      skipTextLinks: true,
      maxHtmlLengthToParse: MOST_SOURCE_BYTES,
    });
  } catch {
    return unreadable(t`This email is damaged, so it can’t be read here`);
  }
  const clean = textOfMail(mail);
  const text = wellFormed(clean.text);
  return succeed({
    text: text.slice(0, LONGEST_TEXT),
    found: clean.found,
    isCut: text.length > LONGEST_TEXT || source.length >= MOST_SOURCE_BYTES,
    unsubscribe: linksOf(mail),
    replyTo: addressesOf(mail.replyTo),
    references: [mail.references ?? []]
      .flat()
      .filter((id) => /^<[^<>\s]+>$/.test(id))
      .slice(-20),
  });
}

/** Cut in the middle of a character, or never whole: shown as what can’t be read. */
const wellFormed = (text: string): string => text.toWellFormed().replaceAll('\0', '');

const addressesOf = (field: AddressObject | undefined): readonly string[] =>
  (field?.value ?? [])
    .flatMap(({ address, group }) => [address, ...(group ?? []).map((each) => each.address)])
    .filter(isAddress);

const isAddress = (address: string | undefined): address is string => address !== undefined && address !== '';

/** RFC 2369: a web page, an address to write to, or both. */
function linksOf(mail: ParsedMail): readonly string[] {
  const line = mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line ?? '';
  const links = [...line.replaceAll(/\s+/g, ' ').matchAll(/<((?:https?|mailto):[^<>\s]+)>/gi)].map(
    ([, link = '']) => link,
  );
  return links.filter((link) => link.length <= LONGEST_LINK).slice(0, MOST_LINKS);
}
