import type { Folder } from '#connectors/sdk/action.ts';
import { joinLines, newLine, readLines } from '#connectors/sdk/calendar/content-line.ts';
import { CONTACTS_FILE, type contactsIn, readBook, readingOf } from '#connectors/sdk/contacts/book-file.ts';
import { type Contact, sayContactLine } from '#connectors/sdk/contacts/contact.ts';
import { fingerprintOfCard, idOfCard } from '#connectors/sdk/contacts/read-card.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { foldText } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** A card of the file that is to come into the address book. */
type Card = { readonly id: string; readonly fingerprint: string; readonly text: string };

/** A file of vCards, read against the contacts that stand there. */
export type ImportFile = {
  /** SHA-256 of all that the file says. */
  readonly version: string;
  readonly cards: readonly Card[];
  /** Why cards make no sense, one sentence each. */
  readonly problems: readonly string[];
};

export const isImportFile = (name: string): boolean =>
  /^[^./\\\0][^/\\\0]*\.(?:vcf|vcard)$/iu.test(name) && name !== CONTACTS_FILE && Buffer.byteLength(name) <= 255;

export async function readImportFile(folder: Folder, name: string): Promise<Result<ImportFile>> {
  const read = await readBook(folder, name);
  if (!read.ok) return read;
  if (read.value.blank === null) return notFound(t`the file ${quote(name)}`);
  const { cards } = read.value;
  const problems = cards.flatMap((text, index) => {
    const reading = readingOf(text);
    return reading.ok ? [] : [t`Card ${index + 1} ${reading.because}, so it is left out.`];
  });
  const readable = cards.filter((text) => readingOf(text).ok).map(withId);
  const once = readable.filter(({ id }, index) => readable.findIndex((each) => each.id === id) === index);
  return succeed({ version: hashOf(cards.join('')), cards: once, problems });
}

/** The cards of nobody who stands there already: by its id, or by its name together with an address or a number. */
export function newIn({ cards }: ImportFile, standing: ReturnType<typeof contactsIn>['contacts']): readonly Card[] {
  const ids = new Set(standing.map(({ id }) => id));
  const known = new Set(standing.flatMap(keysOf));
  return cards.filter(({ id, text }) => {
    const reading = readingOf(text);
    return reading.ok && !ids.has(id) && !keysOf(reading.value.contact).some((key) => known.has(key));
  });
}

const keysOf = ({ name, emails, phones }: Contact): string[] =>
  [...emails, ...phones.map((phone) => phone.replaceAll(/[^\d+]/g, ''))].map(
    (way) => `${foldText(name)}\n${way.toLowerCase()}`,
  );

export const linesOf = (cards: readonly Card[]): string[] =>
  cards.flatMap(({ text }) => {
    const reading = readingOf(text);
    return reading.ok ? [sayContactLine(reading.value.contact)] : [];
  });

/** A card without an id gets one that follows from what it says: taken in twice, it is there once. */
function withId(text: string): Card {
  const whole = `${text.trimEnd()}\r\n`;
  const lines = readLines(whole);
  const hasId = !idOfCard(whole).startsWith('without-id-');
  const end = lines.findIndex(({ name }) => name === 'END');
  const uid = newLine(`UID:${hashOf(fingerprintOfCard(whole)).slice(0, 32)}@life-os.invalid`);
  const made = hasId ? whole : joinLines(lines.toSpliced(end, 0, uid), '\r\n');
  return { id: idOfCard(made), fingerprint: fingerprintOfCard(made), text: made };
}
